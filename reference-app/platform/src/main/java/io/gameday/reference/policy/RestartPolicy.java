package io.gameday.reference.policy;

import java.time.Duration;
import java.util.Set;

/// Whether a task whose process ended is restarted in place: ECS's container restart policy, which needs neither control
/// plane nor placement. It helps against rare crashes and not against a crash loop: since a task must have run for the
/// period, each time anew, there is at most one restart in a period.
///
/// @param attemptPeriod    for which it must have run; 1 s to 30 min (ECS: from 60 s on)
/// @param ignoredExitCodes with which it is not restarted; 50 at most
public record RestartPolicy(Duration attemptPeriod, Set<Integer> ignoredExitCodes) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(30);
    private static final Duration LEAST_IN_ECS = Duration.ofSeconds(60);
    private static final int MOST_CODES = 50;

    /// @throws IllegalArgumentException naming the value that is out of its range
    public RestartPolicy {
        if (attemptPeriod.compareTo(LEAST) < 0 || attemptPeriod.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "attemptPeriod is " + attemptPeriod.toMillis() + " ms; allowed: 1 s to 30 min");
        }
        ignoredExitCodes = Set.copyOf(ignoredExitCodes);
        if (ignoredExitCodes.size() > MOST_CODES) {
            throw new IllegalArgumentException(
                    "ignoredExitCodes are " + ignoredExitCodes.size() + "; allowed: " + MOST_CODES + " at most");
        }
    }

    /// Whether the period is one that ECS does not take, for a game day that is shorter than its rules.
    public boolean shorterThanInEcs() {
        return attemptPeriod.compareTo(LEAST_IN_ECS) < 0;
    }

    /// @param ran for how long it had run since its start, or since its last restart
    public boolean restarts(int exitCode, Duration ran) {
        return !ignoredExitCodes.contains(exitCode) && ran.compareTo(attemptPeriod) >= 0;
    }
}
