package io.gameday.console.chart;

import io.gameday.console.control.Letters;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// One line of text along the time: what happened above the charts, or the hours below them.
final class TimeStrip extends Inked {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long[] STEPS = {10, 15, 30, 60, 120, 300, 600, 1800, 3600};

    private final Canvas canvas = new Canvas();
    private final boolean marks;
    private ChartFrame frame = ChartFrame.EMPTY;

    private TimeStrip(boolean marks) {
        this.marks = marks;
        getStyleClass().add("plot");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinHeight(16);
        setPrefHeight(16);
        setMaxHeight(16);
    }

    static TimeStrip marks() {
        return new TimeStrip(true);
    }

    static TimeStrip hours() {
        return new TimeStrip(false);
    }

    void show(ChartFrame next) {
        frame = next;
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTextBaseline(VPos.CENTER);
        if (marks) {
            drawMarks(g);
        } else {
            drawHours(g);
        }
    }

    /// The important come first; one that would stand on another is left out.
    private void drawMarks(GraphicsContext g) {
        g.setFont(Letters.text(10.5));
        List<double[]> taken = new ArrayList<>();
        Instant fault = frame.firstFault();
        put(g, faultText(), fault, fault == null ? "" : Texts.of("live.chart.fault", FULL.format(fault)), -1, taken);
        if (fault != null && frame.firstAlarm() != null) {
            put(g, alarm(), frame.firstAlarm(),
                    Texts.of("live.chart.alarm", Words.tenths(Duration.between(fault, frame.firstAlarm()))), 1, taken);
        }
        Instant end = frame.plannedEnd();
        put(g, faultText(), end, end == null ? "" : Texts.of("live.chart.ends", FULL.format(end).substring(5)), -1,
                taken);
        put(g, quiet(), frame.now(), Texts.of("live.chart.now"), 0, taken);
    }

    /// @param side -1 ends at the instant, 1 begins there, 0 has it in the middle
    private void put(GraphicsContext g, Color colour, @Nullable Instant at, String text, int side,
            List<double[]> taken) {
        double x = at == null ? -1 : frame.share(at);
        if (x < 0 || x > 1) {
            return;
        }
        double width = canvas.getWidth();
        double half = text.length() * 6.2 / 2 + 3;
        double middle = Math.clamp(x * width + side * (half + 2), Math.min(half, width / 2),
                Math.max(width - half, width / 2));
        if (taken.stream().anyMatch(other -> middle - half < other[1] + 4 && middle + half > other[0] - 4)) {
            return;
        }
        taken.add(new double[]{middle - half, middle + half});
        g.setFill(colour);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, middle, canvas.getHeight() / 2);
    }

    private void drawHours(GraphicsContext g) {
        g.setFont(Letters.values(10.5));
        g.setFill(quiet());
        g.setTextAlign(TextAlignment.CENTER);
        double width = canvas.getWidth();
        long span = Duration.between(frame.from(), frame.to()).toSeconds();
        long step = STEPS[STEPS.length - 1];
        for (long candidate : STEPS) {
            if (candidate * width / Math.max(1, span) >= 62) {
                step = candidate;
                break;
            }
        }
        long first = Math.ceilDiv(frame.from().getEpochSecond(), step) * step;
        for (long at = first; at <= frame.to().getEpochSecond(); at += step) {
            double x = frame.share(Instant.ofEpochSecond(at)) * width;
            if (x > 26 && x < width - 26) {
                g.fillText(FULL.format(Instant.ofEpochSecond(at)), x, canvas.getHeight() / 2);
            }
        }
    }
}
