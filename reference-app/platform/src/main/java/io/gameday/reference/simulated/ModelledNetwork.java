package io.gameday.reference.simulated;

import io.gameday.reference.host.TaskLauncher;
import io.gameday.reference.host.TaskOrder;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Starts modelled tasks, and takes requests to them and answers back, 1 ms each way. Behind the tasks is a store of
/// orders for each cell.
final class ModelledNetwork implements TaskLauncher {

    /// One way.
    static final Duration DELAY = Duration.ofMillis(1);

    private static final Duration START = Duration.ofSeconds(6);
    private static final long MOST_EXTRA_START = Duration.ofSeconds(2).toNanos();

    private final Clock clock;
    private final RandomGenerator random;
    private final Duration hold;
    private final Map<String, ModelledTask> tasks = new HashMap<>();
    private final Map<String, Set<String>> stores = new HashMap<>();

    ModelledNetwork(Clock clock, RandomGenerator random, Duration hold) {
        this.clock = clock;
        this.random = random;
        this.hold = hold;
    }

    @Override
    public Launched launch(TaskOrder order, Listener listener) {
        ModelledTask task = new ModelledTask(order, listener, clock, random, hold);
        tasks.put(order.id(), task);
        clock.at(START.plusNanos(random.nextLong(MOST_EXTRA_START + 1)), task::ready);
        return task;
    }

    /// Has every task that was started be ready now: the app is up before anybody looks at it.
    void boot() {
        tasks.values().forEach(ModelledTask::ready);
    }

    /// Sends an order to a task, whose cell stores it. @param then told how it ended, once
    void order(String id, String cell, String order, Consumer<AttemptOutcome> then) {
        send(id, then, (task, answer) -> task.order(() -> store(cell).add(order), answer));
    }

    void canary(String id, Consumer<AttemptOutcome> then) {
        send(id, then, ModelledTask::canary);
    }

    private void send(String id, Consumer<AttemptOutcome> then, Call call) {
        clock.at(DELAY, () -> {
            Consumer<AttemptOutcome> back = outcome -> clock.at(DELAY, () -> then.accept(outcome));
            Optional.ofNullable(tasks.get(id)).ifPresentOrElse(task -> call.on(task, back),
                    () -> back.accept(new AttemptOutcome.Unreachable()));
        });
    }

    /// Whether the task accepts a connection right now.
    boolean answers(String id) {
        ModelledTask task = tasks.get(id);
        return task != null && task.listens();
    }

    /// Whether the cell knows the order.
    boolean stored(String cell, String order) {
        return store(cell).contains(order);
    }

    private Set<String> store(String cell) {
        return stores.computeIfAbsent(cell, c -> new HashSet<>());
    }

    private interface Call {
        void on(ModelledTask task, Consumer<AttemptOutcome> answer);
    }
}
