package io.gameday.console.home;

import io.gameday.journal.view.Words;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// The availability of a run in a corner of its row: what customers missed is filled, and where nobody asked the line
/// stops. The top is 100 %, the bottom [#BOTTOM] and less, so that a few percent are still to be seen. Shapes instead
/// of a canvas, because there is nothing to redraw and the style sheet colours them.
final class AvailabilityLine extends Pane {

    static final double BOTTOM = 0.5;
    static final double WIDTH = 78;
    static final double HEIGHT = 22;
    private static final double TOP = 2;
    /// What is below 100 % must not look like 100 %.
    private static final double LEAST_DEPTH = 1.5;

    private final Path missed = new Path();
    private final Path line = new Path();

    AvailabilityLine() {
        getStyleClass().add("home-availability");
        missed.getStyleClass().add("home-availability-missed");
        line.getStyleClass().add("home-availability-line");
        missed.setManaged(false);
        line.setManaged(false);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
        getChildren().addAll(missed, line);
    }

    void show(List<Float> points) {
        line.getElements().clear();
        missed.getElements().clear();
        double step = points.size() < 2 ? WIDTH : WIDTH / (points.size() - 1);
        int from = 0;
        while (from < points.size()) {
            if (Float.isNaN(points.get(from))) {
                from++;
                continue;
            }
            int to = from;
            while (to + 1 < points.size() && !Float.isNaN(points.get(to + 1))) {
                to++;
            }
            stretch(points, from, to, step);
            from = to + 1;
        }
    }

    private void stretch(List<Float> points, int from, int to, double step) {
        List<PathElement> area = missed.getElements();
        area.add(new MoveTo(from * step, TOP));
        for (int i = from; i <= to; i++) {
            double x = i * step;
            double y = y(points.get(i));
            line.getElements().add(i == from ? new MoveTo(x, y) : new LineTo(x, y));
            area.add(new LineTo(x, y));
        }
        area.add(new LineTo(to * step, TOP));
    }

    static double y(float availability) {
        if (availability >= Words.WELL) {
            return TOP;
        }
        double depth = Math.min(1, (1 - availability) / (1 - BOTTOM)) * (HEIGHT - 2 * TOP);
        return TOP + Math.max(LEAST_DEPTH, depth);
    }
}
