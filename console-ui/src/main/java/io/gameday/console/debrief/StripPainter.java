package io.gameday.console.debrief;

import io.gameday.console.control.Inks;
import io.gameday.console.control.Letters;
import io.gameday.console.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws the strip's lanes. The playhead is not its business.
final class StripPainter {

    private static final Font NAME = Letters.text(12);
    private static final Font LABEL = Letters.text(11);
    private static final Font STRONG = Letters.strong(11);
    private static final Font DIGITS = Letters.values(11);
    private static final DateTimeFormatter CLOCK = utc("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = utc("HH:mm");
    private static final DateTimeFormatter SECOND = utc(":ss");

    private final GraphicsContext g;
    private final Inks<Ink> palette;
    private final Strip strip;
    private final PlaceLane lane;
    private final @Nullable Focus focus;
    private final StripScale scale;

    /// @param focus what is meant of the strip; null for all of the site
    StripPainter(GraphicsContext g, Inks<Ink> palette, Strip strip, @Nullable Focus focus, StripScale scale) {
        this.g = g;
        this.palette = palette;
        this.strip = strip;
        this.focus = focus;
        lane = strip.lane(focus);
        this.scale = scale;
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    void paint() {
        g.setTextBaseline(VPos.CENTER);
        names();
        for (Strip.Span fault : strip.faults()) {
            double x = scale.x(fault.from());
            g.setFill(palette.of(Ink.FAULT_FILL));
            g.fillRect(x, StripLane.USEFUL.top(), Math.max(2, scale.x(fault.to()) - x),
                    StripLane.PEOPLE.bottom() - StripLane.USEFUL.top());
        }
        new CurvePainter(g, palette, lane.useful(), scale).paint();
        new QuadrantPainter(g, palette, scale).paint(lane.stretches());
        lane.windows().forEach(this::impact);
        bars(strip.faults(), StripLane.FAULT, Ink.FAULT_LINE, Ink.FAULT_LINE, Ink.ON_FAULT, Ink.FAULT_TEXT);
        bars(strip.alarms(), StripLane.ALARMS, Ink.ALARM_FILL, Ink.ALARM_LINE, Ink.ALARM_TEXT, Ink.QUIET);
        strip.silences().forEach(this::silence);
        marks(strip.automation(), StripLane.AUTOMATION);
        marks(strip.people(), StripLane.PEOPLE);
        if (!strip.nobody().isEmpty() && strip.people().isEmpty()) {
            text(strip.nobody(), LABEL, Ink.QUIET, scale.left() + 4, StripLane.PEOPLE.middle());
        }
        strip.standstills().forEach(this::standstill);
        axis();
        if (focus != null) {
            focus.ranges().forEach(this::meant);
        }
    }

    private void names() {
        double y = StripLane.USEFUL.middle();
        boolean site = lane.equals(strip.site());
        fitting(site ? Texts.of("debrief.lane.useful") : Texts.of("debrief.lane.of", lane.name()), NAME,
                site ? Ink.QUIET : Ink.ACCENT, 10, y - 8, scale.left() - 14);
        String range = lane.useful().isEmpty()
                ? Texts.of("debrief.noanswers")
                : Texts.of("debrief.lane.useful.range", CurvePainter.floor(lane.useful()));
        text(range, LABEL, Ink.QUIET, 10, y + 8);
        text(Texts.of("debrief.lane.impact"), NAME, Ink.QUIET, 10, StripLane.IMPACT.middle());
        text(Texts.of("debrief.lane.fault"), NAME, Ink.QUIET, 10, StripLane.FAULT.middle());
        text(Texts.of("debrief.lane.alarms"), NAME, Ink.QUIET, 10, StripLane.ALARMS.middle());
        text(Texts.of("debrief.lane.automation"), NAME, Ink.QUIET, 10, StripLane.AUTOMATION.middle());
        text(Texts.of("debrief.lane.people"), NAME, Ink.QUIET, 10, StripLane.PEOPLE.middle());
        g.setStroke(palette.of(Ink.RULE));
        g.setLineWidth(1);
        for (StripLane lane : List.of(StripLane.FAULT, StripLane.ALARMS, StripLane.AUTOMATION, StripLane.PEOPLE)) {
            double top = Math.round(lane.top()) - 0.5;
            g.strokeLine(scale.left(), top, scale.right(), top);
        }
    }

    private void impact(Strip.Span impact) {
        double x = scale.x(impact.from());
        double next = lane.windows().stream().map(Strip.Span::from).filter(f -> f.isAfter(impact.from()))
                .mapToDouble(scale::x).min().orElse(scale.right());
        fitting(impact.label(), LABEL, Ink.GRAY_TEXT, x + 3, StripLane.IMPACT.bottom() - 6, next - x - 7);
    }

    private void meant(Focus.Range range) {
        double x = Math.floor(scale.x(range.from())) + 0.5;
        double wide = Math.max(3, Math.ceil(scale.x(range.to()) - x));
        g.setFill(palette.of(Ink.ACCENT, 0.10));
        g.fillRect(x, StripLane.USEFUL.top() - 3, wide, StripLane.PEOPLE.bottom() - StripLane.USEFUL.top() + 3);
        g.setStroke(palette.of(Ink.ACCENT));
        g.setLineWidth(1.5);
        g.strokeRect(x, StripLane.USEFUL.top() - 3, wide, StripLane.PEOPLE.bottom() - StripLane.USEFUL.top() + 3);
    }

    private void bars(List<Strip.Span> spans, StripLane lane, Ink fill, Ink line, Ink inside, Ink behind) {
        for (int i = 0; i < spans.size(); i++) {
            Strip.Span span = spans.get(i);
            double x = scale.x(span.from());
            double wide = Math.max(4, scale.x(span.to()) - x);
            double top = lane.top() + 3;
            double high = lane.height() - 6;
            g.setFill(palette.of(fill));
            g.setStroke(palette.of(line));
            g.setLineWidth(1);
            g.fillRoundRect(x + 0.5, top + 0.5, wide - 1, high - 1, 4, 4);
            g.strokeRoundRect(x + 0.5, top + 0.5, wide - 1, high - 1, 4, 4);
            double next = i + 1 < spans.size() ? scale.x(spans.get(i + 1).from()) : scale.right();
            boolean holds = width(span.label(), STRONG) + 12 <= wide;
            double after = x + wide + 5;
            if (holds || wide > 160) {
                fitting(span.label(), STRONG, inside, x + 6, lane.middle(), wide - 12);
                fitting(span.after(), LABEL, behind, after, lane.middle(), next - after - 4);
            } else {
                String both = span.label() + (span.after().isEmpty() ? "" : ", " + span.after());
                fitting(both, LABEL, behind == Ink.QUIET ? inside : behind, after, lane.middle(), next - after - 4);
            }
        }
    }

    private void silence(Strip.Span silence) {
        double x = scale.x(silence.from());
        double wide = scale.x(silence.to()) - x;
        double top = StripLane.PEOPLE.top() + 3;
        double high = StripLane.PEOPLE.height() - 6;
        Hatch.fill(g, x, top, wide, high, palette.of(Ink.PANEL), palette.of(Ink.BORDER));
        double text = width(silence.label(), LABEL);
        if (text + 8 < wide) {
            double begin = x + (wide - text) / 2;
            g.setFill(palette.of(Ink.PANEL));
            g.fillRect(begin - 4, top, text + 8, high);
            text(silence.label(), LABEL, Ink.TEXT, begin, StripLane.PEOPLE.middle());
        }
    }

    private void standstill(Strip.Span gap) {
        double x = scale.x(gap.from());
        double wide = Math.max(4, scale.x(gap.to()) - x);
        double top = StripLane.USEFUL.top();
        Hatch.fill(g, x, top, wide, StripLane.PEOPLE.bottom() - top, palette.of(Ink.PANEL, 0.85),
                palette.of(Ink.QUIET));
        double text = width(gap.label(), LABEL);
        double begin = Math.min(x + 4, scale.right() - text - 4);
        g.setFill(palette.of(Ink.PANEL));
        g.fillRect(begin - 3, top, text + 6, 15);
        text(gap.label(), LABEL, Ink.TEXT, begin, top + 8);
    }

    private void marks(List<Strip.Mark> marks, StripLane lane) {
        g.setFill(palette.of(Ink.TEXT));
        for (Strip.Mark mark : marks) {
            g.fillOval(scale.x(mark.at()) - 4, lane.middle() - 4, 8, 8);
        }
        List<Double> xs = marks.stream().map(mark -> scale.x(mark.at())).toList();
        List<String> texts = marks.stream().map(Strip.Mark::label).toList();
        for (MarkLabels.Placed label : MarkLabels.place(xs, texts, text -> width(text, LABEL), scale.left(),
                scale.right())) {
            text(label.text(), LABEL, Ink.TEXT, label.x(), lane.middle());
        }
    }

    private void axis() {
        List<Instant> ticks = scale.ticks();
        boolean minutes = ticks.size() > 1 && ticks.get(1).getEpochSecond() - ticks.get(0).getEpochSecond() >= 60;
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < ticks.size(); i++) {
            Instant tick = ticks.get(i);
            boolean full = i == 0 || tick.getEpochSecond() % 60 == 0;
            String words = (minutes ? MINUTE : full ? CLOCK : SECOND).format(tick);
            double half = width(words, DIGITS) / 2;
            double x = Math.clamp(scale.x(tick), scale.left() + half,
                    Math.max(scale.left() + half, scale.right() - half));
            text(words, DIGITS, Ink.QUIET, x, StripLane.AXIS.middle() + 4);
        }
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void text(String words, Font font, Ink ink, double x, double y) {
        g.setFont(font);
        Paint fill = palette.of(ink);
        g.setFill(fill);
        g.fillText(words, x, y);
    }

    /// Shortened with an ellipsis; nothing where not even a few letters fit. The hover tells all of it.
    private void fitting(String words, Font font, Ink ink, double x, double y, double room) {
        String shown = words;
        while (shown.length() > 4 && width(shown, font) > room) {
            shown = shown.substring(0, shown.length() - (shown.endsWith("…") ? 2 : 1)).stripTrailing() + "…";
        }
        if (!shown.isEmpty() && width(shown, font) <= room) {
            text(shown, font, ink, x, y);
        }
    }

    private static double width(String words, Font font) {
        Text measured = new Text(words);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
