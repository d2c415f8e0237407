package io.gameday.proxy;

import io.gameday.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// For how long each fault may stay in force, enforced where the effect is: without renewal it ends after its lease,
/// and in spite of renewals after its duration. Runs on the loop of its clock.
///
/// ```
/// grant ──► held ──── renew ───► held for another lease
///            ├─ end ───────────► gone
///            ├─ lease over ────► gone, onEnd told why
///            └─ duration over ─► gone, onEnd told why
/// ```
public final class Leases {

    private final Clock clock;
    private final BiConsumer<String, String> onEnd;
    private final Map<String, Lease> leases = new LinkedHashMap<>();

    /// @param onEnd told the id and why, once, whenever a lease ended by [#end] or by itself
    public Leases(Clock clock, BiConsumer<String, String> onEnd) {
        this.clock = clock;
        this.onEnd = onEnd;
    }

    /// @param duration after which it ends in any case; more than zero
    /// @param lease    after which it ends unless renewed; more than zero
    /// @throws IllegalArgumentException when a time is not positive or the id is held already
    public void grant(String id, Duration duration, Duration lease) {
        positive("duration", duration);
        positive("lease", lease);
        if (leases.containsKey(id)) {
            throw new IllegalArgumentException("fault " + id + " is in force already; use another id or renew it");
        }
        Lease granted = new Lease(id, lease, duration);
        leases.put(id, granted);
        granted.arm();
    }

    /// Lengthens the lease to its full length from now.
    ///
    /// @return false when it is not held, or was over before this renewal came
    public boolean renew(String id) {
        Lease lease = leases.get(id);
        // After a standstill the renewal may be read before the timer has run: time decides, not the order.
        if (lease == null || lease.endIfOver()) {
            return false;
        }
        lease.renew();
        return true;
    }

    /// @return false when it was gone already
    public boolean end(String id, String why) {
        Lease lease = leases.remove(id);
        if (lease == null) {
            return false;
        }
        lease.timer.cancel();
        onEnd.accept(id, why);
        return true;
    }

    /// Ends those whose time is over and whose timer has not run yet, as after a standstill: time decides, not the
    /// order in which timers run.
    public void endOver() {
        List.copyOf(leases.values()).forEach(Lease::endIfOver);
    }

    /// Also true for one whose time is over and whose timer has not run yet; see [#endOver].
    public boolean holds(String id) {
        return leases.containsKey(id);
    }

    /// In the order granted.
    public List<Held> held() {
        return leases.values().stream().map(Lease::held).toList();
    }

    private static void positive(String field, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(field + " is " + value + "; allowed: more than zero");
        }
    }

    /// @param leaseLeft    until it ends without renewal
    /// @param durationLeft until it ends in any case
    public record Held(String id, Duration leaseLeft, Duration durationLeft) {
    }

    private final class Lease {
        private final String id;
        private final Duration length;
        private final Duration duration;
        private final long granted = clock.ticks();
        private long renewed = granted;
        private Clock.Cancellable timer = () -> {
        };

        Lease(String id, Duration length, Duration duration) {
            this.id = id;
            this.length = length;
            this.duration = duration;
        }

        void renew() {
            renewed = clock.ticks();
            arm();
        }

        void arm() {
            timer.cancel();
            timer = clock.at(least(leaseLeft(), durationLeft()), this::timeUp);
        }

        private void timeUp() {
            if (!endIfOver()) {
                arm();
            }
        }

        boolean endIfOver() {
            if (!durationLeft().isPositive()) {
                return end(id, "its duration of " + seconds(duration) + " is over");
            }
            if (!leaseLeft().isPositive()) {
                return end(id, "its lease of " + seconds(length) + " was not renewed");
            }
            return false;
        }

        Held held() {
            return new Held(id, leaseLeft(), durationLeft());
        }

        private Duration leaseLeft() {
            return left(renewed, length);
        }

        private Duration durationLeft() {
            return left(granted, duration);
        }

        private Duration left(long since, Duration length) {
            Duration left = length.minusNanos(clock.ticks() - since);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
