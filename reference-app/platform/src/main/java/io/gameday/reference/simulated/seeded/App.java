package io.gameday.reference.simulated.seeded;

import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.target.Target;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The app under test and its time.
///
/// @param release orders a right revision for cells and says its name
record App(VirtualClock clock, Target target, Function<List<String>, String> release) {

    private static final Duration STEP = Duration.ofMillis(5);
    /// Twenty seconds, which no answer takes.
    private static final int STEPS = 4_000;

    /// Asks, and lets the time pass that an answer takes: milliseconds, or some seconds where requests are sent first.
    <T> Answer<T> ask(Consumer<Reply<T>> question) {
        List<Answer<T>> answers = new ArrayList<>();
        question.accept(answers::add);
        for (int step = 0; step < STEPS && answers.isEmpty(); step++) {
            clock.advance(STEP);
        }
        return answers.isEmpty() ? new Answer.Failed<>("no answer") : answers.getFirst();
    }
}
