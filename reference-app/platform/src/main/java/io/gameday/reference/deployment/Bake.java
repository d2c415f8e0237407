package io.gameday.reference.deployment;

import java.time.Duration;

/// Bake time measured in behaviour, not in minutes: a unit goes on once it answered enough calls without anomaly (the
/// practice of the ECS teams, fact A11). Where nobody calls, it waits.
///
/// An anomaly is: a task that died after it was healthy; 5 failed calls that are more than 5 % of them; or, of 20 calls at
/// least, a mean that is twice that of the earlier revision's tasks and 100 ms more.
final class Bake {

    /// Successful calls to a unit that are enough.
    static final long ENOUGH = 60;

    private static final long FEW = 5;
    private static final double SHARE = 0.05;
    private static final long SOME = 20;
    private static final Duration SLOWER = Duration.ofMillis(100);

    private Bake() {
    }

    /// What the calls so far say.
    sealed interface Judgement {
        /// Not enough calls yet.
        record Waiting(long useful) implements Judgement {
        }

        /// Enough, without anomaly.
        record Baked() implements Judgement {
        }

        /// @param what in words, with the figures
        record Anomaly(String what) implements Judgement {
        }
    }

    /// @param unit    calls to the new revision's tasks of the unit
    /// @param earlier calls to the earlier revision's tasks of the cell
    /// @param died    tasks of the new revision that died after they were healthy
    static Judgement judge(Calls unit, Calls earlier, int died) {
        if (died > 0) {
            return new Judgement.Anomaly(died + " of its tasks died after health checks had passed");
        }
        if (unit.faults() >= FEW && unit.faults() > SHARE * unit.requests()) {
            return new Judgement.Anomaly(unit.faults() + " of " + unit.requests() + " calls failed");
        }
        if (unit.requests() >= SOME && earlier.requests() >= SOME
                && unit.mean().compareTo(earlier.mean().plus(SLOWER)) > 0
                && unit.mean().compareTo(earlier.mean().multipliedBy(2)) > 0) {
            return new Judgement.Anomaly("a call takes " + unit.mean().toMillis() + " ms, with the earlier revision "
                    + earlier.mean().toMillis() + " ms");
        }
        return unit.useful() >= ENOUGH ? new Judgement.Baked() : new Judgement.Waiting(unit.useful());
    }
}
