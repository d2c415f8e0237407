package io.gameday.reference.simulated;

import io.gameday.experiment.Experiment.Overload;
import io.gameday.observability.Scope;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppConfig;
import io.gameday.reference.host.Revisions;
import io.gameday.reference.host.TaskLauncher;
import io.gameday.reference.host.TaskOrder;
import io.gameday.reference.log.LogStream;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Starts modelled tasks, and takes requests to them and answers back, 1 ms each way; what is done to a zone is met on
/// the way. Behind the tasks is a store of orders for each cell.
final class ModelledNetwork implements TaskLauncher {

    /// One way.
    static final Duration DELAY = Duration.ofMillis(1);

    private static final Duration START = Duration.ofSeconds(6);
    private static final long MOST_EXTRA_START = Duration.ofSeconds(2).toNanos();

    private static final Duration LOG_LOOK = Duration.ofMillis(100);

    private final Clock clock;
    private final RandomGenerator random;
    private final Function<String, Duration> hold;
    private final Overload overload;
    private final Conditions conditions;
    private final Revisions revisions;
    private final AppConfig.Mechanisms mechanisms;
    private final ModelledInventory inventory;
    private final RandomGenerator chance;
    private final Map<String, ModelledTask> tasks = new LinkedHashMap<>();
    private final ModelledDatabases databases;
    /// Orders that were taken without the word of a dependency.
    private final Set<String> withoutStock = new HashSet<>();
    /// Orders of which the log sink had no line when they were answered.
    private final Set<String> withoutLine = new HashSet<>();
    private long lastEnd;

    ModelledNetwork(Clock clock, RandomGenerator random, AppConfig config, Conditions conditions, Revisions revisions,
            ModelledDatabases databases) {
        this.clock = clock;
        this.random = random;
        overload = config.mechanisms().overload();
        this.conditions = conditions;
        this.revisions = revisions;
        this.databases = databases;
        hold = config::hold;
        mechanisms = config.mechanisms();
        inventory = new ModelledInventory(mechanisms.inventory(), config.layout());
        // Of its own, so that what is asked of inventory leaves everything else as it is.
        chance = new SplittableRandom(config.seed());
        lastEnd = clock.ticks();
    }

    /// Passes on what becomes of a process, and notes when one ends.
    private final class Noting implements Listener {
        private final Listener listener;

        Noting(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void started(ProcessIdentity identity) {
            listener.started(identity);
        }

        @Override
        public void ready(String service, String management) {
            listener.ready(service, management);
        }

        @Override
        public boolean restarts(int exitCode) {
            lastEnd = clock.ticks();
            return listener.restarts(exitCode);
        }

        @Override
        public void exited(String why) {
            lastEnd = clock.ticks();
            listener.exited(why);
        }
    }

    @Override
    public Launched launch(TaskOrder order, Listener listener) {
        ModelledStock stock = new ModelledStock(order, mechanisms.calls(order.slots()), inventory, conditions, clock,
                chance);
        ModelledTask task = new ModelledTask(order, new Noting(listener), clock, random, hold.apply(order.cell()),
                overload, conditions, stock, revisions.defect(order.revision()));
        tasks.put(order.id(), task);
        open(task, LogStream.PATIENCE);
        return task;
    }

    /// Its log first, and the process once the log is there.
    private void open(ModelledTask task, Duration patience) {
        TaskOrder order = task.order();
        if (!conditions.logBlocks(order.cell(), order.zone())) {
            clock.at(START.plusNanos(random.nextLong(MOST_EXTRA_START + 1)), task::begun);
        } else if (patience.isPositive()) {
            clock.at(LOG_LOOK, () -> open(task, patience.minus(LOG_LOOK)));
        } else {
            task.notStarted(LogStream.NOT_MADE);
        }
    }

    /// Has every task that was started be ready now: the app is up before anybody looks at it.
    void boot() {
        tasks.values().forEach(ModelledTask::ready);
    }

    /// Tasks in scope that run, the one that runs longest first.
    List<ModelledTask> running(Scope scope) {
        return tasks.values().stream().filter(ModelledTask::listens)
                .filter(task -> scope.covers(task.order().cell(), task.order().zone())).toList();
    }

    /// Sends an order to a task, whose cell stores it. @param then told how it ended; never where nothing comes back
    void order(String id, String cell, ModelledOrder order, Consumer<AttemptOutcome> then) {
        send(id, then, (task, answer) -> task.order(order, stockKnown -> {
            databases.store(cell, order);
            if (!stockKnown) {
                withoutStock.add(order.id());
            }
            if (conditions.logStalled(cell, task.order().zone())) {
                withoutLine.add(order.id());
            }
        }, answer));
    }

    void canary(String id, Consumer<AttemptOutcome> then) {
        send(id, then, ModelledTask::canary);
    }

    private void send(String id, Consumer<AttemptOutcome> then, Call call) {
        clock.at(DELAY, () -> {
            ModelledTask task = tasks.get(id);
            if (task == null) {
                clock.at(DELAY, () -> then.accept(new AttemptOutcome.Unreachable()));
                return;
            }
            String zone = task.order().zone();
            Consumer<AttemptOutcome> back = outcome -> answer(zone, outcome, then);
            if (conditions.cutOff(zone)) {
                // No byte passes: whoever asked waits until it has had enough.
                return;
            }
            if (conditions.loses(zone, random)) {
                back.accept(new AttemptOutcome.Broken());
            } else {
                call.on(task, back);
            }
        });
    }

    private void answer(String zone, AttemptOutcome outcome, Consumer<AttemptOutcome> then) {
        if (!conditions.cutOff(zone)) {
            clock.at(DELAY.plus(conditions.late(zone, random)), () -> then.accept(outcome));
        }
    }

    /// Checks a task's health, at once where nothing is in the way. @param then told within `limit`
    void health(String id, Duration limit, Consumer<Boolean> then) {
        ModelledTask task = tasks.get(id);
        if (task == null) {
            then.accept(false);
        } else if (task.hung() && task.listens()) {
            clock.at(limit, () -> then.accept(false));
        } else {
            across(task.order().zone(), task::healthy, limit, then);
        }
    }

    /// Asks a zone's machine, likewise.
    void ping(String zone, ModelledMachine machine, Duration limit, Consumer<Boolean> then) {
        across(zone, machine::answers, limit, then);
    }

    private void across(String zone, BooleanSupplier answers, Duration limit, Consumer<Boolean> then) {
        if (conditions.cutOff(zone)) {
            clock.at(limit, () -> then.accept(false));
            return;
        }
        if (conditions.loses(zone, random)) {
            then.accept(false);
            return;
        }
        Duration late = conditions.late(zone, random);
        if (late.isZero()) {
            then.accept(answers.getAsBoolean());
        } else {
            boolean inTime = late.compareTo(limit) < 0;
            clock.at(inTime ? late : limit, () -> then.accept(inTime && answers.getAsBoolean()));
        }
    }

    /// Whether the task accepts a connection right now.
    boolean answers(String id) {
        ModelledTask task = tasks.get(id);
        return task != null && task.listens();
    }

    /// Whether the task's process of that time has ended, be it that another one has taken its place since.
    ///
    /// @param since ticks
    boolean endedSince(String id, long since) {
        ModelledTask task = tasks.get(id);
        return task == null || !task.listens() || task.servesSince() - since > 0;
    }

    /// For how long no task's process has ended; since the beginning where none has.
    Duration sinceLastEnd() {
        return Duration.ofNanos(clock.ticks() - lastEnd);
    }

    /// Whether the cell knows the order.
    boolean stored(String cell, String order) {
        return databases.holds(cell, order);
    }

    /// Whether orders fail without the word of inventory.
    boolean stockNeeded() {
        return inventory.needed();
    }

    /// Whether the order was taken without the word of a dependency.
    boolean withoutStock(String order) {
        return withoutStock.contains(order);
    }

    boolean withoutLine(String order) {
        return withoutLine.contains(order);
    }

    /// What a task that was started tells of itself in its answers.
    String revision(String id) {
        ModelledTask task = tasks.get(id);
        return task == null ? "" : task.order().revision();
    }

    private interface Call {
        void on(ModelledTask task, Consumer<AttemptOutcome> answer);
    }
}
