package io.gameday.report.chart;

import io.gameday.report.chart.Chart.Band;
import io.gameday.report.chart.Chart.Mark;
import io.gameday.report.chart.Chart.Panel;
import io.gameday.report.chart.Drawing.Label;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws a [Chart]. Patterns are lines under a clip path and not SVG patterns, which the PDF would turn into pixels.
public final class SvgChart {

    static final int WIDTH = 680;
    private static final int LEFT = 104;
    private static final int RIGHT = 676;
    private static final int LANE = 14;
    private static final int TALL = 54;
    private static final int LOW = 36;
    private static final int SPACE = 5;
    private static final int AXIS = 18;
    private static final int CLOCK = 60;
    private static final double CHARACTER = 5.6;

    private final Chart chart;
    private final String id;
    private final StringBuilder shapes = new StringBuilder();
    private final List<Label> labels = new ArrayList<>();
    private int clips;

    private SvgChart(Chart chart, String id) {
        this.chart = chart;
        this.id = id;
    }

    /// @param id letters and digits, unique in the document
    public static Drawing draw(Chart chart, String id) {
        return new SvgChart(chart, id).draw();
    }

    private Drawing draw() {
        List<Tag> tags = tags();
        int top = lanes(tags) * LANE + 3;
        int bottom = top;
        for (Panel panel : chart.panels()) {
            int height = panel.tall() ? TALL : LOW;
            panel(panel, bottom, height);
            bottom += height + SPACE;
        }
        bottom -= SPACE;
        for (Tag tag : tags) {
            tag(tag, bottom);
        }
        axis(bottom);
        int height = bottom + AXIS;
        String markup = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height + "\" aria-hidden=\"true\">" + shapes + "</svg>";
        return new Drawing(WIDTH, height, new Drawing.Svg(markup), List.copyOf(labels));
    }

    /// A word above the panels with a line down from it.
    private record Tag(double x, int lane, String style, String text) {
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        List<Tag> wanted = new ArrayList<>();
        for (Band band : chart.faults()) {
            wanted.add(new Tag(x(band.from()), 0, "fault", band.label()));
            if (band.over() && !band.endLabel().isEmpty()) {
                wanted.add(new Tag(x(band.to()), 0, "fault-end", band.endLabel()));
            }
        }
        for (Mark mark : chart.marks()) {
            wanted.add(new Tag(x(mark.at()), 0, mark.kind() == Mark.Kind.ALARM ? "alarm" : "mitigated", mark.label()));
        }
        wanted.sort((a, b) -> Double.compare(a.x(), b.x()));
        for (Tag tag : wanted) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) + 6 > left(tag)) {
                lane++;
            }
            double end = Math.max(tag.x(), left(tag) + width(tag));
            if (lane == ends.size()) {
                ends.add(end);
            } else {
                ends.set(lane, end);
            }
            tags.add(new Tag(tag.x(), lane, tag.style(), tag.text()));
        }
        return tags;
    }

    private static int lanes(List<Tag> tags) {
        return tags.stream().mapToInt(Tag::lane).max().orElse(0) + 1;
    }

    private void tag(Tag tag, int bottom) {
        int y = tag.lane() * LANE;
        String style = switch (tag.style()) {
            case "alarm" -> "class=\"c-alarm\" stroke=\"#cf222e\" stroke-width=\"1.6\"";
            case "mitigated" -> "class=\"c-well\" stroke=\"#0b6259\" stroke-width=\"1.4\" stroke-dasharray=\"5 2.5\"";
            case "fault-end" -> "class=\"c-fault\" stroke=\"#8250df\" stroke-width=\"1.2\" stroke-dasharray=\"2 2\"";
            default -> "class=\"c-fault\" stroke=\"#8250df\" stroke-width=\"1.2\"";
        };
        line(tag.x(), y + 3, tag.x(), bottom, style);
        if (tag.style().equals("alarm")) {
            shapes.append("<path class=\"c-flag\" fill=\"#cf222e\" d=\"M").append(n(tag.x())).append(' ').append(y + 3)
                    .append("l7 3.2l-7 3.2z\"/>");
        }
        labels.add(new Label((int) left(tag), y, (int) Math.ceil(width(tag)), leftOfLine(tag) ? "right" : "left",
                "mark mark-" + tag.style(), tag.text()));
    }

    private static double width(Tag tag) {
        return tag.text().length() * CHARACTER;
    }

    private static boolean leftOfLine(Tag tag) {
        return tag.x() + 10 + width(tag) > WIDTH;
    }

    private static double left(Tag tag) {
        return leftOfLine(tag) ? tag.x() - width(tag) - 5 : tag.x() + (tag.style().equals("alarm") ? 10 : 4);
    }

    private void panel(Panel panel, int top, int height) {
        rect(LEFT, top, RIGHT - LEFT, height, "class=\"c-panel\" fill=\"#ffffff\" stroke=\"none\"");
        for (Band band : chart.faults()) {
            double from = x(band.from());
            double to = x(band.to());
            if (to - from > 1) {
                rect(from, top, to - from, height, "class=\"c-band\" fill=\"#f1eafe\" stroke=\"none\"");
            }
        }
        for (int quarter = 1; quarter < 4; quarter++) {
            double y = top + height * quarter / 4.0;
            line(LEFT, y, RIGHT, y, "class=\"c-grid\" stroke=\"#dfe4ea\" stroke-width=\"0.6\"");
        }
        runs(panel, top, height);
        double objective = y(chart.objective(), top, height);
        line(LEFT, objective, RIGHT, objective,
                "class=\"c-well\" stroke=\"#0b6259\" stroke-width=\"1\" stroke-dasharray=\"1.5 2.5\"");
        rect(LEFT, top, RIGHT - LEFT, height, "class=\"c-frame\" fill=\"none\" stroke=\"#c3cad2\" stroke-width=\"1\"");
        labels.add(new Label(0, top + height / 2 - 15, LEFT - 8, "left", "name", panel.name()));
        labels.add(new Label(0, top + height / 2 - 1, LEFT - 6, "left", "note", panel.note()));
    }

    /// Seconds with and without traffic take turns; each run is drawn in its own way.
    private void runs(Panel panel, int top, int height) {
        List<Chart.Point> points = panel.points();
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

    private void line(List<Chart.Point> run, int top, int height) {
        double hundred = y(1, top, height);
        StringBuilder path = new StringBuilder();
        StringBuilder area = new StringBuilder("M" + n(x(run.getFirst().second())) + " " + n(hundred));
        boolean missed = false;
        for (Chart.Point point : run) {
            double y = y(point.availability(), top, height);
            double from = x(point.second());
            double to = Math.min(RIGHT, x(point.second().plusSeconds(1)));
            path.append(path.isEmpty() ? "M" : "L").append(n(from)).append(' ').append(n(y)).append('L').append(n(to))
                    .append(' ').append(n(y));
            area.append('L').append(n(from)).append(' ').append(n(y)).append('L').append(n(to)).append(' ')
                    .append(n(y));
            missed |= point.availability() < chart.objective();
        }
        double last = Math.min(RIGHT, x(run.getLast().second().plusSeconds(1)));
        if (missed) {
            area.append('L').append(n(last)).append(' ').append(n(hundred)).append('z');
            hatched(area.toString(), x(run.getFirst().second()), last, top, height,
                    "class=\"c-missed\" fill=\"#ffe9a8\"", "class=\"c-hatch\" stroke=\"#9a6700\" stroke-width=\"1.1\"",
                    5);
        }
        shapes.append("<path class=\"c-line\" fill=\"none\" stroke=\"#1f2328\" stroke-width=\"1.3\" d=\"").append(path)
                .append("\"/>");
    }

    private void silence(Panel panel, List<Chart.Point> run, int top, int height) {
        double from = x(run.getFirst().second());
        double to = Math.min(RIGHT, x(run.getLast().second().plusSeconds(1)));
        String box = "M" + n(from) + " " + top + "L" + n(to) + " " + top + "L" + n(to) + " " + (top + height) + "L"
                + n(from) + " " + (top + height) + "z";
        hatched(box, from, to, top, height, "class=\"c-dead\" fill=\"#32383f\"",
                "class=\"c-deadhatch\" stroke=\"#5a626b\" stroke-width=\"1\"", 7);
        if (to - from > panel.silence().length() * CHARACTER + 10) {
            labels.add(new Label((int) from, top + height / 2 - 8, (int) (to - from), "center", "silence",
                    panel.silence()));
        }
    }

    private void hatched(String outline, double from, double to, int top, int height, String fill, String stroke,
            int step) {
        String clip = id + "c" + ++clips;
        shapes.append("<clipPath id=\"").append(clip).append("\"><path d=\"").append(outline)
                .append("\"/></clipPath><path ").append(fill).append(" stroke=\"none\" d=\"").append(outline)
                .append("\"/><g clip-path=\"url(#").append(clip).append(")\"><path ").append(stroke)
                .append(" fill=\"none\" d=\"");
        // On one raster for the whole picture, so that hatches of neighbours meet.
        for (double x = from - from % step - height; x < to; x += step) {
            shapes.append('M').append(n(x)).append(' ').append(top + height).append('l').append(height).append(' ')
                    .append(-height);
        }
        shapes.append("\"/></g>");
    }

    private void axis(int bottom) {
        long span = Duration.between(chart.from(), chart.to()).toSeconds();
        long step = 5;
        for (long candidate : new long[]{5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200}) {
            step = candidate;
            if (span / candidate <= 8) {
                break;
            }
        }
        long first = Math.ceilDiv(chart.from().getEpochSecond(), step) * step;
        for (long second = first; second <= chart.to().getEpochSecond(); second += step) {
            Instant at = Instant.ofEpochSecond(second);
            double x = x(at);
            line(x, bottom, x, bottom + 3, "class=\"c-tick\" stroke=\"#57606a\" stroke-width=\"0.8\"");
            if (x + CLOCK / 2.0 <= WIDTH) {
                labels.add(new Label((int) x - CLOCK / 2, bottom + 3, CLOCK, "center", "axis", Figures.second(at)));
            }
        }
    }

    private double x(Instant at) {
        double share = (double) Duration.between(chart.from(), at).toMillis()
                / Math.max(1, Duration.between(chart.from(), chart.to()).toMillis());
        return LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT);
    }

    /// 100 % stays a little under the frame, so that a healthy line can be seen.
    private static double y(double availability, int top, int height) {
        return top + 2 + (1 - availability) * (height - 3);
    }

    private void rect(double x, double y, double width, double height, String style) {
        shapes.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" width=\"").append(n(width))
                .append("\" height=\"").append(n(height)).append("\" ").append(style).append("/>");
    }

    private void line(double x1, double y1, double x2, double y2, String style) {
        shapes.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1)).append("\" x2=\"").append(n(x2))
                .append("\" y2=\"").append(n(y2)).append("\" ").append(style).append("/>");
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
