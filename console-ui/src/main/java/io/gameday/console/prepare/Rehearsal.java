package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.journal.Verdict;
import io.gameday.report.export.ScorecardJson;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.yaml.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.core.JacksonException;

/// The last rehearsal of this text.
final class Rehearsal {

    private final Rehearsals rehearsals;
    private final Surroundings surroundings;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
    /// Of the newest rehearsal: what an older one still says is not listened to.
    private long newest;

    /// How far it is.
    sealed interface State {
        record None() implements State {
        }

        record Going(String sentence) implements State {
        }

        /// @param how    such as `simulated, seed 1, 1.4 s`
        /// @param result what came out, in one sentence
        /// @param text   what was rehearsed
        record Done(String how, String result, Path runFolder, String text) implements State {
        }

        record Failed(String sentence) implements State {
        }
    }

    Rehearsal(Rehearsals rehearsals, Surroundings surroundings) {
        this.rehearsals = rehearsals;
        this.surroundings = surroundings;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    boolean going() {
        return state.get() instanceof State.Going;
    }

    void forget() {
        newest++;
        state.set(new State.None());
    }

    void start(String name, String text) {
        newest++;
        state.set(new State.Going(Texts.of("prepare.rehearsal.starting")));
        rehearsals.start(name, text, new Following(newest, text, surroundings.clock().ticks()));
    }

    private final class Following implements Rehearsals.Listener {

        private final long mine;
        private final String text;
        private final long begun;

        Following(long mine, String text, long begun) {
            this.mine = mine;
            this.text = text;
            this.begun = begun;
        }

        @Override
        public void progress(String sentence) {
            set(new State.Going(sentence));
        }

        @Override
        public void finished(Path runFolder, int exitCode) {
            Duration took = Duration.ofNanos(surroundings.clock().ticks() - begun);
            surroundings.work().execute(() -> set(read(runFolder, took, text)));
        }

        @Override
        public void failed(String sentence) {
            set(new State.Failed(sentence));
        }

        private void set(State now) {
            surroundings.ui().execute(() -> {
                if (mine == newest) {
                    state.set(now);
                }
            });
        }
    }

    private static State read(Path runFolder, Duration took, String text) {
        try {
            Scorecard card = ScorecardJson.read(Files.readString(runFolder.resolve("scorecard.json")));
            String how = Texts.of("prepare.rehearsal.how", String.valueOf(card.experiment().seed()), Units.words(took));
            return new State.Done(how, result(card), runFolder, text);
        } catch (IOException | JacksonException unreadable) {
            return new State.Failed(Texts.of("prepare.rehearsal.noScorecard", runFolder.toString()));
        }
    }

    private static String result(Scorecard card) {
        if (card.outcome().notStarted()) {
            return Texts.of("prepare.rehearsal.notStarted", card.outcome().reason());
        }
        String held = Texts.of("prepare.rehearsal.held", String.valueOf(card.predictions(Verdict.HELD)),
                String.valueOf(card.predictions().size()));
        var zero = card.zero();
        if (zero == null || card.impact().isEmpty()) {
            return held + ", " + Texts.of("prepare.rehearsal.noImpact");
        }
        ImpactWindow last = card.impact().getLast();
        return held + ", "
                + (last.open()
                        ? Texts.of("prepare.rehearsal.notBack")
                        : Texts.of("prepare.rehearsal.back", Units.words(Duration.between(zero, last.to()))));
    }
}
