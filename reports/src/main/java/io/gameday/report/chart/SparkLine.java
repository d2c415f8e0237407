package io.gameday.report.chart;

import java.util.ArrayList;
import java.util.List;

/// One panel of a chart as text, for formats without pictures: full is 100 %, one step 12.5 points, `×` no traffic.
///
/// @param seconds how many seconds one character stands for
public record SparkLine(String name, String line, String note, int seconds) {

    private static final String STEPS = "▁▂▃▄▅▆▇█";
    private static final int LONGEST = 60;

    public static List<SparkLine> of(Chart chart) {
        return chart.panels().stream().map(SparkLine::of).toList();
    }

    private static SparkLine of(Chart.Panel panel) {
        int seconds = Math.max(1, Math.ceilDiv(panel.points().size(), LONGEST));
        StringBuilder line = new StringBuilder();
        for (int from = 0; from < panel.points().size(); from += seconds) {
            line.append(step(panel.points().subList(from, Math.min(panel.points().size(), from + seconds))));
        }
        return new SparkLine(panel.name(), line.toString(), panel.note(), seconds);
    }

    /// The worst second counts, so that a short dip is not averaged away.
    private static char step(List<Chart.Point> points) {
        List<Double> shares = new ArrayList<>();
        points.stream().filter(Chart.Point::traffic).forEach(p -> shares.add(p.availability()));
        if (shares.isEmpty()) {
            return '×';
        }
        double worst = shares.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return STEPS.charAt(Math.clamp((int) Math.floor(worst * STEPS.length()), 0, STEPS.length() - 1));
    }
}
