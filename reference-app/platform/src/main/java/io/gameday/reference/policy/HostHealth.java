package io.gameday.reference.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How the router sees hosts, which are tasks to it: one that fails more than a fifth of at least five attempts in the
/// newest five seconds is not healthy. A refusal for too much work (503) counts, as it does for a load balancer whose
/// health check arrives at the port where orders come in. A host that nobody asks is healthy: nothing speaks against it.
///
/// [Eviction] is about one bad task among good ones and lets refusals pass, since to leave out a task that has too much
/// to do gives the others more. This is about whether a whole cell keeps up.
///
/// Not for use by several threads.
public final class HostHealth {

    static final int WINDOW_SECONDS = 5;
    static final int LEAST_ATTEMPTS = 5;
    static final int MOST_FAILED_PERCENT = 20;

    private static final long SECOND = 1_000_000_000L;

    private final Map<String, Window> windows = new HashMap<>();

    /// Notes how an attempt at a task ended. @param now ticks in nanoseconds
    public void attempted(String task, AttemptOutcome outcome, long now) {
        windows.computeIfAbsent(task, t -> new Window()).add(Math.floorDiv(now, SECOND), outcome.fault());
    }

    /// @param now ticks in nanoseconds
    public boolean healthy(String task, long now) {
        Window window = windows.get(task);
        return window == null || window.healthy(Math.floorDiv(now, SECOND));
    }

    /// Forgets tasks that are gone.
    public void retain(Set<String> tasks) {
        windows.keySet().retainAll(tasks);
    }

    /// One slot a second, used again after the window's length.
    private static final class Window {
        private final long[] second = new long[WINDOW_SECONDS];
        private final long[] attempts = new long[WINDOW_SECONDS];
        private final long[] faults = new long[WINDOW_SECONDS];

        Window() {
            Arrays.fill(second, Long.MIN_VALUE);
        }

        void add(long now, boolean fault) {
            int slot = Math.floorMod(now, WINDOW_SECONDS);
            if (second[slot] != now) {
                second[slot] = now;
                attempts[slot] = 0;
                faults[slot] = 0;
            }
            attempts[slot]++;
            faults[slot] += fault ? 1 : 0;
        }

        boolean healthy(long now) {
            long asked = 0;
            long failed = 0;
            for (int slot = 0; slot < WINDOW_SECONDS; slot++) {
                if (second[slot] > now - WINDOW_SECONDS) {
                    asked += attempts[slot];
                    failed += faults[slot];
                }
            }
            return asked < LEAST_ATTEMPTS || failed * 100 <= asked * MOST_FAILED_PERCENT;
        }
    }
}
