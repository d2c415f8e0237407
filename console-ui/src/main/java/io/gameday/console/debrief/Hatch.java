package io.gameday.console.debrief;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/// Lines at 45°, for what is missing.
final class Hatch {

    private static final double APART = 6;

    private Hatch() {
    }

    static void fill(GraphicsContext g, double x, double y, double width, double height, Paint ground, Paint lines) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        g.setFill(ground);
        g.fillRect(x, y, width, height);
        lines(g, x, y, width, height, lines);
        g.restore();
    }

    /// Into whatever the context is clipped to.
    static void lines(GraphicsContext g, double x, double y, double width, double height, Paint lines) {
        g.setStroke(lines);
        g.setLineWidth(1.2);
        double first = Math.floor((x - height) / APART) * APART;
        for (double at = first; at < x + width; at += APART) {
            g.strokeLine(at, y + height, at + height, y);
        }
    }
}
