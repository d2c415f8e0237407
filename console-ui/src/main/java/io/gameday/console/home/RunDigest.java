package io.gameday.console.home;

import io.gameday.console.text.Texts;
import io.gameday.engine.Settings;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What of a run's entries its row on Home needs, and no more: however long the run was, this stays small.
final class RunDigest implements Consumer<Entry> {

    private static final Duration RAMP = Settings.of("", "", 0, "").ramp();

    private final Availability availability = new Availability();
    private Event.@Nullable RunStarted started;
    private @Nullable Instant newest;
    private @Nullable Instant coming;
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
        newest = entry.at();
        switch (entry.event()) {
            case Event.RunStarted start -> started = start;
            case Event.FaultInjected _ -> zero = zero == null ? entry.at() : zero;
            case Event.FaultObserved observed -> effectMissing |= observed.bites() != Verdict.HELD;
            case Event.SecondMeasured second -> {
                measured(second);
            }
            case Event.PredictionJudged prediction -> judged(prediction);
            case Event.StopConditionMet _ -> {
                stopCondition = true;
                stopped = when("home.run.condition", entry.at());
            }
            case Event.StopRequested request ->
                stopped = stopCondition ? stopped : when("home.run.stopped", entry.at(), request.by());
            case Event.RunEnded end -> ended = end;
            default -> {
                // Told on Live and Debrief; a row has no room for it.
            }
        }
    }

    /// While the customers are still coming, the share of a handful of requests says nothing.
    private void measured(Event.SecondMeasured second) {
        coming = coming == null ? second.second().plus(RAMP) : coming;
        if (!second.second().isBefore(coming)) {
            availability.add(second.series().getOrDefault(Seconds.SITE, Tally.NONE));
        }
        hurt = Math.max(hurt, second.hurtEver());
        customers = second.total();
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

    private String when(String key, Instant at, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = zero == null ? "" : Words.whole(Duration.between(zero, at));
        return Texts.of(key + (zero == null ? ".before" : ".after"), all);
    }

    Event.@Nullable RunStarted started() {
        return started;
    }

    Event.@Nullable RunEnded ended() {
        return ended;
    }

    List<Float> availability() {
        return availability.points();
    }

    /// What is most worth knowing of a run that ended, in a few words.
    String outcome(Event.RunEnded end) {
        return switch (RunVerdict.of(end.exitCode())) {
            case HELD -> predictions("home.run.held", held);
            case BROKEN -> brokenWords();
            case UNKNOWN -> effectMissing
                    ? Texts.of("home.run.no-effect")
                    : predictions("home.run.unknown", judged - held - broken);
            case STOPPED -> stopped == null ? Texts.said(end.reason()) : stopped;
            case NOT_STARTED, FAILED, FAULT_NOT_GONE, INTERRUPTED, UNREADABLE, PLAYING -> Texts.said(end.reason());
        };
    }

    private String brokenWords() {
        String whom = hurt > 0 ? hurt("home.run.hurt") : predictions("home.run.broken", broken);
        return undetected ? Texts.of("home.run.undetected", whom) : whom;
    }

    private String predictions(String key, int of) {
        return Texts.of(key, String.valueOf(of), String.valueOf(judged));
    }

    private String hurt(String key) {
        return Texts.of(key, String.valueOf(hurt), String.valueOf(customers));
    }

    /// How far a run has come that is going on.
    String soFar() {
        if (newest == null) {
            return Texts.of("home.run.nothing-yet");
        }
        return zero == null ? Texts.of("home.run.before") : hurt("home.run.so-far");
    }

    /// How far a run came that was cut off.
    String cutOff() {
        if (newest == null) {
            return Texts.of("home.run.nothing");
        }
        return when("home.run.cut", newest);
    }
}
