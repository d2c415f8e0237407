package io.gameday.console.chart;

import io.gameday.console.text.Texts;
import io.gameday.observability.Tally;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/// Latency of customers' requests, 10 ms to 10 s on a logarithmic scale: p99 above, median below. With failures both
/// are lower bounds, drawn over hatching.
final class LatencyPlot extends Plot {

    private static final double LEAST = Math.log10(10);
    private static final double MOST = Math.log10(10_000);

    @Override
    void values(GraphicsContext g, ChartFrame.Row part, Columns columns, double width, double height) {
        g.setStroke(rule());
        g.setLineWidth(1);
        for (double millis : new double[]{100, 1000}) {
            double y = Math.floor(y(1000 * millis, height)) + 0.5;
            g.strokeLine(0, y, width, y);
        }
        for (List<Columns.Column> run : columns.unbroken()) {
            bound(g, run, height);
            double[] x = Columns.middles(run);
            g.setStroke(quiet());
            g.setLineWidth(1);
            g.strokePolyline(x, Columns.heights(run, column -> y(column.slowest().p50Micros(), height)), run.size());
            g.setStroke(line());
            g.setLineWidth(1.6);
            g.strokePolyline(x, Columns.heights(run, column -> y(column.slowest().p99Micros(), height)), run.size());
        }
    }

    /// Where requests failed, the truth lies at the line or above it.
    private void bound(GraphicsContext g, List<Columns.Column> run, double height) {
        for (Columns.Column column : run) {
            if (column.slowest().failed() > 0) {
                double y = y(column.slowest().p99Micros(), height);
                g.save();
                g.beginPath();
                g.rect(column.from(), PAD, column.to() - column.from() + 0.5, Math.max(0, y - PAD));
                g.setFill(missedFill());
                g.fill();
                g.clip();
                hatch(g, missed(), column.from(), column.to(), height);
                g.restore();
            }
        }
    }

    private static double y(double micros, double height) {
        double log = Math.clamp(Math.log10(Math.max(1, micros / 1000)), LEAST, MOST);
        return PAD + (MOST - log) / (MOST - LEAST) * (height - 2 * PAD);
    }

    @Override
    String words(Tally tally) {
        if (tally.requests() == 0) {
            return Texts.of("live.chart.no-answers");
        }
        String least = tally.failed() > 0 ? "≥ " : "";
        return "p99 " + least + Math.round(tally.p99Micros() / 1000.0) + " p50 " + least
                + Math.round(tally.p50Micros() / 1000.0) + " ms";
    }

    @Override
    String empty(ChartFrame.Row part) {
        return Texts.of("live.chart.no-answers");
    }
}
