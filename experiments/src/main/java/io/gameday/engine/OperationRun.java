package io.gameday.engine;

import io.gameday.experiment.Experiment.Doing;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.target.Answer;
import io.gameday.target.Operations;
import io.gameday.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// One operation of a run, from its plan to its end. What stays in force is taken back when its time is over, or at a
/// stop; where that fails, the system ends it by itself when its time is over.
///
/// ```
/// PLANNED ─begin─► ASKED ─taken─► IN_FORCE ─time over, stop─► ENDING ─► OVER
///    └─stop────────► └─refused, or done at once───────────────────────────►┘
/// ```
final class OperationRun {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private enum State {
        PLANNED, ASKED, IN_FORCE, ENDING, OVER
    }

    private final String id;
    private final Doing doing;
    private final Operations operations;
    private final Clock clock;
    private final Journal journal;
    private final Listener listener;
    private State state = State.PLANNED;
    private String ending = "";
    private long askedTicks;
    private Instant askedAt = Instant.EPOCH;

    /// Told what becomes of it.
    interface Listener {
        void begun(OperationRun operation);

        void refused(OperationRun operation, String why);

        void ending(OperationRun operation);

        void over(OperationRun operation);
    }

    OperationRun(String id, Doing doing, Operations operations, Clock clock, Journal journal, Listener listener) {
        this.id = id;
        this.doing = doing;
        this.operations = operations;
        this.clock = clock;
        this.journal = journal;
        this.listener = listener;
    }

    Doing doing() {
        return doing;
    }

    boolean planned() {
        return state == State.PLANNED;
    }

    boolean over() {
        return state == State.OVER;
    }

    long askedTicks() {
        return askedTicks;
    }

    Instant askedAt() {
        return askedAt;
    }

    void begin() {
        if (state != State.PLANNED) {
            return;
        }
        state = State.ASKED;
        askedTicks = clock.ticks();
        askedAt = clock.now();
        Asking.<Operations.Done>ask(clock, doing.operation().kind(), PATIENCE,
                asked -> operations.begin(doing.operation(), doing.lasts(), asked), this::answered);
    }

    private void answered(Answer<Operations.Done> answer) {
        switch (answer) {
            case Answer.Ok<Operations.Done>(Operations.Done(String text)) -> taken(text);
            case Answer.Failed<Operations.Done>(String why) -> {
                journal.append(new Event.OperationRefused(id, doing.name(), doing.operation(),
                        Event.OperationRefused.BEGIN, why));
                listener.refused(this, why);
                // Nothing is taken back: it might be somebody else's. What began all the same ends when its time is over.
                finish();
            }
        }
    }

    private void taken(String text) {
        journal.append(new Event.OperationBegun(id, doing.name(), doing.operation(), doing.lasts(), text));
        state = State.IN_FORCE;
        listener.begun(this);
        Duration lasts = doing.lasts();
        if (lasts == null) {
            journal.append(new Event.OperationDone(id, doing.name(), doing.operation(), "done", ""));
            finish();
        } else if (!ending.isEmpty()) {
            takeBack(ending);
        } else {
            clock.at(lasts, () -> end("planned end"));
        }
    }

    /// Ends it, whatever it is at. Without effect when it is over or is being ended.
    void end(String why) {
        switch (state) {
            case PLANNED -> finish();
            case ASKED -> ending = why;
            case IN_FORCE -> takeBack(why);
            case ENDING, OVER -> {
                // On its way already.
            }
        }
    }

    private void takeBack(String why) {
        state = State.ENDING;
        listener.ending(this);
        Asking.<Operations.Done>ask(clock, "taking back " + doing.operation().kind(), PATIENCE,
                asked -> operations.takeBack(doing.operation(), asked), answer -> {
                    journal.append(ended(why, answer));
                    finish();
                });
    }

    private Event ended(String why, Answer<Operations.Done> answer) {
        return switch (answer) {
            case Answer.Ok<Operations.Done>(Operations.Done(String text)) ->
                new Event.OperationDone(id, doing.name(), doing.operation(), why, text);
            case Answer.Failed<Operations.Done>(String failed) -> new Event.OperationRefused(id, doing.name(),
                    doing.operation(), Event.OperationRefused.TAKE_BACK, failed);
        };
    }

    private void finish() {
        state = State.OVER;
        listener.over(this);
    }
}
