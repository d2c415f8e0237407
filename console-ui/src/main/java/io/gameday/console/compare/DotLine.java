package io.gameday.console.compare;

import io.gameday.console.control.Inks;
import io.gameday.report.history.Axis;
import io.gameday.report.history.History;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The runs of a group as dots over an axis that begins at zero: one dot a run, an arrow head where it was not over.
final class DotLine extends Region {

    /// What it is drawn with.
    enum Ink {
        TEXT, QUIET, RULE, ACCENT, GROUND
    }

    private static final double RADIUS = 3.5;
    private static final double EDGE = 8;

    private final Canvas canvas = new Canvas();
    private final Inks<Ink> inks = new Inks<>(Ink.class, this::requestLayout);
    private final History.Row row;
    private final @Nullable Axis axis;
    private @Nullable String before;
    private @Nullable String after;

    DotLine(History.Row row, @Nullable Axis axis) {
        this.row = row;
        this.axis = axis;
        getStyleClass().add("dot-line");
        getChildren().addAll(canvas, inks);
        setMinSize(60, 18);
        setPrefHeight(18);
    }

    /// Marks the two runs that are compared: the one before hollow, the one after full.
    void mark(@Nullable String before, @Nullable String after) {
        this.before = before;
        this.after = after;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        double mid = Math.floor(getHeight() / 2) + 0.5;
        g.setStroke(inks.of(Ink.RULE));
        g.setLineWidth(1);
        g.strokeLine(EDGE, mid, getWidth() - EDGE, mid);
        Axis over = axis;
        if (over == null) {
            return;
        }
        over.ticks().forEach(tick -> {
            double x = x(over, tick.at());
            g.strokeLine(x, mid - 4, x, mid + 4);
        });
        row.dots().stream().filter(dot -> !marked(dot)).forEach(dot -> dot(g, over, dot, mid));
        row.dots().stream().filter(this::marked).forEach(dot -> dot(g, over, dot, mid));
    }

    private boolean marked(History.Dot dot) {
        return dot.run().equals(before) || dot.run().equals(after);
    }

    private double x(Axis over, double value) {
        return Math.floor(EDGE + over.share(value) * (getWidth() - 2 * EDGE)) + 0.5;
    }

    private void dot(GraphicsContext g, Axis over, History.Dot dot, double mid) {
        double x = x(over, dot.value());
        double radius = marked(dot) ? RADIUS + 1.5 : RADIUS;
        g.setFill(inks.of(dot.run().equals(after) ? Ink.ACCENT : dot.run().equals(before) ? Ink.GROUND : Ink.QUIET));
        g.setStroke(inks.of(marked(dot) ? Ink.ACCENT : Ink.GROUND));
        g.setLineWidth(marked(dot) ? 2 : 1);
        if (dot.atLeast()) {
            double[] xs = {x - radius, x + radius, x - radius};
            double[] ys = {mid - radius, mid, mid + radius};
            g.fillPolygon(xs, ys, 3);
            g.strokePolygon(xs, ys, 3);
        } else {
            g.fillOval(x - radius, mid - radius, 2 * radius, 2 * radius);
            g.strokeOval(x - radius, mid - radius, 2 * radius, 2 * radius);
        }
    }
}
