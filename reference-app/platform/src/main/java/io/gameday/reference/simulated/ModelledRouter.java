package io.gameday.reference.simulated;

import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.reference.policy.Eviction;
import io.gameday.reference.policy.EvictionRule;
import io.gameday.reference.policy.Routing;
import io.gameday.reference.policy.TransferCount;
import io.gameday.reference.router.Cluster;
import io.gameday.reference.router.RouteTable;
import io.gameday.reference.router.RoutedTask;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The router: the real one's table and policies, over the modelled network.
final class ModelledRouter {

    /// Of all attempts together.
    private static final Duration LIMIT = Duration.ofSeconds(1);
    /// Less than this is not worth another attempt.
    private static final Duration LEAST = Duration.ofMillis(20);

    /// What the real router counts of an order at a real task, in bytes, to a tenth or so.
    private static final long REQUEST_BYTES = 280;
    private static final long ANSWER_BYTES = 420;
    private static final long REFUSAL_BYTES = 420;

    private final Clock clock;
    private final RandomGenerator random;
    private final ModelledNetwork network;
    private final boolean retry;
    private final RouteTable table;
    private final Eviction eviction = new Eviction();
    private final RequestCounts counts = new RequestCounts();
    private final EventLog log;
    private final Cluster cluster;
    private int canaries;

    ModelledRouter(Clock clock, RandomGenerator random, ModelledNetwork network, AppConfig config) {
        this.clock = clock;
        this.random = random;
        this.network = network;
        retry = config.mechanisms().routerRetry();
        table = new RouteTable(config.mechanisms().failOpen());
        log = new EventLog(clock);
        cluster = new Cluster(table, config, log, random);
    }

    /// One attempt as the answer names it.
    record Attempt(String zone, String instance, AttemptOutcome outcome) {
    }

    /// @param cell     null when the customer has none
    /// @param outcome  of the last attempt; without one the router's own answer
    /// @param transfer null where no task was asked
    record Answer(@Nullable String cell, List<Attempt> attempts, AttemptOutcome outcome,
            @Nullable TransferCount transfer) {
        Answer(@Nullable String cell, List<Attempt> attempts, AttemptOutcome outcome) {
            this(cell, attempts, outcome, null);
        }
    }

    EventLog log() {
        return log;
    }

    /// Takes the table over, looks at the cells and lets evicted tasks back in whose time is over.
    void take(RouteTable.Told told) {
        table.replace(told);
        eviction.retain(table.ids());
        Optional.ofNullable(told.eviction()).ifPresent(eviction::rule);
        cluster.look(clock.ticks(), clock.now());
        eviction.ended(clock.ticks()).forEach(id -> table.all().forEach(task -> {
            if (task.id().equals(id)) {
                log.add(EventLog.EVICTION_ENDED, new Scope.CellZone(task.cell(), task.zone()),
                        "(task " + id + ") in " + task.zone() + " gets requests again.");
            }
        }));
    }

    /// Tasks that get no requests for a while.
    List<String> evicted() {
        List<String> evicted = new ArrayList<>();
        table.all().forEach(task -> {
            if (eviction.out(task.id())) {
                evicted.add(task.id());
            }
        });
        return evicted;
    }

    EvictionRule rule() {
        return eviction.rule();
    }

    /// Whether it sends to evicted tasks because a cell has no others.
    boolean failsOpen(List<String> cells) {
        return table.failsOpen() && cells.stream().map(table::tasks)
                .anyMatch(tasks -> !tasks.isEmpty() && tasks.stream().allMatch(task -> eviction.out(task.id())));
    }

    Map<String, Attempts> attempts() {
        Map<String, Attempts> attempts = new TreeMap<>();
        table.all().forEach(task -> attempts.put(task.id(),
                new Attempts(task.zone(), task.cell(), task.requests(), task.faults(), task.busyNanos(clock.ticks()))));
        return attempts;
    }

    /// A customer places an order. @param then told once
    void order(String customer, ModelledOrder order, Consumer<Answer> then) {
        String cell = cluster.cell(customer, null, clock.ticks());
        if (cell == null) {
            then.accept(new Answer(null, List.of(), new AttemptOutcome.Answered(404)));
            return;
        }
        new Exchange(cell, cluster.entry(customer, cell), order, then).begin();
    }

    /// What it has counted of its attempts.
    RequestCounts counts() {
        return counts;
    }

    /// Asks a task of exactly this cell and zone, whatever eviction and health say.
    void canary(String cell, String zone, Consumer<Answer> then) {
        List<RoutedTask> tasks = table.lastKnown(cell, zone);
        if (tasks.isEmpty()) {
            then.accept(new Answer(cell, List.of(), new AttemptOutcome.Answered(503)));
            return;
        }
        RoutedTask task = tasks.get(Math.floorMod(canaries++, tasks.size()));
        Once once = new Once(outcome -> then
                .accept(new Answer(cell, List.of(new Attempt(task.zone(), task.id(), outcome)), outcome)));
        network.canary(task.id(), once);
        clock.at(LIMIT, () -> once.accept(new AttemptOutcome.TimedOut()));
    }

    private void judge(RoutedTask task, AttemptOutcome outcome, long took) {
        cluster.attempted(task, outcome, clock.ticks());
        eviction.attempted(task.id(), outcome, took, clock.ticks())
                .ifPresent(evicted -> log.add(EventLog.EVICTION, new Scope.CellZone(task.cell(), task.zone()),
                        "(task " + task.id() + ") in " + task.zone() + " gets no requests for "
                                + evicted.duration().toSeconds() + " s: " + evicted.why() + "."));
    }

    /// One order on its way.
    private final class Exchange {
        private final String cell;
        private final TransferCount transfer;
        private final ModelledOrder order;
        private final Consumer<Answer> then;
        private final long began = clock.ticks();
        private final List<Attempt> attempts = new ArrayList<>();

        Exchange(String cell, Optional<String> entry, ModelledOrder order, Consumer<Answer> then) {
            this.cell = cell;
            transfer = new TransferCount(entry);
            this.order = order;
            this.then = then;
        }

        void begin() {
            Routing.choose(cluster.first(candidates(), transfer.entry()), task -> true, RoutedTask::outstanding, random)
                    .ifPresentOrElse(this::attempt,
                            () -> then.accept(new Answer(cell, List.of(), new AttemptOutcome.Answered(503))));
        }

        private List<RoutedTask> candidates() {
            return cluster.candidates(cell, task -> eviction.out(task.id()));
        }

        private Optional<RoutedTask> another(String exceptZone) {
            return Routing.choose(candidates(), task -> !task.zone().equals(exceptZone), RoutedTask::outstanding,
                    random);
        }

        private void attempt(RoutedTask task) {
            long sent = clock.ticks();
            task.begin(sent);
            Once once = new Once(outcome -> ended(task, outcome, clock.ticks() - sent));
            network.order(task.id(), cell, order, once);
            clock.at(left(), () -> once.accept(new AttemptOutcome.TimedOut()));
        }

        private void ended(RoutedTask task, AttemptOutcome outcome, long took) {
            task.end(outcome, clock.ticks());
            transfer.add(task.zone(), bytes(outcome));
            counts.add(ModelledCanaries.seen(outcome), took);
            attempts.add(new Attempt(task.zone(), task.id(), outcome));
            judge(task, outcome, took);
            Optional<RoutedTask> second = retry && attempts.size() == 1 && outcome.mayRetry()
                    && left().compareTo(LEAST) >= 0 ? another(task.zone()) : Optional.empty();
            second.ifPresentOrElse(this::attempt,
                    () -> then.accept(new Answer(cell, List.copyOf(attempts), outcome, transfer)));
        }

        private Duration left() {
            Duration left = LIMIT.minusNanos(clock.ticks() - began);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    private static long bytes(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Answered(int status) -> REQUEST_BYTES + (status < 300 ? ANSWER_BYTES : REFUSAL_BYTES);
            case AttemptOutcome.Overloaded o -> REQUEST_BYTES + REFUSAL_BYTES;
            case AttemptOutcome.Unreachable u -> 0;
            case AttemptOutcome.Broken b -> REQUEST_BYTES;
            case AttemptOutcome.TimedOut t -> REQUEST_BYTES;
        };
    }

    /// The first outcome counts: an answer after the time-out reaches nobody.
    private static final class Once implements Consumer<AttemptOutcome> {
        private @Nullable Consumer<AttemptOutcome> then;

        Once(Consumer<AttemptOutcome> then) {
            this.then = then;
        }

        @Override
        public void accept(AttemptOutcome outcome) {
            Consumer<AttemptOutcome> told = then;
            then = null;
            if (told != null) {
                told.accept(outcome);
            }
        }
    }
}
