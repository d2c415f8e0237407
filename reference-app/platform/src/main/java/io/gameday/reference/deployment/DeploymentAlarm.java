package io.gameday.reference.deployment;

import java.util.ArrayDeque;
import java.util.Deque;

/// The alarm of one cell that deployments look at: in 3 of 5 seconds more than 5 % of the router's calls failed. A second
/// with fewer than 10 calls says nothing and is passed over. Not for use by several threads.
final class DeploymentAlarm {

    private static final int SECONDS = 5;
    private static final int BREACHES = 3;
    private static final long LEAST = 10;
    private static final double SHARE = 0.05;

    private final Deque<Boolean> breaches = new ArrayDeque<>();

    /// @param calls of one second
    void second(Calls calls) {
        if (calls.requests() < LEAST) {
            return;
        }
        if (breaches.size() == SECONDS) {
            breaches.removeFirst();
        }
        breaches.addLast(calls.faults() > SHARE * calls.requests());
    }

    boolean inAlarm() {
        return breaches.stream().filter(breach -> breach).count() >= BREACHES;
    }
}
