package io.gameday.report.chart;

import io.gameday.report.chart.DotPlot.Box;
import io.gameday.report.chart.DotPlot.Dot;
import io.gameday.report.chart.DotPlot.Row;
import io.gameday.report.chart.DotPlot.Tick;
import io.gameday.report.chart.Drawing.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static io.gameday.report.chart.TimePlot.n;

/// Draws a [DotPlot]: dots that would cover each other are stacked, behind them p25 to p75 as a grey box with the
/// median as a thick line.
///
/// ```
///                          ●
///  before, real  │  ● ●▒▒▒┃●●▒▒  ●      │  median 3.1 s
///  n 7           │     ▒▒▒┃▒▒▒▒         │  p25–p75 2.8 to 4.0 s
///                0 s         5 s      10 s
/// ```
public final class SvgDots {

    static final int WIDTH = 680;
    private static final int LEFT = 120;
    private static final int RIGHT = 470;
    private static final int WORDS = 482;
    private static final int LINE = 13;
    private static final int SPACE = 4;
    private static final int AXIS = 18;
    private static final int TICK = 70;
    private static final double RADIUS = 3.4;
    /// A column of dots is as wide as one of them, a step up a little less high.
    private static final double COLUMN = 7;
    private static final double STEP = 6;
    /// Higher stacks are pressed together, so that a thousand runs still fit.
    private static final double HIGHEST = 90;

    private final DotPlot plot;
    private final StringBuilder shapes = new StringBuilder();
    private final List<Label> labels = new ArrayList<>();

    private SvgDots(DotPlot plot) {
        this.plot = plot;
    }

    public static Drawing draw(DotPlot plot) {
        return new SvgDots(plot).draw();
    }

    private Drawing draw() {
        int bottom = 0;
        for (Row row : plot.rows()) {
            bottom += row(row, bottom) + SPACE;
        }
        for (Tick tick : plot.axis()) {
            double x = x(tick.at());
            line(x, bottom - SPACE, x, bottom, "class=\"c-tick\" stroke=\"#57606a\" stroke-width=\"0.8\"");
            labels.add(new Label((int) x - TICK / 2, bottom, TICK, "center", "axis", tick.words()));
        }
        int height = bottom + AXIS;
        String markup = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height + "\" aria-hidden=\"true\">" + shapes + "</svg>";
        return new Drawing(WIDTH, height, new Drawing.Svg(markup), List.copyOf(labels));
    }

    /// Returns its height.
    private int row(Row row, int top) {
        Map<Long, List<Dot>> columns = new TreeMap<>();
        row.dots().forEach(
                dot -> columns.computeIfAbsent(Math.round(x(dot.at()) / COLUMN), c -> new ArrayList<>()).add(dot));
        int most = columns.values().stream().mapToInt(List::size).max().orElse(0);
        double stack = Math.min(HIGHEST, STEP * Math.max(0, most - 1));
        int height = (int) Math.max(LINE * Math.max(2, row.words().size()) + 4, stack + 4 * RADIUS + 4);
        shapes.append("<rect class=\"c-panel\" fill=\"#ffffff\" stroke=\"none\" x=\"").append(LEFT).append("\" y=\"")
                .append(top).append("\" width=\"").append(RIGHT - LEFT).append("\" height=\"").append(height)
                .append("\"/>");
        plot.axis().forEach(tick -> line(x(tick.at()), top, x(tick.at()), top + height,
                "class=\"c-grid\" stroke=\"#dfe4ea\" stroke-width=\"0.8\""));
        Box box = row.box();
        if (box != null) {
            box(box, top, height);
        }
        double floor = stack == 0 ? top + height / 2.0 : top + height - 2 * RADIUS - 2;
        for (List<Dot> column : columns.values()) {
            double step = column.size() == 1 ? 0 : Math.min(STEP, HIGHEST / (column.size() - 1));
            for (int i = 0; i < column.size(); i++) {
                dot(column.get(i), floor - i * step, row.filled());
            }
        }
        labels.add(new Label(0, top + 2, LEFT - 8, "left", "name", row.name()));
        labels.add(new Label(0, top + 2 + LINE, LEFT - 8, "left", "note", row.note()));
        for (int i = 0; i < row.words().size(); i++) {
            labels.add(new Label(WORDS, top + 2 + LINE * i, WIDTH - WORDS, "left", i == 0 ? "name" : "note",
                    row.words().get(i)));
        }
        return height;
    }

    private void box(Box box, int top, int height) {
        double from = x(box.p25());
        double to = x(box.p75());
        if (to > from) {
            shapes.append("<rect class=\"c-box\" fill=\"#d8dee4\" stroke=\"none\" x=\"").append(n(from))
                    .append("\" y=\"").append(top + 3).append("\" width=\"").append(n(to - from)).append("\" height=\"")
                    .append(height - 6).append("\"/>");
        }
        double median = x(box.median());
        line(median, top, median, top + height, "class=\"c-line\" stroke=\"#1f2328\" stroke-width=\"2\"");
    }

    private void dot(Dot dot, double y, boolean filled) {
        String style = filled
                ? "class=\"c-dot\" fill=\"#1f2328\" stroke=\"#ffffff\" stroke-width=\"0.8\""
                : "class=\"c-ring\" fill=\"#ffffff\" stroke=\"#1f2328\" stroke-width=\"1.4\"";
        double x = x(dot.at());
        if (dot.atLeast()) {
            shapes.append("<path ").append(style).append(" d=\"M").append(n(x - RADIUS)).append(' ')
                    .append(n(y - RADIUS)).append('L').append(n(x + RADIUS + 1)).append(' ').append(n(y)).append('L')
                    .append(n(x - RADIUS)).append(' ').append(n(y + RADIUS)).append("z\"/>");
        } else {
            shapes.append("<circle ").append(style).append(" cx=\"").append(n(x)).append("\" cy=\"").append(n(y))
                    .append("\" r=\"").append(n(RADIUS)).append("\"/>");
        }
    }

    private double x(double value) {
        double from = plot.axis().getFirst().at();
        double to = plot.axis().getLast().at();
        return LEFT + 8 + (value - from) / (to - from) * (RIGHT - LEFT - 16);
    }

    private void line(double x1, double y1, double x2, double y2, String style) {
        shapes.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1)).append("\" x2=\"").append(n(x2))
                .append("\" y2=\"").append(n(y2)).append("\" ").append(style).append("/>");
    }
}
