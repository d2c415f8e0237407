package io.gameday.report.chart;

import io.gameday.report.gray.Moment;
import io.gameday.report.gray.Quadrant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One panel or lane as text, for formats without pictures. Of a panel full is 100 %, one step 12.5 points, `×` no
/// traffic; of a lane `G` is gray, `?` hurt and not known
/// whether anything said so, `O` overload, `D` detected, `m` masked or false alarm, `·` healthy, `×` no traffic.
///
/// @param seconds how many seconds one character stands for
public record SparkLine(String name, String line, String note, int seconds) {

    private static final String STEPS = "▁▂▃▄▅▆▇█";
    private static final int LONGEST = 60;
    private static final List<Quadrant> WORST_FIRST = List.of(Quadrant.GRAY, Quadrant.UNREAD, Quadrant.OVERLOAD,
            Quadrant.DETECTED, Quadrant.UNASKED, Quadrant.MASKED, Quadrant.HEALTHY);

    public static List<SparkLine> of(Chart chart) {
        return chart.panels().stream().map(panel -> of(panel, chart)).toList();
    }

    public static List<SparkLine> of(Lanes lanes) {
        return lanes.lanes().stream().map(SparkLine::of).toList();
    }

    /// Of several seconds the worst for customers is shown.
    private static SparkLine of(Lanes.Lane lane) {
        int seconds = Math.max(1, Math.ceilDiv(lane.moments().size(), LONGEST));
        StringBuilder line = new StringBuilder();
        for (int from = 0; from < lane.moments().size(); from += seconds) {
            Set<Quadrant> seen = lane.moments().subList(from, Math.min(lane.moments().size(), from + seconds)).stream()
                    .map(Moment::quadrant).collect(Collectors.toCollection(() -> EnumSet.noneOf(Quadrant.class)));
            line.append(WORST_FIRST.stream().filter(seen::contains).map(SparkLine::letter).findFirst().orElse("×"));
        }
        return new SparkLine(lane.name(), line.toString(), lane.note(), seconds);
    }

    private static String letter(Quadrant quadrant) {
        return switch (quadrant) {
            case GRAY -> "G";
            case UNREAD -> "?";
            case OVERLOAD -> "O";
            case DETECTED -> "D";
            case UNASKED -> "×";
            case MASKED -> "m";
            case HEALTHY -> "·";
        };
    }

    private static SparkLine of(Chart.Panel panel, Chart chart) {
        int seconds = Math.max(1, Math.ceilDiv(panel.points().size(), LONGEST));
        StringBuilder line = new StringBuilder();
        for (int from = 0; from < panel.points().size(); from += seconds) {
            line.append(step(panel.points().subList(from, Math.min(panel.points().size(), from + seconds)), chart));
        }
        return new SparkLine(panel.name(), line.toString(), panel.note(),
                Math.toIntExact(seconds * chart.point().toSeconds()));
    }

    /// The worst second counts, so that a short dip is not averaged away.
    private static char step(List<Chart.Point> points, Chart chart) {
        List<Double> shares = new ArrayList<>();
        points.stream().filter(Chart.Point::traffic).forEach(p -> shares.add(p.availability()));
        if (shares.isEmpty()) {
            return '×';
        }
        double worst = shares.stream().mapToDouble(Double::doubleValue).reduce(chart::worse).orElseThrow();
        return STEPS.charAt(Math.clamp((int) Math.floor(worst * STEPS.length()), 0, STEPS.length() - 1));
    }
}
