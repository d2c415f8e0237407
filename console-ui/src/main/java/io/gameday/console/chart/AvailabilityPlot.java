package io.gameday.console.chart;

import io.gameday.console.control.Letters;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import io.gameday.observability.Observer;
import io.gameday.observability.Tally;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Useful answers of customers, 0 to 100 %. What they miss is hatched; where a zone has no power it is dark.
final class AvailabilityPlot extends Plot {

    @Override
    void values(GraphicsContext g, ChartFrame.Row part, Columns columns, double width, double height) {
        g.setStroke(rule());
        g.setLineWidth(1);
        for (double share = 0.25; share < 1; share += 0.25) {
            double y = Math.floor(y(share, height)) + 0.5;
            g.strokeLine(0, y, width, y);
        }
        part.dark().forEach(band -> dark(g, part, band, width, height));
        for (List<Columns.Column> run : columns.unbroken()) {
            missed(g, run, height);
        }
        g.setStroke(well());
        g.setLineWidth(1);
        g.setLineDashes(2, 2);
        g.strokeLine(0, y(1, height), width, y(1, height));
        g.setLineDashes(null);
        g.setStroke(line());
        g.setLineWidth(1.6);
        for (List<Columns.Column> run : columns.unbroken()) {
            g.strokePolyline(Columns.middles(run), Columns.heights(run, column -> y(column, height)), run.size());
        }
    }

    private void missed(GraphicsContext g, List<Columns.Column> run, double height) {
        if (run.stream().allMatch(column -> column.worst().availability().orElse(1) >= Words.WELL)) {
            return;
        }
        double[] x = Columns.middles(run);
        g.save();
        g.beginPath();
        g.moveTo(x[0], y(1, height));
        for (int i = 0; i < x.length; i++) {
            g.lineTo(x[i], y(run.get(i), height));
        }
        g.lineTo(x[x.length - 1], y(1, height));
        g.closePath();
        g.setFill(missedFill());
        g.fill();
        g.clip();
        hatch(g, missed(), x[0], x[x.length - 1], height);
        g.restore();
    }

    /// As long as customers get nothing from the zone; what its canaries see stands in it.
    private void dark(GraphicsContext g, ChartFrame.Row part, ChartFrame.Band band, double width, double height) {
        String customers = ChartModel.series(Observer.CUSTOMER, part.scope());
        String canaries = ChartModel.series(Observer.CANARY, part.scope());
        double from = -1;
        double to = -1;
        Tally seen = Tally.NONE;
        for (var second : frame().seconds()) {
            boolean nobody = second.series().getOrDefault(customers, Tally.NONE).useful() == 0;
            if (nobody && band.holds(second.second().plusMillis(500))) {
                double left = Math.max(0, frame().share(second.second()) * width);
                from = from < 0 ? left : from;
                to = frame().share(second.second().plusSeconds(1)) * width;
                seen = seen.plus(second.series().getOrDefault(canaries, Tally.NONE));
            }
        }
        if (from < 0) {
            return;
        }
        g.setFill(dark());
        g.fillRect(from, PAD, to - from, height - 2 * PAD);
        g.save();
        g.beginPath();
        g.rect(from, PAD, to - from, height - 2 * PAD);
        g.clip();
        hatch(g, darkLine(), from, to, height);
        g.restore();
        String text = seen.requests() == 0
                ? Texts.of("live.chart.no-answers")
                : Texts.of("live.chart.canaries", Words.percent(seen));
        double wide = text.length() * 6 + 8;
        if (wide < to - from && height > 18) {
            g.setFill(dark());
            g.fillRect((from + to - wide) / 2, height / 2 - 8, wide, 16);
            g.setFill(darkText());
            g.setFont(Letters.text(11));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(text, (from + to) / 2, height / 2);
        }
    }

    private static double y(Columns.Column column, double height) {
        return y(column.worst().availability().orElse(0), height);
    }

    private static double y(double share, double height) {
        return PAD + (1 - share) * (height - 2 * PAD);
    }

    @Override
    String words(Tally tally) {
        return tally.requests() == 0
                ? Texts.of("live.chart.no-answers")
                : Texts.of("live.of-total", String.format(Locale.ROOT, "%,d", tally.useful()),
                        String.format(Locale.ROOT, "%,d", tally.requests())) + "  " + Words.percent(tally);
    }

    @Override
    String empty(ChartFrame.Row part) {
        if (!part.dark().isEmpty()) {
            return "";
        }
        String canaries = ChartModel.series(Observer.CANARY, part.scope());
        Tally seen = Tally.NONE;
        for (var second : frame().seconds()) {
            seen = seen.plus(second.series().getOrDefault(canaries, Tally.NONE));
        }
        return Texts.of("live.chart.no-answers")
                + (seen.requests() == 0 ? "" : " · " + Texts.of("live.chart.canaries", Words.percent(seen)));
    }
}
