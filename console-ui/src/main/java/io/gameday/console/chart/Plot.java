package io.gameday.console.chart;

import io.gameday.console.control.Letters;
import io.gameday.observability.Observer;
import io.gameday.observability.Tally;
import java.time.Instant;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// One chart of one row, on a canvas that follows its size: bands of faults below, then the values, then marks, the
/// present and the playhead.
abstract class Plot extends Inked {

    static final double PAD = 3;
    static final double HATCH = 7;

    private final Canvas canvas = new Canvas();
    private ChartFrame frame = ChartFrame.EMPTY;
    private ChartFrame.@Nullable Row row;
    private @Nullable Instant playhead;
    private Columns columns = new Columns(List.of());

    Plot() {
        getStyleClass().add("plot");
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setMinSize(40, 12);
        setPrefSize(120, 40);
        // A change of the style sheet changes the colours without any news of the run.
        needsLayoutProperty().addListener(_ -> draw());
    }

    final void show(ChartFrame next, ChartFrame.Row part) {
        frame = next;
        row = part;
        draw();
    }

    final void playhead(@Nullable Instant at) {
        playhead = at;
        draw();
    }

    @Override
    protected final void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        ChartFrame.Row part = row;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        if (part == null || width < 2) {
            return;
        }
        columns = Columns.of(frame, ChartModel.series(Observer.CUSTOMER, part.scope()), width);
        g.setFill(ground());
        g.fillRect(0, 0, width, height);
        double now = frame.share(frame.now()) * width;
        for (ChartFrame.Band band : frame.faults()) {
            double from = Math.max(0, frame.share(band.from()) * width);
            double to = Math.min(width, frame.share(band.to()) * width);
            g.setFill(faultFill());
            g.fillRect(from, 0, Math.max(0, Math.min(to, now) - from), height);
            g.setGlobalAlpha(0.45);
            g.fillRect(Math.max(from, now), 0, Math.max(0, to - Math.max(from, now)), height);
            g.setGlobalAlpha(1);
        }
        values(g, part, columns, width, height);
        marks(g, part, width, height, now);
        if (columns.empty()) {
            note(g, empty(part), width, height, now);
        }
        head(g, part, width, height);
        g.setStroke(rule());
        g.setLineWidth(1);
        g.strokeRect(0.5, 0.5, width - 1, height - 1);
    }

    abstract void values(GraphicsContext g, ChartFrame.Row part, Columns columns, double width, double height);

    /// The values at the playhead in words.
    abstract String words(Tally tally);

    abstract String empty(ChartFrame.Row part);

    final ChartFrame frame() {
        return frame;
    }

    private void marks(GraphicsContext g, ChartFrame.Row part, double width, double height, double now) {
        for (ChartFrame.Band band : frame.faults()) {
            upright(g, fault(), frame.share(band.from()) * width, width, height);
        }
        Instant end = frame.plannedEnd();
        if (end != null) {
            g.setLineDashes(4, 3);
            upright(g, fault(), frame.share(end) * width, width, height);
        }
        if (now < width - 1) {
            g.setLineDashes(1, 2);
            upright(g, line(), now, width, height);
        }
        g.setLineDashes(null);
        Instant flag = part.flag();
        double x = flag == null ? -1 : frame.share(flag) * width;
        if (x >= 0 && x < width) {
            g.setStroke(alarm());
            g.setLineWidth(1.5);
            g.strokeLine(x, 0, x, height);
            g.setFill(alarm());
            g.fillPolygon(new double[]{x, x + 6, x}, new double[]{0, 3.5, 7}, 3);
        }
    }

    private static void upright(GraphicsContext g, Color colour, double x, double width, double height) {
        if (x >= 0 && x < width) {
            g.setStroke(colour);
            g.setLineWidth(1);
            g.strokeLine(Math.floor(x) + 0.5, 0, Math.floor(x) + 0.5, height);
        }
    }

    /// A sentence in the middle of what has passed.
    final void note(GraphicsContext g, String text, double width, double height, double now) {
        g.setFill(quiet());
        g.setFont(Letters.text(11));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, Math.min(width, Math.max(40, now)) / 2, height / 2, width - 8);
    }

    private void head(GraphicsContext g, ChartFrame.Row part, double width, double height) {
        Instant at = playhead;
        double x = at == null ? -1 : frame.share(at) * width;
        if (at == null || x < 0 || x > width) {
            return;
        }
        g.setStroke(accent());
        g.setLineWidth(1.5);
        g.strokeLine(x, 0, x, height);
        String series = ChartModel.series(Observer.CUSTOMER, part.scope());
        Tally tally = frame.seconds().stream()
                .filter(second -> !second.second().isAfter(at) && second.second().plusSeconds(1).isAfter(at))
                .map(second -> second.series().getOrDefault(series, Tally.NONE)).findFirst().orElse(Tally.NONE);
        String text = at.isAfter(frame.now()) ? "" : words(tally);
        if (text.isEmpty()) {
            return;
        }
        g.setFont(Letters.values(10.5));
        double wide = text.length() * 6.4 + 8;
        double left = x + wide + 4 < width ? x + 4 : Math.max(0, x - wide - 4);
        g.setFill(ground());
        g.fillRoundRect(left, height / 2 - 8, wide, 16, 4, 4);
        g.setStroke(accent());
        g.setLineWidth(1);
        g.strokeRoundRect(left + 0.5, height / 2 - 7.5, wide - 1, 15, 4, 4);
        g.setFill(line());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, left + 4, height / 2);
    }

    /// Slanted lines from `left` to `right`, inside the clip that is set.
    static void hatch(GraphicsContext g, Color colour, double left, double right, double height) {
        g.setStroke(colour);
        g.setLineWidth(1.6);
        for (double x = left - height - left % HATCH; x < right; x += HATCH) {
            g.strokeLine(x, height, x + height, 0);
        }
    }
}
