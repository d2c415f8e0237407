package io.gameday.agent.prober;

import io.gameday.target.Answer;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// How often the router tries tasks, from two looks at its counters.
final class Rate {

    private final Platform platform;
    private final Clock clock;

    Rate(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /// Attempts per second over about `time`.
    void measure(Duration time, Consumer<Answer<Double>> then) {
        platform.attempts(first -> {
            switch (first) {
                case Answer.Failed(String why) -> then.accept(new Answer.Failed<>(why));
                case Answer.Ok(Map<String, Long> before) -> {
                    long began = clock.ticks();
                    clock.at(time, () -> platform.attempts(second -> then.accept(switch (second) {
                        case Answer.Failed(String why) -> new Answer.Failed<>(why);
                        case Answer.Ok(Map<String, Long> now) ->
                            new Answer.Ok<>(more(before, now) / ((clock.ticks() - began) / 1e9));
                    })));
                }
            }
        });
    }

    /// A task that was forgotten meanwhile counts no more; one that is new counts in full.
    static double more(Map<String, Long> before, Map<String, Long> now) {
        double more = 0;
        for (Map.Entry<String, Long> task : now.entrySet()) {
            more += Math.max(0, task.getValue() - before.getOrDefault(task.getKey(), 0L));
        }
        return more;
    }
}
