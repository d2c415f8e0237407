package io.gameday.report.chart;

import io.gameday.report.chart.Chart.Bound;
import io.gameday.report.chart.Chart.Panel;
import io.gameday.report.chart.Drawing.Label;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static io.gameday.report.chart.TimePlot.LEFT;
import static io.gameday.report.chart.TimePlot.RIGHT;
import static io.gameday.report.chart.TimePlot.n;

/// Draws a [Chart].
public final class SvgChart {

    private static final int TALL = 54;
    private static final int LOW = 36;
    private static final int SPACE = 5;

    private final Chart chart;
    private final TimePlot plot;
    private final int step;
    private final Duration pace;

    private SvgChart(Chart chart, String id) {
        this.chart = chart;
        plot = new TimePlot(chart, id);
        step = chart.step();
        pace = chart.point().multipliedBy(step);
    }

    /// @param id letters and digits, unique in the document
    public static Drawing draw(Chart chart, String id) {
        return new SvgChart(chart, id).draw();
    }

    private Drawing draw() {
        int bottom = plot.top();
        for (Panel panel : chart.panels()) {
            int height = panel.tall() ? TALL : LOW;
            panel(panel, bottom, height);
            bottom += height + SPACE;
        }
        return plot.finish(bottom - SPACE);
    }

    private void panel(Panel panel, int top, int height) {
        plot.ground(top, height);
        for (int quarter = 1; quarter < 4; quarter++) {
            double y = top + height * quarter / 4.0;
            plot.line(LEFT, y, RIGHT, y, "class=\"c-grid\" stroke=\"#dfe4ea\" stroke-width=\"0.6\"");
        }
        runs(panel, top, height);
        double objective = y(chart.objective(), top, height);
        plot.line(LEFT, objective, RIGHT, objective,
                "class=\"c-well\" stroke=\"#0b6259\" stroke-width=\"1\" stroke-dasharray=\"1.5 2.5\"");
        plot.frame(top, height);
        plot.label(new Label(0, top + height / 2 - 15, LEFT - 8, "left", "name", panel.name()));
        plot.label(new Label(0, top + height / 2 - 1, LEFT - 6, "left", "note", panel.note()));
    }

    /// Seconds with and without traffic take turns; each run is drawn in its own way.
    private void runs(Panel panel, int top, int height) {
        List<Chart.Point> points = steps(panel.points());
        int start = 0;
        while (start < points.size()) {
            int end = start;
            while (end < points.size() && points.get(end).traffic() == points.get(start).traffic()) {
                end++;
            }
            List<Chart.Point> run = points.subList(start, end);
            if (run.getFirst().traffic()) {
                line(run, top, height);
            } else {
                silence(panel, run, top, height);
            }
            start = end;
        }
    }

    private List<Chart.Point> steps(List<Chart.Point> seconds) {
        return IntStream.iterate(0, from -> from < seconds.size(), from -> from + step)
                .mapToObj(from -> chart.worst(seconds.subList(from, Math.min(seconds.size(), from + step)))).toList();
    }

    private void line(List<Chart.Point> run, int top, int height) {
        // What was missed lies between the line and all of it, or above the most that there was to be.
        double edge = switch (chart.bound()) {
            case AT_LEAST -> y(1, top, height);
            case AT_MOST -> y(chart.objective(), top, height);
        };
        StringBuilder path = new StringBuilder();
        StringBuilder area = new StringBuilder("M" + n(plot.x(run.getFirst().second())) + " " + n(edge));
        boolean missed = false;
        for (Chart.Point point : run) {
            double y = y(point.availability(), top, height);
            double from = plot.x(point.second());
            double to = Math.min(RIGHT, plot.x(point.second().plus(pace)));
            path.append(path.isEmpty() ? "M" : "L").append(n(from)).append(' ').append(n(y)).append('L').append(n(to))
                    .append(' ').append(n(y));
            double felt = chart.bound() == Bound.AT_MOST ? Math.min(y, edge) : y;
            area.append('L').append(n(from)).append(' ').append(n(felt)).append('L').append(n(to)).append(' ')
                    .append(n(felt));
            missed |= chart.missed(point.availability());
        }
        double last = Math.min(RIGHT, plot.x(run.getLast().second().plus(pace)));
        if (missed) {
            area.append('L').append(n(last)).append(' ').append(n(edge)).append('z');
            plot.missed(area.toString(), plot.x(run.getFirst().second()), last, top, height);
        }
        plot.path("class=\"c-line\" fill=\"none\" stroke=\"#1f2328\" stroke-width=\"1.3\"", path);
    }

    private void silence(Panel panel, List<Chart.Point> run, int top, int height) {
        double from = plot.x(run.getFirst().second());
        double to = Math.min(RIGHT, plot.x(run.getLast().second().plus(pace)));
        plot.silent(from, to, top, height);
        if (to - from > TimePlot.width(panel.silence()) + 10) {
            plot.label(new Label((int) from, top + height / 2 - 8, (int) (to - from), "center", "silence",
                    panel.silence()));
        }
    }

    /// 100 % stays a little under the frame, so that a healthy line can be seen.
    private static double y(double availability, int top, int height) {
        return top + 2 + (1 - availability) * (height - 3);
    }
}
