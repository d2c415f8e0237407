package io.gameday.reference.host;

import io.gameday.target.Answer;
import io.gameday.target.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// One thing that Chaos Monkey is told to do to a task, and nothing else besides.
///
/// @param what     in words, for the log
/// @param settings of Chaos Monkey while it lasts
/// @param runtime  whether it has to be begun, because it does not wait for requests
record Assault(String what, ChaosMonkey.Settings settings, boolean runtime) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// Chaos Monkey counts requests from 1 to this.
    private static final int MOST_REQUESTS = 10_000;
    private static final int LEAST_FILL = 75;
    private static final int MOST_FILL = 95;

    /// What stands for a fault.
    ///
    /// @return failed when the fault asks for what Chaos Monkey cannot do
    /// @throws IllegalArgumentException when the fault is of a kind that is no assault
    static Answer<Assault> of(Fault fault) {
        return switch (fault) {
            case Fault.TaskLatency latency -> new Answer.Ok<>(slow(latency.delay()));
            case Fault.TaskErrors errors -> failing(errors.sharePercent());
            case Fault.TaskMemory memory -> filling(memory.fillPercent());
            default -> throw new IllegalArgumentException(fault.kind() + " is no assault");
        };
    }

    /// Every order, canary and read takes so much longer, slot in hand.
    static Assault slow(Duration delay) {
        return of("every request takes " + delay.toMillis() + " ms longer", false, Map.of("latencyActive", true,
                "latencyRangeStart", delay.toMillis(), "latencyRangeEnd", delay.toMillis()));
    }

    /// One request in N fails, N being 100 / share, rounded: Chaos Monkey counts requests and hits each Nth. So 100 %, 50
    /// %, 33.3 %, 25 % are met exactly, and 60 % becomes 50 %; the words of the assault tell which it is.
    ///
    /// @param sharePercent more than 0, at most 100
    static Answer<Assault> failing(double sharePercent) {
        long oneIn = Math.round(100 / sharePercent);
        if (oneIn > MOST_REQUESTS) {
            return new Answer.Failed<>("share is " + sharePercent + " %; allowed: 0.01 % to 100 %");
        }
        String share = oneIn == 1
                ? "every request fails"
                : String.format(Locale.ROOT, "one request in %d fails, %.1f %%", oneIn, 100.0 / oneIn);
        return new Answer.Ok<>(of(share, false, Map.of("exceptionsActive", true, "level", oneIn)));
    }

    /// The heap is filled, and stays so.
    ///
    /// What Chaos Monkey 4.0 fills is the heap that is committed, not what is used of it, and it takes nothing where more
    /// than the wanted share is committed. A task that has just started, or was just relieved, has some 70 % committed.
    ///
    /// @param percent of the heap; 75 to 95
    static Answer<Assault> filling(int percent) {
        if (percent < LEAST_FILL || percent > MOST_FILL) {
            return new Answer.Failed<>("fill is " + percent + " %; allowed here: " + LEAST_FILL + " % to " + MOST_FILL
                    + " %, because a task's heap takes up some 70 % of its limit anyway");
        }
        return new Answer.Ok<>(of("the heap is filled to " + percent + " %", true,
                Map.of("memoryActive", true, "memoryFillTargetFraction", percent / 100.0, "memoryFillIncrementFraction",
                        0.3, "memoryMillisecondsWaitNextIncrease", 100, "memoryMillisecondsHoldFilledMemory",
                        Integer.MAX_VALUE)));
    }

    private static Assault of(String what, boolean runtime, Map<String, Object> assault) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("level", 1, "deterministic", true, "latencyActive", false,
                "exceptionsActive", false, "killApplicationActive", false, "memoryActive", false, "cpuActive", false));
        all.putAll(assault);
        // The one watcher that hits a request once: it is around the class that does an order's work.
        Map<String, Boolean> watchers = Map.of("service", true, "controller", false, "restController", false,
                "repository", false, "component", false, "restTemplate", false, "webClient", false, "actuatorHealth",
                false);
        return new Assault(what, new ChaosMonkey.Settings(true, JSON.valueToTree(all), JSON.valueToTree(watchers)),
                runtime);
    }
}
