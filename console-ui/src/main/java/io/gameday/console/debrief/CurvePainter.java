package io.gameday.console.debrief;

import io.gameday.console.control.Inks;
import java.time.Duration;
import javafx.scene.canvas.GraphicsContext;

/// Draws the useful answers, and hatches what customers missed.
final class CurvePainter {

    private final GraphicsContext g;
    private final Inks<Ink> palette;
    private final Curve curve;
    private final StripScale scale;
    private final int floor;

    CurvePainter(GraphicsContext g, Inks<Ink> palette, Curve curve, StripScale scale) {
        this.g = g;
        this.palette = palette;
        this.curve = curve;
        this.scale = scale;
        floor = floor(curve);
    }

    /// The lowest percentage drawn: five less than what is needed, and 90 at most.
    static int floor(Curve curve) {
        return Math.min(90, Math.max(0, (int) Math.floor((curve.lowest() * 100 - 1) / 5) * 5));
    }

    void paint() {
        int columns = (int) Math.max(1, scale.right() - scale.left());
        float[] lowest = curve.lowest(scale.from(), Duration.between(scale.from(), scale.to()), columns);
        dotted();
        for (int from = 0; from < columns; from++) {
            int to = from;
            while (to < columns && !Float.isNaN(lowest[to])) {
                to++;
            }
            if (to > from) {
                missed(lowest, from, to);
                line(lowest, from, to);
                from = to;
            }
        }
    }

    private void dotted() {
        g.save();
        g.setStroke(palette.of(Ink.BORDER));
        g.setLineWidth(1);
        g.setLineDashes(1, 3);
        g.strokeLine(scale.left(), y(1) + 0.5, scale.right(), y(1) + 0.5);
        g.restore();
    }

    private void missed(float[] lowest, int from, int to) {
        g.save();
        g.beginPath();
        g.moveTo(x(from), y(1));
        for (int i = from; i < to; i++) {
            g.lineTo(x(i), y(lowest[i]));
            g.lineTo(x(i + 1), y(lowest[i]));
        }
        g.lineTo(x(to), y(1));
        g.closePath();
        g.clip();
        g.setFill(palette.of(Ink.GRAY_FILL));
        g.fillRect(x(from), y(1), x(to) - x(from), StripLane.USEFUL.height());
        Hatch.lines(g, x(from), y(1), x(to) - x(from), StripLane.USEFUL.height(), palette.of(Ink.GRAY_LINE));
        g.restore();
    }

    private void line(float[] lowest, int from, int to) {
        g.setStroke(palette.of(Ink.TEXT));
        g.setLineWidth(1.4);
        g.beginPath();
        g.moveTo(x(from), y(lowest[from]));
        for (int i = from; i < to; i++) {
            g.lineTo(x(i), y(lowest[i]));
            g.lineTo(x(i + 1), y(lowest[i]));
        }
        g.stroke();
    }

    private double x(int column) {
        return scale.left() + column;
    }

    private double y(double share) {
        double down = Math.clamp((1 - share) * 100 / (100 - floor), 0, 1);
        return StripLane.USEFUL.top() + 2 + down * (StripLane.USEFUL.height() - 4);
    }
}
