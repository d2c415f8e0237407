package io.gameday.reference.policy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Whether the new stack is to lose its share of the requests. Both stacks are looked at side by side, over the last five
/// seconds with at least 20 requests to each: what goes wrong with both is no fault of the change. The new one is suspected
/// when a share of its requests fails that is 5 points above the old one's, or when a request takes twice as long there and
/// 100 ms more (what a bake calls slow); after three such seconds in a row it is taken back. The talk says to roll back on
/// suspicion and not what that is: the rule is ours.
///
/// With fewer requests, as at a weight of 100 %, nothing is concluded. Not for use by several threads.
public final class Suspicion {

    static final int WINDOW = 5;
    static final int IN_A_ROW = 3;
    private static final long LEAST = 20;
    private static final double POINTS = 0.05;
    private static final Duration SLOWER = Duration.ofMillis(100);

    private final Deque<Second> seconds = new ArrayDeque<>();
    private int suspected;
    private long since;

    /// Attempts at one stack. @param busyNanos time that they were under way, of all together
    public record Attempts(long requests, long faults, long busyNanos) {

        public static final Attempts NONE = new Attempts(0, 0, 0);

        public Attempts plus(Attempts other) {
            return new Attempts(requests + other.requests, faults + other.faults, busyNanos + other.busyNanos);
        }

        private double failed() {
            return (double) faults / requests;
        }

        private Duration mean() {
            return Duration.ofNanos(busyNanos / requests);
        }
    }

    private record Second(Attempts old, Attempts fresh) {
    }

    /// The new stack is to get nothing more. @param since ticks of the first suspicion @param why the figures, in words
    public record TakeBack(long since, String why) {
    }

    /// Closes a second.
    ///
    /// @param old   attempts at the old stack within it
    /// @param fresh at the new one
    /// @param now   ticks in nanoseconds
    public Optional<TakeBack> second(Attempts old, Attempts fresh, long now) {
        if (seconds.size() == WINDOW) {
            seconds.removeFirst();
        }
        seconds.addLast(new Second(old, fresh));
        Optional<String> why = worse(seconds.stream().map(Second::old).reduce(Attempts.NONE, Attempts::plus),
                seconds.stream().map(Second::fresh).reduce(Attempts.NONE, Attempts::plus));
        if (why.isEmpty()) {
            suspected = 0;
            return Optional.empty();
        }
        if (suspected == 0) {
            since = now;
        }
        suspected++;
        return suspected < IN_A_ROW ? Optional.empty() : why.map(text -> new TakeBack(since, text));
    }

    /// Begins anew, with weights that nothing is known of yet.
    public void forget() {
        seconds.clear();
        suspected = 0;
    }

    private static Optional<String> worse(Attempts old, Attempts fresh) {
        if (old.requests < LEAST || fresh.requests < LEAST) {
            return Optional.empty();
        }
        if (fresh.failed() > old.failed() + POINTS) {
            return Optional.of(fresh.faults + " of " + fresh.requests + " requests failed there, of the old one "
                    + old.faults + " of " + old.requests);
        }
        if (fresh.mean().compareTo(old.mean().plus(SLOWER)) > 0
                && fresh.mean().compareTo(old.mean().multipliedBy(2)) > 0) {
            return Optional.of("a request takes " + fresh.mean().toMillis() + " ms there, of the old one "
                    + old.mean().toMillis() + " ms");
        }
        return Optional.empty();
    }
}
