package io.gameday.report.batch;

import io.gameday.journal.Verdict;
import io.gameday.report.export.MarkdownEscaping;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What came of several runs on one page of Markdown, in the order in which they were played.
public final class JobSummary {

    private static final String NOTHING = "–";

    private JobSummary() {
    }

    /// @param root what paths of run folders are told from
    public static String markdown(List<BatchRun> runs, Path root) {
        StringBuilder text = new StringBuilder("## Gameday: ").append(counts(runs)).append("\n\n");
        text.append("| | experiment | predictions | customers hurt | failed during impact | detect | faults gone |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        runs.forEach(run -> text.append(row(run)).append('\n'));
        runs.stream().filter(run -> !run.held()).forEach(run -> text.append('\n').append(details(run)));
        String folders = runs.stream().flatMap(run -> run.folders().stream())
                .map(folder -> "- `" + root.toAbsolutePath().relativize(folder.toAbsolutePath()) + "`\n")
                .collect(Collectors.joining());
        if (!folders.isEmpty()) {
            text.append("\nEach run's folder has its document (`coe.html`, where there was anything to learn), "
                    + "`scorecard.json` and the journal:\n\n").append(folders);
        }
        return text.toString();
    }

    private static String counts(List<BatchRun> runs) {
        return runs.stream().map(BatchRun::word).distinct()
                .map(word -> runs.stream().filter(run -> run.word().equals(word)).count() + " " + word)
                .collect(Collectors.joining(", "));
    }

    private static String row(BatchRun run) {
        Scorecard card = run.card();
        String state = run.symbol() + " " + run.word();
        Trials trials = run.trials();
        if (trials != null) {
            List<Trials.Line> lines = trials.lines();
            return cells(state, run.name() + ", " + trials.runs().size() + " times",
                    lines.stream().filter(line -> line.verdict() == Verdict.HELD).count() + " of " + lines.size()
                            + " held in all; control " + trials.control().word(),
                    NOTHING, NOTHING, NOTHING, gone(trials));
        }
        if (card == null) {
            return cells(state, run.name(), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
        }
        long held = card.predictions().stream().filter(p -> p.verdict() == Verdict.HELD).count();
        return cells(state, run.name(), held + " of " + card.predictions().size() + " held",
                card.customers().total() == 0
                        ? NOTHING
                        : card.customers().hurtEver() + " of " + card.customers().total(),
                card.orders().of() == 0
                        ? NOTHING
                        : Figures.count(card.orders().failed()) + " of " + Figures.count(card.orders().of()),
                card.durations().stream().filter(d -> d.name().equals("detect") && d.value() != null)
                        .map(DurationValue::words).findFirst().orElse(NOTHING),
                gone(card));
    }

    private static String gone(Trials trials) {
        return trials.runs().stream().map(BatchRun::card).allMatch(
                card -> card != null && card.faultsGone() == Verdict.HELD) ? "in all runs" : "○ not seen in all runs";
    }

    private static String gone(Scorecard card) {
        int injected = card.faults().size() + card.failedInjections().size();
        return injected == 0 ? "none injected" : switch (card.faultsGone()) {
            case HELD -> injected + " of " + injected;
            case BROKEN -> "× no";
            case UNKNOWN -> "○ not seen";
        };
    }

    private static String cells(String... cells) {
        return "| " + List.of(cells).stream().map(MarkdownEscaping::escape).collect(Collectors.joining(" | ")) + " |";
    }

    private static String details(BatchRun run) {
        StringBuilder text = new StringBuilder("### ").append(MarkdownEscaping.escape(run.name())).append(": ")
                .append(run.word()).append("\n\n");
        Scorecard card = run.card();
        String why = card == null ? run.why() : card.outcome().reason();
        if (!why.isEmpty()) {
            text.append(MarkdownEscaping.escape(why)).append("\n\n");
        }
        Trials trials = run.trials();
        if (trials != null) {
            trials.told().forEach(line -> text.append("- ").append(MarkdownEscaping.escape(line)).append('\n'));
        }
        run.missed().forEach(p -> text.append("- **").append(p.verdict() == Verdict.BROKEN ? "broken" : "unknown")
                .append("** ").append(MarkdownEscaping.escape(BatchRun.line(p))).append('\n'));
        return text.toString();
    }
}
