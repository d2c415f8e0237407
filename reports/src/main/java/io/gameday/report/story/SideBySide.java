package io.gameday.report.story;

import io.gameday.experiment.Story;
import io.gameday.experiment.Story.Row;
import io.gameday.journal.Event;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.coe.CoeDocument.Figure;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.TargetKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Both runs of a story on one page. Where a figure comes from stands above it: from the talk, or of a run, which is
/// modelled where that was simulated and measured where it was real.
///
/// @param made how the runs' figures came about: `modelled` or `measured`
public record SideBySide(String name, String title, String source, String happened, String lesson, String made,
        Side asItWas, Side withTheFix, List<Line> lines) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("name", "title", "source", "happened", "lesson");
    }

    /// @param words   what is so on this side
    /// @param verdict of the run, as a word
    /// @param figure  what customers felt; null where nothing was measured
    public record Side(String experiment, String words, String title, String hypothesis, String verdict, String reason,
            String run, @Nullable Figure figure) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("experiment", "words", "title", "hypothesis", "run");
        }
    }

    /// @param talk empty where the talk has no figure of it
    public record Line(String what, String talk, String asItWas, String withTheFix) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("talk");
        }
    }

    /// One run, as its folder was read.
    public record Played(RunFacts facts, Scorecard card, CoeDocument document) {
    }

    /// @throws IllegalArgumentException when the story has a measure that is not known
    public static SideBySide of(Story story, Played asItWas, Played withTheFix) {
        return new SideBySide(story.name(), story.title(), story.source(), story.happened(), story.lesson(),
                asItWas.card().experiment().target() == TargetKind.SIMULATED ? "modelled" : "measured",
                side(story.asItWas(), asItWas), side(story.withTheFix(), withTheFix),
                story.rows().stream().map(row -> line(row, asItWas, withTheFix)).toList());
    }

    private static Side side(Story.Side side, Played played) {
        Scorecard.Experiment experiment = played.card().experiment();
        return new Side(side.experiment(), side.words(), experiment.title(), experiment.hypothesis(),
                played.card().outcome().verdict().name().toLowerCase(java.util.Locale.ROOT),
                played.card().outcome().reason(), played.card().run(),
                played.document().figures().stream().findFirst().orElse(null));
    }

    private static Line line(Row row, Played asItWas, Played withTheFix) {
        String talk = row.talk() == null ? "" : row.talk();
        return row.acts()
                ? new Line("The platform did by itself: " + row.measure(), talk, acts(row.measure(), asItWas),
                        acts(row.measure(), withTheFix))
                : new Line(Measure.of(row.measure()).text(), talk, value(row.measure(), asItWas),
                        value(row.measure(), withTheFix));
    }

    private static String value(String measure, Played played) {
        return Measure.of(measure).value(played.facts(), played.card());
    }

    private static String acts(String name, Played played) {
        long times = played.facts().all(Event.AutomationActed.class).stream()
                .filter(act -> act.event().name().equals(name)).count();
        return times == 0 ? "never" : times == 1 ? "once" : times + " times";
    }
}
