package io.gameday.reference.simulated;

import io.gameday.experiment.Experiment.Overload;
import io.gameday.observability.Outcome;
import io.gameday.reference.host.TaskLauncher;
import io.gameday.reference.host.TaskOrder;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One task: slots that are held for a while by each request, and a queue in front of them that is bounded to half a
/// second of work, or where nothing is shed has no bound.
///
/// ```
/// offer ──► slot free? ──► held for 90 to 95 ms (a canary: 3 ms), longer where the work takes longer ──► 201, 200
///               └─ no ──► queue, in order of arrival ──► slot
///                           └─ full ──► refused
/// ```
final class ModelledTask implements TaskLauncher.Launched {

    /// How much work may wait, as in the task's own admission.
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long CANARY_HOLD = Duration.ofMillis(3).toNanos();
    private static final long MOST_EXTRA = Duration.ofMillis(5).toNanos();
    /// Until the host has noticed that a process is gone.
    private static final Duration NOTICED = Duration.ofMillis(5);
    /// From ready to the end of a revision that crashes.
    private static final Duration CRASH = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final int PORT = 8080;
    private static final String TERMINATED = "exit code 143";

    private enum Life {
        STARTING, RUNNING, ENDING, GONE
    }

    private final TaskOrder order;
    private final TaskLauncher.Listener listener;
    private final Clock clock;
    private final RandomGenerator random;
    private final TaskWork work;
    private final int places;
    private final Deque<Work> waiting = new ArrayDeque<>();
    private final List<Work> held = new ArrayList<>();
    /// What a hung process would have done meanwhile, in order.
    private final List<Runnable> stalled = new ArrayList<>();
    private final List<Work> knocking = new ArrayList<>();
    private final RequestCounts counts = new RequestCounts();
    private Life life = Life.STARTING;
    private boolean hung;

    /// @param hold     for how long an order holds its slot at least
    /// @param overload what becomes of orders beyond [#PATIENCE]
    ModelledTask(TaskOrder order, TaskLauncher.Listener listener, Clock clock, RandomGenerator random, Duration hold,
            Overload overload, Conditions conditions, Optional<String> defect) {
        this.order = order;
        this.listener = listener;
        this.clock = clock;
        this.random = random;
        this.work = new TaskWork(order, hold, conditions, defect);
        places = switch (overload) {
            case SHED -> Math.toIntExact(PATIENCE.toNanos() * order.slots() / hold.toNanos());
            case QUEUE -> Integer.MAX_VALUE;
        };
    }

    /// @param order null for a canary
    /// @param came  ticks of its arrival
    /// @param extra nanoseconds, by chance
    /// @param done  run when the work is done, before the answer leaves
    private record Work(@Nullable ModelledOrder order, long came, long extra, Runnable done,
            Consumer<AttemptOutcome> then) {
    }

    /// The process is ready; without effect when it was ended before.
    void ready() {
        if (life == Life.STARTING) {
            life = Life.RUNNING;
            listener.ready(address(), address());
            if (work.crashes()) {
                later(CRASH, () -> end("exit code 70"));
            }
        }
    }

    TaskOrder order() {
        return order;
    }

    /// What can be switched in it.
    TaskWork work() {
        return work;
    }

    String address() {
        return order.address() + ":" + PORT;
    }

    /// Whether connections are accepted: also by one that hangs, since the system accepts for it.
    boolean listens() {
        return life == Life.RUNNING;
    }

    boolean hung() {
        return hung;
    }

    /// Whether it would pass its health check.
    boolean healthy() {
        return listens() && work.healthy();
    }

    /// An order arrives. @param placed run when it has been written
    void order(ModelledOrder placing, Runnable placed, Consumer<AttemptOutcome> then) {
        offer(new Work(placing, clock.ticks(), random.nextLong(MOST_EXTRA + 1), placed, then));
    }

    void canary(Consumer<AttemptOutcome> then) {
        offer(new Work(null, clock.ticks(), 0, () -> {
        }, then));
    }

    private void offer(Work offered) {
        if (!listens()) {
            offered.then.accept(new AttemptOutcome.Unreachable());
        } else if (hung) {
            knocking.add(offered);
        } else if (held.size() < order.slots()) {
            hold(offered);
        } else if (waiting.size() < places) {
            waiting.addLast(offered);
        } else {
            count(offered, Outcome.REFUSED);
            offered.then.accept(new AttemptOutcome.Overloaded());
        }
    }

    /// Orders alone are counted, as they are read from the real task.
    private void count(Work ended, Outcome outcome) {
        if (ended.order != null) {
            counts.add(outcome, clock.ticks() - ended.came);
        }
    }

    /// What it has counted of itself.
    RequestCounts counts() {
        return counts;
    }

    private void hold(Work begun) {
        held.add(begun);
        ModelledOrder placing = begun.order;
        if (placing != null && placing.deadly()) {
            later(TaskWork.DEADLY, () -> end("exit code 3"));
            return;
        }
        TaskWork.Course course = placing == null ? work.canary(CANARY_HOLD) : work.order(placing, begun.extra);
        later(Duration.ofNanos(course.nanos()), () -> log(() -> finish(begun, course.status())));
    }

    /// Goes on once a line about it could be written.
    private void log(Runnable then) {
        if (work.logs()) {
            then.run();
        } else if (life != Life.GONE) {
            later(AGAIN, () -> log(then));
        }
    }

    /// A process that hangs does it once it goes on.
    private void later(Duration delay, Runnable step) {
        clock.at(delay, () -> {
            if (hung) {
                stalled.add(step);
            } else {
                step.run();
            }
        });
    }

    private void finish(Work finished, int status) {
        if (life == Life.GONE) {
            return;
        }
        held.remove(finished);
        if (status < 300) {
            finished.done.run();
        }
        count(finished, status < 300 ? Outcome.USEFUL : Outcome.FAILED);
        finished.then.accept(new AttemptOutcome.Answered(status));
        Work next = waiting.pollFirst();
        if (next != null) {
            hold(next);
        } else if (life == Life.ENDING && held.isEmpty()) {
            gone(TERMINATED);
        }
    }

    /// Stands still (SIGSTOP).
    void hang() {
        hung = true;
    }

    /// Goes on where it stood (SIGCONT).
    void goOn() {
        hung = false;
        List<Runnable> steps = List.copyOf(stalled);
        stalled.clear();
        steps.forEach(Runnable::run);
        List<Work> late = List.copyOf(knocking);
        knocking.clear();
        late.forEach(this::offer);
    }

    /// Takes no more requests, and ends when those it has are answered.
    @Override
    public void terminate() {
        if (hung) {
            stalled.add(this::terminate);
        } else if (life == Life.STARTING || life == Life.RUNNING && held.isEmpty()) {
            gone(TERMINATED);
        } else if (life == Life.RUNNING) {
            life = Life.ENDING;
        }
    }

    /// Every request in it breaks.
    @Override
    public void kill() {
        end("exit code 137");
    }

    private void end(String why) {
        if (life != Life.GONE) {
            gone(why);
        }
    }

    private void gone(String why) {
        life = Life.GONE;
        List<Work> broken = new ArrayList<>(held);
        broken.addAll(waiting);
        broken.addAll(knocking);
        held.clear();
        waiting.clear();
        knocking.clear();
        stalled.clear();
        broken.forEach(lost -> lost.then.accept(new AttemptOutcome.Broken()));
        clock.at(NOTICED, () -> listener.exited(why));
    }
}
