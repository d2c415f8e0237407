package io.gameday.console.debrief;

import io.gameday.console.control.Inks;
import io.gameday.console.text.Texts;
import io.gameday.report.text.Figures;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The strip and its playhead. The lanes are drawn anew only when they or the width change; the playhead is of nodes.
final class StripView extends Region {

    private static final double NAMES = 120;
    private static final double RIGHT = 12;

    private final TimelineViewModel model;
    private final Canvas canvas = new Canvas();
    private final Inks<Ink> palette = new Inks<>(Ink.class, this::dirty);
    private final Line rail = new Line();
    private final Line passed = new Line();
    private final Line hand = new Line();
    private final Circle knob = new Circle(6);
    private final Tooltip tooltip = new Tooltip();
    private boolean dirty = true;

    StripView(TimelineViewModel model) {
        this.model = model;
        getStyleClass().add("strip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        rail.getStyleClass().add("strip-rail");
        passed.getStyleClass().add("strip-passed");
        hand.getStyleClass().add("strip-hand");
        knob.getStyleClass().add("strip-knob");
        getChildren().addAll(palette, canvas, rail, passed, hand, knob);
        setMinHeight(StripLane.HEIGHT);
        setPrefHeight(StripLane.HEIGHT);
        setMaxHeight(StripLane.HEIGHT);
        tooltip.setShowDelay(Duration.ZERO);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(640);
        model.stripProperty().addListener(_ -> dirty());
        model.focusProperty().addListener(_ -> dirty());
        model.playhead().atProperty().addListener(_ -> movePlayhead());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tooltip.hide());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
    }

    private void dirty() {
        dirty = true;
        requestLayout();
    }

    private @Nullable StripScale scale() {
        Strip strip = model.stripProperty().get();
        return strip == null
                ? null
                : new StripScale(strip.from(), strip.to(), NAMES, Math.max(NAMES + 1, Math.floor(getWidth() - RIGHT)));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        if (canvas.getWidth() != width || canvas.getHeight() != StripLane.HEIGHT) {
            canvas.setWidth(width);
            canvas.setHeight(StripLane.HEIGHT);
            dirty = true;
        }
        StripScale scale = scale();
        Strip strip = model.stripProperty().get();
        if (dirty) {
            dirty = false;
            canvas.getGraphicsContext2D().clearRect(0, 0, width, StripLane.HEIGHT);
            if (strip != null && scale != null) {
                new StripPainter(canvas.getGraphicsContext2D(), palette, strip, model.focusProperty().get(), scale)
                        .paint();
            }
        }
        movePlayhead();
    }

    private void movePlayhead() {
        StripScale scale = scale();
        for (var node : new Node[]{rail, passed, hand, knob}) {
            node.setVisible(scale != null);
        }
        if (scale == null) {
            return;
        }
        double y = StripLane.AXIS.top() + 1;
        double x = scale.x(model.playhead().at());
        line(rail, scale.left(), y, scale.right(), y);
        line(passed, scale.left(), y, x, y);
        line(hand, x, StripLane.USEFUL.top(), x, y);
        knob.setCenterX(x);
        knob.setCenterY(y);
        setAccessibleText(Texts.of("debrief.timeline.name") + " " + Figures.clock(model.playhead().at()) + focusWords()
                + selectedWords());
    }

    private String focusWords() {
        Focus focus = model.focusProperty().get();
        return focus == null ? "" : " " + focus.words();
    }

    private String selectedWords() {
        TimelineLine line = model.selectedProperty().get();
        return line == null ? "" : " " + TimelineLine.words(line.row());
    }

    private static void line(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }

    private void hover(MouseEvent at) {
        StripScale scale = scale();
        Strip strip = model.stripProperty().get();
        String told = scale == null || strip == null
                ? ""
                : StripHits.at(strip, strip.lane(model.focusProperty().get()), scale, at.getX(), at.getY()).orElse("");
        if (told.isEmpty()) {
            tooltip.hide();
        } else if (!tooltip.isShowing() || !told.equals(tooltip.getText())) {
            tooltip.setText(told);
            tooltip.show(this, at.getScreenX() + 12, at.getScreenY() + 16);
        }
    }

    private void seek(MouseEvent at) {
        requestFocus();
        StripScale scale = scale();
        if (scale != null && at.getX() >= NAMES - 8) {
            tooltip.hide();
            model.playhead().moveTo(scale.at(at.getX()));
        }
    }
}
