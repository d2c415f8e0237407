package io.gameday.engine;

import io.gameday.yaml.Units;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The time a prediction has: it counts from the injection of its step.
final class Deadline {

    private final @Nullable String step;
    private final Duration within;
    private @Nullable Duration from;
    private @Nullable Instant instant;

    /// @param step null is the first step that is injected
    Deadline(@Nullable String step, Duration within) {
        this.step = step;
        this.within = within;
    }

    void observe(Observed observed) {
        if (from == null && observed instanceof Observed.Injected(Duration at, Instant when, String name)
                && (step == null || step.equals(name))) {
            from = at;
            instant = when;
        }
    }

    boolean concerns(String name) {
        return step == null || step.equals(name);
    }

    boolean running() {
        return from != null;
    }

    /// Since the injection; negative before it.
    Duration since(Duration at) {
        return from == null ? Duration.ofNanos(-1) : at.minus(from);
    }

    /// Since the injection by the time of day.
    Duration since(Instant at) {
        return instant == null ? Duration.ofNanos(-1) : Duration.between(instant, at);
    }

    boolean met(Duration since) {
        return !since.isNegative() && since.compareTo(within) <= 0;
    }

    boolean passed(Duration at) {
        return from != null && since(at).compareTo(within) > 0;
    }

    String wanted() {
        return "≤ " + Units.words(within);
    }
}
