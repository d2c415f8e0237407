package io.gameday.report.export;

import io.gameday.report.chart.DotPlot;
import io.gameday.report.chart.DotPlot.Box;
import io.gameday.report.chart.Drawing;
import io.gameday.report.chart.SvgDots;
import io.gameday.report.history.Axis;
import io.gameday.report.history.History;
import io.gameday.report.history.History.Missing;
import io.gameday.report.history.History.Plot;
import io.gameday.report.history.History.Row;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRuns.Unread;
import io.gameday.report.history.Quantity;
import io.gameday.report.history.Summary;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A history as one page that loads nothing, or as one picture. The same history gives the same bytes.
public final class HistoryPage {

    private static final int TITLE = 18;
    private static final int LINE = 14;
    private static final int GAP = 16;

    private final History history;
    private final Templates templates = new Templates(null);
    private final TemplateFiles files = new TemplateFiles(null);

    public HistoryPage(History history) {
        this.history = history;
    }

    /// What templates see.
    ///
    /// @param height of the picture of all plots
    private record Page(String title, String cut, List<Part> groups, List<Figure> figures, int height,
            List<String> notes, List<Judged> predictions, int alwaysHeld, List<Line> runs,
            List<History.NotCounted> notCounted, List<Unread> unread) {
    }

    private record Part(String name, String experiment, int runs, String ended) {
    }

    /// @param drawing null where no run has a value
    /// @param top     where it begins in the picture of all plots; `below` is the first line after its drawing
    /// @param missing what has no value, a line each
    private record Figure(String title, String formula, @Nullable Drawing drawing, List<String> missing, int top,
            int below) {
    }

    private record Judged(String text, List<String> groups) {
    }

    private record Line(String run, String group, String ended, List<String> values) {
    }

    /// One file that loads nothing.
    public String html() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("history", TemplateModel.typeset(page()));
        model.put("style", new SafeString(files.text("coe.css") + files.text("coe-screen.css")));
        return templates.html("history.html", model);
    }

    /// The dot plots alone.
    public String svg() {
        return templates.html("history-svg.html", Map.of("history", TemplateModel.typeset(page())));
    }

    private Page page() {
        List<Figure> figures = new ArrayList<>();
        int top = 3 * TITLE + GAP;
        for (Plot plot : history.plots()) {
            Figure figure = figure(plot, top);
            figures.add(figure);
            top = figure.below() + LINE * figure.missing().size() + GAP;
        }
        return new Page(
                history.title(), history.cut(), history.groups().stream()
                        .map(g -> new Part(g.name(), g.experiment(), g.runs().size(), g.ended())).toList(),
                figures, top, history.notes(),
                history.predictions().stream().filter(p -> !p.alwaysHeld())
                        .map(p -> new Judged(p.words(), p.groups().stream().map(History.Judgements::words).toList()))
                        .toList(),
                (int) history.predictions().stream().filter(History.Prediction::alwaysHeld).count(), lines(),
                history.notCounted(), history.unread());
    }

    private Figure figure(Plot plot, int top) {
        Axis axis = plot.axis();
        Drawing drawing = axis == null ? null : SvgDots.draw(dots(plot, axis));
        List<String> missing = plot.rows().stream().filter(row -> !row.missing().isEmpty()).map(row -> row.group()
                + ": " + row.missing().stream().map(Missing::words).collect(Collectors.joining(", "))).toList();
        return new Figure(plot.quantity().name(), plot.quantity().formula(), drawing, missing, top,
                top + TITLE + LINE + (drawing == null ? 0 : drawing.height()));
    }

    private static DotPlot dots(Plot plot, Axis axis) {
        return new DotPlot(axis.ticks().stream().map(tick -> new DotPlot.Tick(tick.at(), tick.words())).toList(),
                plot.rows().stream().map(row -> row(row, plot.quantity().unit())).toList());
    }

    private static DotPlot.Row row(Row row, Quantity.Unit unit) {
        Summary summary = row.summary();
        String of = row.dots().size() == row.runs() ? "" : " of " + row.runs() + " runs";
        return new DotPlot.Row(row.group(), "n " + row.dots().size() + of, !row.group().startsWith("before"),
                row.dots().stream().map(dot -> new DotPlot.Dot(dot.value(), dot.atLeast())).toList(),
                summary == null ? null : new Box(summary.p25(), summary.median(), summary.p75()), words(summary, unit));
    }

    private static List<String> words(@Nullable Summary summary, Quantity.Unit unit) {
        if (summary == null) {
            return List.of("no value");
        }
        List<String> words = new ArrayList<>(List.of("median " + unit.words(summary.median())));
        if (summary.n() > 1) {
            words.add("p25–p75 " + unit.words(summary.p25(), summary.p75()));
        }
        Double mean = summary.mean();
        if (mean != null) {
            words.add("mean " + unit.words(mean));
        }
        return words;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (History.Group group : history.groups()) {
            for (PastRun run : group.runs()) {
                lines.add(new Line(run.name(), group.name(), run.ended(),
                        history.plots().stream().map(plot -> words(run, plot.quantity())).toList()));
            }
        }
        return lines;
    }

    private static String words(PastRun run, Quantity quantity) {
        PastRun.Value value = run.value(quantity);
        return value == null ? "–" : value.words();
    }
}
