package io.gameday.report.chart;

import io.gameday.report.chart.Chart.Band;
import io.gameday.report.chart.Chart.Mark;
import io.gameday.report.chart.Drawing.Label;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sheet that a picture over time is drawn on: faults and marks above, clock below, and shapes between. Patterns are
/// lines under a clip path and not SVG patterns, which the PDF would turn into pixels.
final class TimePlot {

    static final int WIDTH = 680;
    static final int LEFT = 104;
    static final int RIGHT = 676;
    /// How wide a letter of a label is, at most.
    private static final double CHARACTER = 5.6;
    private static final double SQUARE = 10;
    /// From here on letters are squares.
    private static final int KANA = 0x3000;
    private static final int LANE = 14;
    private static final int AXIS = 18;
    private static final int CLOCK = 60;

    private final Picture picture;
    private final String id;
    private final List<Tag> tags;
    private final StringBuilder shapes = new StringBuilder();
    private final List<Label> labels = new ArrayList<>();
    private int clips;

    /// @param id letters and digits, unique in the document
    TimePlot(Picture picture, String id) {
        this.picture = picture;
        this.id = id;
        tags = tags();
    }

    /// Where the first shape may begin.
    int top() {
        return (tags.stream().mapToInt(Tag::lane).max().orElse(0) + 1) * LANE + 3;
    }

    /// @param bottom where the last shape ended
    Drawing finish(int bottom) {
        for (Tag tag : tags) {
            tag(tag, bottom);
        }
        axis(bottom);
        int height = bottom + AXIS;
        String markup = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height + "\" aria-hidden=\"true\">" + shapes + "</svg>";
        return new Drawing(WIDTH, height, new Drawing.Svg(markup), List.copyOf(labels));
    }

    /// White ground with the times in which a fault was in force.
    void ground(int top, int height) {
        rect(LEFT, top, RIGHT - LEFT, height, "class=\"c-panel\" fill=\"#ffffff\" stroke=\"none\"");
        for (Band band : picture.faults()) {
            double from = x(band.from());
            double to = x(band.to());
            if (to - from > 1) {
                rect(from, top, to - from, height, "class=\"c-band\" fill=\"#f1eafe\" stroke=\"none\"");
            }
        }
    }

    void frame(int top, int height) {
        rect(LEFT, top, RIGHT - LEFT, height, "class=\"c-frame\" fill=\"none\" stroke=\"#c3cad2\" stroke-width=\"1\"");
    }

    /// What customers missed, hatched under `outline`.
    void missed(String outline, double from, double to, int top, int height) {
        hatched(outline, from, to, top, height, "class=\"c-missed\" fill=\"#ffe9a8\"",
                "class=\"c-hatch\" stroke=\"#9a6700\" stroke-width=\"1.1\"", 5);
    }

    /// Nobody asked, or nobody could look: dark.
    void silent(double from, double to, int top, int height) {
        hatched(box(from, to, top, height), from, to, top, height, "class=\"c-dead\" fill=\"#32383f\"",
                "class=\"c-deadhatch\" stroke=\"#5a626b\" stroke-width=\"1\"", 7);
    }

    static String box(double from, double to, int top, int height) {
        return "M" + n(from) + " " + top + "L" + n(to) + " " + top + "L" + n(to) + " " + (top + height) + "L" + n(from)
                + " " + (top + height) + "z";
    }

    void path(String style, CharSequence path) {
        shapes.append("<path ").append(style).append(" d=\"").append(path).append("\"/>");
    }

    void label(Label label) {
        labels.add(label);
    }

    /// A word above the panels with a line down from it.
    private record Tag(double x, int lane, String style, String text) {
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        List<Tag> wanted = new ArrayList<>();
        for (Band band : picture.faults()) {
            wanted.add(new Tag(x(band.from()), 0, "fault", band.label()));
            if (band.over() && !band.endLabel().isEmpty()) {
                wanted.add(new Tag(x(band.to()), 0, "fault-end", band.endLabel()));
            }
        }
        for (Mark mark : picture.marks()) {
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

    /// How wide a label is, at most. Chinese and Japanese letters are squares.
    static double width(String text) {
        return text.codePoints()
                .mapToDouble(c -> Character.isIdeographic(c) || c >= KANA && c < 0xA000 ? SQUARE : CHARACTER).sum();
    }

    private static double width(Tag tag) {
        return width(tag.text());
    }

    private static boolean leftOfLine(Tag tag) {
        return tag.x() + 10 + width(tag) > WIDTH;
    }

    private static double left(Tag tag) {
        return leftOfLine(tag) ? tag.x() - width(tag) - 5 : tag.x() + (tag.style().equals("alarm") ? 10 : 4);
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
        long span = Duration.between(picture.from(), picture.to()).toSeconds();
        long step = 5;
        for (long candidate : new long[]{5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400, 43_200, 86_400,
                259_200, 604_800}) {
            step = candidate;
            if (span / candidate <= 8) {
                break;
            }
        }
        long first = Math.ceilDiv(picture.from().getEpochSecond(), step) * step;
        for (long second = first; second <= picture.to().getEpochSecond(); second += step) {
            Instant at = Instant.ofEpochSecond(second);
            double x = x(at);
            line(x, bottom, x, bottom + 3, "class=\"c-tick\" stroke=\"#57606a\" stroke-width=\"0.8\"");
            if (x + CLOCK / 2.0 <= WIDTH) {
                labels.add(new Label((int) x - CLOCK / 2, bottom + 3, CLOCK, "center", "axis", Figures.second(at)));
            }
        }
    }

    double x(Instant at) {
        double share = (double) Duration.between(picture.from(), at).toMillis()
                / Math.max(1, Duration.between(picture.from(), picture.to()).toMillis());
        return LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT);
    }

    void rect(double x, double y, double width, double height, String style) {
        shapes.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" width=\"").append(n(width))
                .append("\" height=\"").append(n(height)).append("\" ").append(style).append("/>");
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        shapes.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1)).append("\" x2=\"").append(n(x2))
                .append("\" y2=\"").append(n(y2)).append("\" ").append(style).append("/>");
    }

    static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
