package io.gameday.cli.view;

import io.gameday.journal.view.Style;
import io.gameday.report.history.History;
import io.gameday.report.history.PastRuns;
import io.gameday.report.text.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Every experiment that has runs: how many, and how the newest ended.
public final class PastRunsScreen {

    private static final int WIDTH = 80;
    private static final int ON = 32;
    private static final int RUNS = 49;
    private static final int LAST = 51;
    private static final int DATE = 69;

    private final PastRuns runs;

    public PastRunsScreen(PastRuns runs) {
        this.runs = runs;
    }

    /// @param folder they are in
    public List<String> render(Path folder, Terminal terminal) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.STRONG, folder + "/").add(Style.QUIET, "   " + Figures.many(runs.runs().size(), "run")
                + " of " + Figures.many(runs.experiments().size(), "experiment")));
        lines.add(Line.empty());
        lines.add(row(Style.QUIET, "experiment", "on", "runs", "last ended", "when"));
        for (PastRuns.Line line : runs.lines()) {
            lines.add(row(Style.PLAIN, line.experiment(), History.kind(line.target()), Figures.count(line.runs()),
                    symbol(line.last()) + " " + line.last(), Figures.day(line.lastAt())));
        }
        if (runs.betweenIncidents().incidents() > 0) {
            lines.add(Line.empty());
            lines.add(Line.of(Style.QUIET, runs.betweenIncidents().words()));
        }
        lines.addAll(HistoryScreen.unread(runs.unread()));
        return lines.stream().map(terminal::print).toList();
    }

    private static Line row(Style style, String experiment, String on, String runs, String last, String date) {
        return Line.of(style, "  ").add(Line.of(style, experiment).cut(ON - 4)).to(ON).add(style, on)
                .to(RUNS - runs.length()).add(style, runs).to(LAST).add(style, last).to(DATE).add(style, date)
                .cut(WIDTH);
    }

    private static String symbol(String ended) {
        return switch (ended) {
            case "held" -> "✓";
            case "broken", "fault not gone" -> "×";
            default -> "○";
        };
    }
}
