package io.gameday.console.debrief;

import io.gameday.console.control.Inks;
import io.gameday.report.gray.Quadrant;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/// Draws the quadrants of a place as a ribbon: gray hatched, detected full, masked hollow, not known hollow in
/// the colour of gray, unasked dotted, well nothing. A quadrant of another kind is full in the colour of what is broken.
final class QuadrantPainter {

    private static final double HIGH = 7;

    private final GraphicsContext g;
    private final Inks<Ink> palette;
    private final StripScale scale;

    QuadrantPainter(GraphicsContext g, Inks<Ink> palette, StripScale scale) {
        this.g = g;
        this.palette = palette;
        this.scale = scale;
    }

    void paint(List<PlaceLane.Stretch> stretches) {
        for (PlaceLane.Stretch stretch : stretches) {
            double x = scale.x(stretch.from());
            paint(stretch.quadrant(), x, Math.max(1.5, scale.x(stretch.to()) - x));
        }
    }

    private void paint(Quadrant quadrant, double x, double wide) {
        double top = StripLane.IMPACT.top();
        if (quadrant == Quadrant.HEALTHY) {
            return;
        }
        if (quadrant == Quadrant.GRAY) {
            Hatch.fill(g, x, top, wide, HIGH, palette.of(Ink.GRAY_FILL), palette.of(Ink.GRAY_LINE));
        } else if (quadrant == Quadrant.MASKED || quadrant == Quadrant.UNREAD) {
            g.setStroke(palette.of(quadrant == Quadrant.MASKED ? Ink.QUIET : Ink.GRAY_LINE));
            g.setLineWidth(1);
            g.strokeRect(Math.floor(x) + 0.5, top + 0.5, Math.max(1, wide - 1), HIGH - 1);
        } else if (quadrant == Quadrant.UNASKED) {
            g.save();
            g.setStroke(palette.of(Ink.QUIET));
            g.setLineWidth(1.5);
            g.setLineDashes(1.5, 3);
            g.strokeLine(x, top + HIGH / 2, x + wide, top + HIGH / 2);
            g.restore();
        } else {
            g.setFill(palette.of(quadrant == Quadrant.DETECTED ? Ink.ALARM_LINE : Ink.GRAY_LINE));
            g.fillRect(x, top, wide, HIGH);
        }
    }
}
