package io.gameday.console.frame;

import io.gameday.console.run.FollowedRun;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured;
import io.gameday.journal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the header says of a run and the run's picture does not keep: when each fault was proved gone, and how the
/// steady state was. Bounded by the number of faults.
final class RunFacts {

    private final Map<String, Instant> gone = new HashMap<>();
    private int guards;
    private int guardsAgainst;
    private @Nullable Duration steadyOver;
    private boolean steadyBroken;

    void take(FollowedRun.Batch batch) {
        if (batch.anew()) {
            gone.clear();
            guards = 0;
            guardsAgainst = 0;
            steadyOver = null;
            steadyBroken = false;
        }
        batch.entries().forEach(this::take);
    }

    private void take(Entry entry) {
        switch (entry.event()) {
            case Event.FaultConfirmedGone proof -> {
                if (proof.gone() == Verdict.HELD) {
                    gone.put(proof.id(), entry.at());
                } else {
                    gone.remove(proof.id());
                }
            }
            case Event.GuardAnswered answer -> {
                guards++;
                guardsAgainst += answer.granted() ? 0 : 1;
            }
            case SteadyStateMeasured steady -> {
                if (steady.when() == SteadyStateMeasured.When.BEFORE) {
                    steadyBroken |= steady.verdict() != Verdict.HELD;
                    steadyOver = steadyOver == null || steady.over().compareTo(steadyOver) > 0
                            ? steady.over()
                            : steadyOver;
                }
            }
            default -> {
                // Everything else is in the run's picture.
            }
        }
    }

    /// When `fault` was proved gone; null when it was not, or no longer is.
    @Nullable
    Instant gone(String fault) {
        return gone.get(fault);
    }

    int guards() {
        return guards;
    }

    int guardsAgainst() {
        return guardsAgainst;
    }

    /// How long the steady state was looked at before the first fault; null when it was not yet.
    @Nullable
    Duration steadyOver() {
        return steadyOver;
    }

    /// True when any line was broken or could not be told.
    boolean steadyBroken() {
        return steadyBroken;
    }
}
