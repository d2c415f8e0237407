package io.gameday.reference.host;

import io.gameday.reference.policy.EvictionRule;
import io.gameday.target.Fault;
import java.util.function.Consumer;

/// A wrong threshold is pushed to the router: an answer that took more than a millisecond counts as a failure, which every
/// answer does. It reaches the router by way of the control plane. Who is evicted when it is undone comes back when their
/// time is over.
final class BadAlarmEffect implements Effect {

    private static final int WRONG_MILLIS = 1;

    private final PlatformSettings settings;

    BadAlarmEffect(PlatformSettings settings) {
        this.settings = settings;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        EvictionRule found = settings.eviction();
        if (found.slowMillis() == WRONG_MILLIS) {
            then.accept(new Applying.Refused("the wrong threshold is set already; take that fault away first"));
            return;
        }
        settings.eviction(new EvictionRule(found.failures(), WRONG_MILLIS));
        then.accept(new Applying.Applied(done -> {
            settings.eviction(found);
            done.run();
        }));
    }
}
