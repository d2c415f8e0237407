package io.gameday.console.home;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.Phases;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What of a run's entries its row on Home needs, and no more: however long the run was, this stays small.
final class RunDigest implements Consumer<Entry> {

    private final Phases phases = new Phases();
    private final Availability availability = new Availability();
    private Event.@Nullable RunStarted started;
    private @Nullable Instant first;
    private @Nullable Instant newest;
    private @Nullable Instant zero;
    private Event.@Nullable RunEnded ended;
    private @Nullable String stopped;
    private boolean stopCondition;
    private boolean effectMissing;
    private boolean undetected;
    private int held;
    private int broken;
    private int judged;
    private int hurt;
    private int customers;

    @Override
    public void accept(Entry entry) {
        first = first == null ? entry.at() : first;
        newest = entry.at();
        phases.after(entry.event());
        switch (entry.event()) {
            case Event.RunStarted start -> started = start;
            case Event.FaultInjected _ -> zero = zero == null ? entry.at() : zero;
            case Event.FaultObserved observed -> effectMissing |= observed.bites() != Verdict.HELD;
            case Event.SecondMeasured second -> {
                availability.add(second.series().getOrDefault(Seconds.SITE, Tally.NONE));
                hurt = Math.max(hurt, second.hurtEver());
                customers = second.total();
            }
            case Event.PredictionJudged prediction -> judged(prediction);
            case Event.StopConditionMet _ -> {
                stopCondition = true;
                stopped = "stop condition met" + afterZero(entry.at());
            }
            case Event.StopRequested request ->
                stopped = stopCondition ? stopped : "stopped by " + request.by() + afterZero(entry.at());
            case Event.RunEnded end -> ended = end;
            default -> {
                // Told on Live and Debrief; a row has no room for it.
            }
        }
    }

    private void judged(Event.PredictionJudged prediction) {
        judged++;
        if (prediction.verdict() == Verdict.HELD) {
            held++;
        } else if (prediction.verdict() == Verdict.BROKEN) {
            broken++;
            undetected |= prediction.phase() == Phase.DETECT && prediction.deadline();
        }
    }

    private String afterZero(Instant at) {
        return zero == null ? " before the first fault" : " after " + Words.whole(Duration.between(zero, at));
    }

    Event.@Nullable RunStarted started() {
        return started;
    }

    /// When the first entry was recorded; null while there is none. A simulated run has a time of its own.
    @Nullable
    Instant first() {
        return first;
    }

    Event.@Nullable RunEnded ended() {
        return ended;
    }

    Phase phase() {
        return phases.phase();
    }

    List<Float> availability() {
        return availability.points();
    }

    /// What is most worth knowing of a run that ended, in a few words.
    String outcome(Event.RunEnded end) {
        return switch (RunVerdict.of(end.exitCode())) {
            case HELD -> predictions(held, "held");
            case BROKEN -> brokenWords();
            case UNKNOWN -> effectMissing ? "effect not proved" : predictions(judged - held - broken, "unknown");
            case STOPPED -> stopped == null ? end.reason() : stopped;
            case NOT_STARTED, FAILED, FAULT_NOT_GONE, INTERRUPTED, UNREADABLE, PLAYING -> end.reason();
        };
    }

    private String brokenWords() {
        String whom = hurt > 0 ? hurt + " of " + customers + " hurt" : predictions(broken, "broken");
        return undetected ? whom + ", not detected in time" : whom;
    }

    private String predictions(int of, String what) {
        return of + " of " + judged + " predictions " + what;
    }

    /// How far a run has come that is going on, or was cut off.
    String soFar() {
        if (newest == null) {
            return "nothing is journalled yet";
        }
        return zero == null
                ? "before the first fault"
                : hurt + " of " + customers + " hurt so far, " + Words.whole(Duration.between(zero, newest))
                        + " since the first fault";
    }
}
