package io.gameday.reference.simulated;

import io.gameday.observability.Layout;
import io.gameday.observability.Layout.Part;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Probes each cell in each of its zones every 200 ms through the router, the probes of one round spread over it.
final class ModelledCanaries {

    static final AttemptOutcome NO_ANSWER = new AttemptOutcome.TimedOut();

    private static final Duration EVERY = Duration.ofMillis(200);

    private final Clock clock;
    private final ModelledRouter router;
    private final List<Part> parts;
    private final Consumer<Measurement> signals;
    private int next;
    private Clock.@Nullable Cancellable probing;

    ModelledCanaries(Clock clock, ModelledRouter router, Layout layout, Consumer<Measurement> signals) {
        this.clock = clock;
        this.router = router;
        this.signals = signals;
        parts = layout.parts();
    }

    /// @param limit after which a probe counts as unanswered
    void start(Duration limit) {
        probing = clock.every(EVERY.dividedBy(parts.size()), () -> probe(limit));
    }

    void stop() {
        if (probing != null) {
            probing.cancel();
        }
    }

    private void probe(Duration limit) {
        Part part = parts.get(next++ % parts.size());
        long began = clock.ticks();
        router.canary(part.cell(), part.zone(), answer -> {
            Duration latency = Duration.ofNanos(clock.ticks() - began);
            Outcome outcome = latency.compareTo(limit) > 0 ? Outcome.UNANSWERED : seen(answer.outcome());
            String instance = answer.attempts().isEmpty() ? null : answer.attempts().getLast().instance();
            signals.accept(new Measurement(Observer.CANARY, part.cell(), part.zone(), instance, null, outcome,
                    outcome == Outcome.UNANSWERED ? limit : latency));
        });
    }

    /// What such an end is to whoever asked: the router answers 502 for what is unreachable or broke, 504 for what took
    /// too long.
    static Outcome seen(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Answered(int status) when status >= 200 && status < 300 -> Outcome.USEFUL;
            case AttemptOutcome.Answered answered -> Outcome.FAILED;
            case AttemptOutcome.Overloaded overloaded -> Outcome.REFUSED;
            case AttemptOutcome.Unreachable unreachable -> Outcome.FAILED;
            case AttemptOutcome.Broken broken -> Outcome.FAILED;
            case AttemptOutcome.TimedOut timedOut -> Outcome.UNANSWERED;
        };
    }
}
