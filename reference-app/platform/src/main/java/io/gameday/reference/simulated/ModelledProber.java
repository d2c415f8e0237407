package io.gameday.reference.simulated;

import io.gameday.experiment.Experiment;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Sends requests of its own to tasks, past the router, as the real prober does.
final class ModelledProber {

    private static final Duration KNOCK_LIMIT = Duration.ofMillis(800);
    private static final Duration ORDER_LIMIT = Duration.ofSeconds(2);
    /// None begins after it.
    private static final Duration BUDGET = Duration.ofMillis(4500);

    private final Clock clock;
    private final ModelledNetwork network;
    private long orders;

    ModelledProber(Clock clock, ModelledNetwork network) {
        this.clock = clock;
        this.network = network;
    }

    /// What one request showed.
    ///
    /// @param took      the limit where nothing came back
    /// @param withStock whether a served order has the word of its dependency
    /// @param logged    whether the log sink has a line of it
    record Sight(AttemptOutcome outcome, Duration took, boolean withStock, boolean logged) {

        boolean served() {
            return outcome instanceof AttemptOutcome.Answered(int status) && status < 300;
        }

        /// The service's own error.
        boolean failed() {
            return outcome instanceof AttemptOutcome.Answered(int status) && status >= 500 && status != 503;
        }

        /// No place or no database: which of them, the status does not tell.
        boolean unavailable() {
            return outcome instanceof AttemptOutcome.Overloaded
                    || outcome instanceof AttemptOutcome.Answered(int status) && status == 503;
        }

        boolean lost() {
            return outcome instanceof AttemptOutcome.Broken || silent();
        }

        boolean silent() {
            return outcome instanceof AttemptOutcome.TimedOut;
        }

        boolean answers() {
            return outcome.answered();
        }
    }

    /// A canary to each task, all at once.
    void knock(List<Task> tasks, Consumer<Map<String, List<Sight>>> then) {
        sample(tasks, 1, this::canary, KNOCK_LIMIT, then);
    }

    /// Canaries to each task, one after the other.
    void canaries(List<Task> tasks, int each, Consumer<Map<String, List<Sight>>> then) {
        sample(tasks, each, this::canary, Experiment.Customers.PATIENCE, then);
    }

    /// Orders to each task, one after the other; up to twice as many where some are not taken.
    void orders(List<Task> tasks, int each, Consumer<Map<String, List<Sight>>> then) {
        sample(tasks, each, this::order, ORDER_LIMIT, then);
    }

    private void sample(List<Task> tasks, int each, Request request, Duration limit,
            Consumer<Map<String, List<Sight>>> then) {
        Map<String, List<Sight>> seen = new LinkedHashMap<>();
        if (tasks.isEmpty()) {
            then.accept(seen);
            return;
        }
        int[] open = {tasks.size()};
        long deadline = clock.ticks() + BUDGET.toNanos();
        tasks.forEach(task -> seen.put(task.id(), new ArrayList<>()));
        tasks.forEach(task -> visit(task, each, request, limit, deadline, seen.get(task.id()), () -> {
            if (--open[0] == 0) {
                then.accept(seen);
            }
        }));
    }

    private void visit(Task task, int each, Request request, Duration limit, long deadline, List<Sight> sights,
            Runnable ended) {
        long telling = sights.stream().filter(sight -> !sight.unavailable()).count();
        boolean refuses = sights.stream().anyMatch(sight -> sight.outcome() instanceof AttemptOutcome.Unreachable);
        if (telling >= each || sights.size() >= 2 * each || refuses || clock.ticks() - deadline >= 0) {
            ended.run();
            return;
        }
        request.send(task, limit, sight -> {
            sights.add(sight);
            visit(task, each, request, limit, deadline, sights, ended);
        });
    }

    private void canary(Task task, Duration limit, Consumer<Sight> then) {
        network.canary(task.id(), timed(limit, (outcome, took) -> then.accept(new Sight(outcome, took, true, true))));
    }

    private void order(Task task, Duration limit, Consumer<Sight> then) {
        String id = "probe-" + ++orders;
        network.order(task.id(), task.cell(), ModelledOrder.usual("prober", id),
                timed(limit, (outcome, took) -> then.accept(new Sight(outcome, took, !network.withoutStock(id),
                        outcome.answered() && !network.withoutLine(id)))));
    }

    /// Tells once: the outcome, or that there was none in time.
    private Consumer<AttemptOutcome> timed(Duration limit, Ended then) {
        long began = clock.ticks();
        boolean[] told = {false};
        Consumer<AttemptOutcome> once = outcome -> {
            if (!told[0]) {
                told[0] = true;
                then.accept(outcome, Duration.ofNanos(clock.ticks() - began));
            }
        };
        clock.at(limit, () -> once.accept(new AttemptOutcome.TimedOut()));
        return once;
    }

    private interface Request {
        void send(Task task, Duration limit, Consumer<Sight> then);
    }

    private interface Ended {
        void accept(AttemptOutcome outcome, Duration took);
    }
}
