package io.gameday.console.debrief;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.debrief.words.Suggested;
import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.PersonAct;
import io.gameday.journal.RunFolder;
import io.gameday.report.RunReport;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.facts.AgentLines;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.receipt.Evidence;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row;
import io.gameday.report.timeline.Silences;
import io.gameday.report.timeline.Timeline;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a run's folder holds, as much of it as can be read.
///
/// @param run      null when nothing can be told of it
/// @param troubles what could not be read
/// @param complete the journal has its end
record Reading(@Nullable LoadedRun run, List<Trouble> troubles, boolean complete) {

    /// More would say the same again.
    private static final int LINES_NAMED = 3;

    /// Slow: reads everything.
    ///
    /// @param progress told sentences
    static Reading of(Path folder, Consumer<String> progress) {
        Path file = folder.resolve(RunReport.JOURNAL);
        if (!Files.isDirectory(folder)) {
            return nothing(Texts.of("debrief.trouble.folder", folder), Texts.of("debrief.trouble.folder.next"));
        }
        try {
            return of(folder, file, JournalLines.read(file, progress));
        } catch (NoSuchFileException missing) {
            return nothing(Texts.of("debrief.trouble.missing", file), Texts.of("debrief.trouble.missing.next"));
        } catch (IOException unreadable) {
            return nothing(Texts.of("debrief.trouble.unreadable", file), Texts.of("debrief.trouble.unreadable.next"));
        }
    }

    private static Reading nothing(String what, String nextStep) {
        return new Reading(null, List.of(new Trouble(what, nextStep)), false);
    }

    private static Reading of(Path folder, Path file, JournalLines lines) {
        List<Trouble> troubles = new ArrayList<>();
        lines.bad().stream().limit(LINES_NAMED)
                .forEach(bad -> troubles.add(new Trouble(Texts.of("debrief.trouble.line", file + ":" + bad.number()),
                        Texts.of("debrief.trouble.line.next"))));
        if (lines.bad().size() > LINES_NAMED) {
            troubles.add(new Trouble(Texts.of("debrief.trouble.lines", lines.bad().size() - LINES_NAMED, file),
                    Texts.of("debrief.trouble.line.next")));
        }
        List<Entry> entries = lines.entries();
        if (entries.isEmpty()) {
            troubles.addFirst(
                    new Trouble(Texts.of("debrief.trouble.empty", file), Texts.of("debrief.trouble.empty.next")));
            return new Reading(null, List.copyOf(troubles), false);
        }
        if (!(entries.getFirst().event() instanceof Event.RunStarted)) {
            troubles.addFirst(
                    new Trouble(Texts.of("debrief.trouble.start", file), Texts.of("debrief.trouble.start.next")));
            return new Reading(null, List.copyOf(troubles), false);
        }
        boolean complete = entries.getLast().event() instanceof Event.RunEnded;
        if (!complete) {
            troubles.add(new Trouble(Texts.of(lines.torn() ? "debrief.trouble.torn" : "debrief.trouble.ends",
                    file.getFileName(), Figures.clock(entries.getLast().at())), Texts.of("debrief.trouble.ends.next")));
        }
        return new Reading(loaded(folder, entries, complete, lines.torn()), List.copyOf(troubles), complete);
    }

    private static LoadedRun loaded(Path folder, List<Entry> journal, boolean complete, boolean torn) {
        List<Entry> entries = AgentLines.merged(journal, folder.resolve(RunReport.FAULTS));
        RunFacts facts = new RunFacts(entries);
        Scorecard card = Scorecard.of(entries, complete, torn);
        CoeFile words = words(folder);
        List<Row> rows = new ArrayList<>(Timeline.of(facts, card).told(words, card).rows());
        for (Silences.Silence silence : Silences.of(card, rows)) {
            rows.add(new Row(silence.from(), silence.to(), Row.Kind.GAP, "",
                    Texts.of("debrief.silence.row", Figures.wholeSeconds(silence.length())), "people", "", false));
        }
        rows.sort(Comparator.comparing(Row::at));
        Detection detection = DetectionMaking.of(facts, card, composites(folder));
        List<Surprise> surprises = Surprises.of(facts, card);
        return new LoadedRun(card, guesses(facts), card.experiment().origin(), List.copyOf(rows),
                new StripMaking(facts, card, within(rows, facts), detection).strip(), detection, surprises,
                Seal.of(facts, folder), words.timeline(),
                Suggested.of(CoeDocument.of(facts, card, CoeFile.BLANK, ""), CoeDocument.of(facts, card, words, ""),
                        surprises.stream().map(surprise -> surprise.text() + ": " + surprise.second()).toList()),
                receipt(folder));
    }

    private static List<PredictionLine> guesses(RunFacts facts) {
        return facts.all(Event.PersonActed.class).stream().map(acted -> acted.event().act())
                .filter(PersonAct.Opened.class::isInstance).map(PersonAct.Opened.class::cast).map(PredictionLine::of)
                .toList();
    }

    /// What people tell of the days before and after has no room on the strip.
    private static List<Row> within(List<Row> rows, RunFacts facts) {
        return rows.stream()
                .filter(row -> !row.byPeople() || !row.at().isBefore(facts.begun()) && !row.at().isAfter(facts.last()))
                .toList();
    }

    /// Nothing where there is no file, or where it cannot be read: that is told where people write.
    private static CoeFile words(Path folder) {
        try {
            return CoeStore.read(folder.resolve(CoeFileReader.FILE)).reading().file().orElse(CoeFile.BLANK);
        } catch (IOException unreadable) {
            return CoeFile.BLANK;
        }
    }

    /// By name, as the run's experiment has them; none where its file cannot be read: it is not known which are, then.
    private static Set<String> composites(Path folder) {
        Path file = new RunFolder(folder).experiment();
        try {
            return ExperimentReader.read(String.valueOf(folder.getFileName()), file.toString(), Files.readString(file))
                    .experiment().stream().flatMap(plan -> plan.composites().stream()).map(Experiment.Composite::name)
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    private static @Nullable Receipt receipt(Path folder) {
        try {
            return new Evidence(folder, StateFolder.current()::ledger).receipt();
        } catch (JournalFailure unreadable) {
            // Which line it is has been told as a trouble already.
            return null;
        }
    }
}
