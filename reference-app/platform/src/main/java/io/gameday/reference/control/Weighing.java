package io.gameday.reference.control;

import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.event.Caller;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.ClusterName;
import io.gameday.reference.policy.StackWeights;
import io.gameday.reference.policy.Suspicion;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The share of requests that the new stack gets: somebody gives it, suspicion takes it back. What a step of an experiment does
/// is told by its own run. Belongs to the loop.
///
/// ```
/// weights ──► router        attempts of each second ──► suspicion ──► weight 0 ──► the last request there is over
/// ```
public final class Weighing {

    /// Answers are kept for a while; after it a second's counts may still be on their way.
    private static final Duration QUIET = ClusterName.KEPT.plusSeconds(1);

    private final EventLog log;
    private final Set<String> newStack;
    private final boolean watched;
    private final Suspicion suspicion = new Suspicion();
    private final Map<String, Attempts> before = new HashMap<>();
    private int newPercent;
    /// Ticks of the first suspicion, while the new stack is being left.
    private @Nullable Long leavingSince;
    private long lastRequest;

    /// @param known of before a restart; null when there was none
    public Weighing(AppConfig config, EventLog log, @Nullable Integer known) {
        this.log = log;
        newStack = Set.copyOf(config.mechanisms().stacks().newStack());
        watched = config.mechanisms().stacks().suspicion();
        newPercent = known == null ? 0 : known;
    }

    /// Of the requests for the new stack; 0 where there is one stack only.
    public int newPercent() {
        return newPercent;
    }

    /// @return what was done, in words
    /// @throws IllegalArgumentException when there is one stack only or `percent` is out of range
    public String set(int percent, Caller caller) {
        if (newStack.isEmpty()) {
            throw new IllegalArgumentException("there is one stack only; an app with system.newStack has two");
        }
        newPercent = new StackWeights(newStack, percent).newPercent();
        leavingSince = null;
        suspicion.forget();
        String text = "(stack new) gets " + percent + " % of the requests, the old one " + (100 - percent) + " %.";
        if (!caller.equals(Caller.PLATFORM)) {
            log.add(caller, EventLog.WEIGHTS, Scope.SITE, text);
        }
        return text;
    }

    /// Closes a second.
    ///
    /// @param counts the router's, cumulative, by instance; empty when it did not answer
    /// @param now    ticks in nanoseconds
    /// @return whether the weights changed
    public boolean second(Map<String, Attempts> counts, long now) {
        if (newStack.isEmpty() || counts.isEmpty()) {
            return false;
        }
        Suspicion.Attempts old = Suspicion.Attempts.NONE;
        Suspicion.Attempts fresh = Suspicion.Attempts.NONE;
        for (var entry : counts.entrySet()) {
            Suspicion.Attempts since = since(entry.getValue(), before.get(entry.getKey()));
            if (newStack.contains(entry.getValue().cell())) {
                fresh = fresh.plus(since);
            } else {
                old = old.plus(since);
            }
        }
        before.clear();
        before.putAll(counts);
        left(fresh.requests(), now);
        if (!watched || newPercent == 0) {
            return false;
        }
        Optional<Suspicion.TakeBack> found = suspicion.second(old, fresh, now);
        found.ifPresent(this::takeBack);
        return found.isPresent();
    }

    private static Suspicion.Attempts since(Attempts now, @Nullable Attempts earlier) {
        // A router that was restarted counts from zero.
        boolean same = earlier != null && earlier.requests() <= now.requests() && earlier.faults() <= now.faults()
                && earlier.busyNanos() <= now.busyNanos();
        return same
                ? new Suspicion.Attempts(now.requests() - earlier.requests(), now.faults() - earlier.faults(),
                        now.busyNanos() - earlier.busyNanos())
                : new Suspicion.Attempts(now.requests(), now.faults(), now.busyNanos());
    }

    private void takeBack(Suspicion.TakeBack found) {
        int was = newPercent;
        newPercent = 0;
        suspicion.forget();
        leavingSince = found.since();
        lastRequest = found.since();
        log.add(EventLog.WEIGHTS_TAKEN_BACK, Scope.SITE, "(stack new) is suspected and loses its " + was
                + " % of the requests: " + found.why() + ". The old one gets all of them.");
    }

    private void left(long requests, long now) {
        Long began = leavingSince;
        if (began == null) {
            return;
        }
        if (requests > 0) {
            lastRequest = now;
        } else if (now - lastRequest >= QUIET.toNanos()) {
            leavingSince = null;
            log.add(EventLog.NEW_STACK_LEFT, Scope.SITE, "(stack new) got its last request "
                    + Duration.ofNanos(lastRequest - began).toSeconds() + " s after it was first suspected.");
        }
    }
}
