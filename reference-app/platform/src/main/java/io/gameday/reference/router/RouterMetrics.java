package io.gameday.reference.router;

import io.gameday.reference.policy.AttemptOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// What the router counts for whoever scrapes it; docs/metrics.md lists it. What was counted of a task goes with the task, so
/// that any number of tasks that come and go take no more memory than those that are there. Belongs to the network thread.
final class RouterMetrics {

    /// Why a request was refused without asking a task.
    enum Refusal {
        NO_TABLE, NO_CUSTOMER, UNKNOWN_CUSTOMER, NO_TASK, NO_SUCH_PATH
    }

    /// How an attempt ended, in so few words that a task cannot make many series by answering with many statuses.
    private enum Outcome {
        SUCCESS, CLIENT_ERROR, SERVER_ERROR, OVERLOADED, UNREACHABLE, BROKEN, TIMEOUT;

        static Outcome of(AttemptOutcome outcome) {
            return switch (outcome) {
                case AttemptOutcome.Overloaded overloaded -> OVERLOADED;
                case AttemptOutcome.Answered(int status) when status >= 500 -> SERVER_ERROR;
                case AttemptOutcome.Answered(int status) when status >= 400 -> CLIENT_ERROR;
                case AttemptOutcome.Answered answered -> SUCCESS;
                case AttemptOutcome.Unreachable unreachable -> UNREACHABLE;
                case AttemptOutcome.Broken broken -> BROKEN;
                case AttemptOutcome.TimedOut timedOut -> TIMEOUT;
            };
        }
    }

    /// Close together where orders fare well (90 ms of hold), up to the second after which the router waits no longer.
    private static final Duration[] BOUNDS = IntStream
            .of(25, 50, 75, 100, 110, 125, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1100)
            .mapToObj(Duration::ofMillis).toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);
    private final Map<String, Counter> transfer = new HashMap<>();
    private final Map<String, OfTask> tasks = new HashMap<>();

    RouterMetrics() {
        // Of these only the time of the start, by which a reader learns that counters began at zero again.
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.uptime"));
        new UptimeMetrics().bindTo(registry);
        for (Refusal reason : Refusal.values()) {
            refusals.put(reason,
                    Counter.builder("router.requests.refused").description("Requests refused without asking a task.")
                            .tag("reason", word(reason)).register(registry));
        }
    }

    void attempted(RoutedTask task, AttemptOutcome outcome, long tookNanos) {
        of(task).attempts(Outcome.of(outcome)).record(tookNanos, TimeUnit.NANOSECONDS);
    }

    /// @param from zone in which the request entered
    /// @param zone of the task
    void carried(String from, String zone, long bytes) {
        transfer.computeIfAbsent(from + "/" + zone,
                way -> Counter.builder("router.transfer").baseUnit("bytes")
                        .description("Bytes of requests to tasks and of their answers, by the zone they entered in and "
                                + "the task's.")
                        .tags("from", from, "zone", zone).register(registry))
                .increment(bytes);
    }

    void evicted(RoutedTask task) {
        of(task).evictions.increment();
    }

    void refused(Refusal reason) {
        refusals.get(reason).increment();
    }

    /// Forgets tasks that are gone. One of their attempts that ends later makes its series anew, until this is called again.
    void retain(Set<String> ids) {
        tasks.entrySet().removeIf(task -> {
            if (ids.contains(task.getKey())) {
                return false;
            }
            task.getValue().remove();
            return true;
        });
    }

    /// Everything in Prometheus text format 0.0.4.
    String text() {
        return registry.scrape();
    }

    /// How many the registry keeps.
    int meters() {
        return registry.getMeters().size();
    }

    private OfTask of(RoutedTask task) {
        return tasks.computeIfAbsent(task.id(),
                id -> new OfTask(Tags.of("cell", task.cell(), "zone", task.zone(), "instance", id)));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /// The series of one task. The registry would find them by their tags as well, for every attempt anew.
    private final class OfTask {
        private final Tags tags;
        private final Counter evictions;
        private final Map<Outcome, Timer> attempts = new EnumMap<>(Outcome.class);

        OfTask(Tags tags) {
            this.tags = tags;
            evictions = Counter.builder("router.evictions").description("Times that a task was left out.").tags(tags)
                    .register(registry);
        }

        Timer attempts(Outcome outcome) {
            return attempts.computeIfAbsent(outcome,
                    ended -> Timer.builder("router.attempts")
                            .description("Attempts at tasks, retries included and canaries not.").tags(tags)
                            .tag("outcome", word(ended)).serviceLevelObjectives(BOUNDS).register(registry));
        }

        void remove() {
            registry.remove(evictions);
            attempts.values().forEach(registry::remove);
        }
    }
}
