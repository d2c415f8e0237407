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
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;
    private static final int CRASHED = 70;
    private static final int OUT_OF_MEMORY = 3;
    /// Until a process that stood by serves in the place of one that ended: measured, see docs/measured.md.
    private static final Duration RESTART = Duration.ofMillis(600);

    private enum Life {
        STARTING, RUNNING, ENDING, GONE
    }

    private final TaskOrder order;
    private final TaskLauncher.Listener listener;
    private final Clock clock;
    private final RandomGenerator random;
    private final TaskWork work;
    private final ModelledStock stock;
    private final int places;
    private final Deque<Work> waiting = new ArrayDeque<>();
    private final List<Work> held = new ArrayList<>();
    /// What a hung process would have done meanwhile, in order.
    private final List<Runnable> stalled = new ArrayList<>();
    private final List<Work> knocking = new ArrayList<>();
    private final RequestCounts counts = new RequestCounts();
    private Life life = Life.STARTING;
    private boolean hung;
    /// Counts the processes that this task had.
    private int process = 1;
    private long servesSince;

    /// @param hold     for how long an order holds its slot at least
    /// @param overload what becomes of orders beyond [#PATIENCE]
    ModelledTask(TaskOrder order, TaskLauncher.Listener listener, Clock clock, RandomGenerator random, Duration hold,
            Overload overload, Conditions conditions, ModelledStock stock, Optional<String> defect) {
        this.order = order;
        this.listener = listener;
        this.clock = clock;
        this.random = random;
        this.stock = stock;
        this.work = new TaskWork(order, hold, conditions, defect);
        places = switch (overload) {
            case SHED -> Math.toIntExact(PATIENCE.toNanos() * order.slots() / hold.toNanos());
            case QUEUE -> Integer.MAX_VALUE;
        };
    }

    /// @param order null for a canary
    /// @param came  ticks of its arrival
    /// @param extra nanoseconds, by chance
    /// @param done  told when the work is done, before the answer leaves, whether its stock is known
    private record Work(@Nullable ModelledOrder order, long came, long extra, Consumer<Boolean> done,
            Consumer<AttemptOutcome> then) {
    }

    /// The process has begun, and reads what it needs before it is ready; without effect when it was ended before.
    void begun() {
        if (life == Life.STARTING) {
            stock.readAll(this::ready);
        }
    }

    /// The process is ready; without effect when it was ended before.
    void ready() {
        if (life == Life.STARTING) {
            life = Life.RUNNING;
            servesSince = clock.ticks();
            listener.ready(address(), address());
            if (work.crashes()) {
                later(CRASH, () -> end(CRASHED));
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

    /// An order arrives. @param placed told when it has been written whether its stock is known
    void order(ModelledOrder placing, Consumer<Boolean> placed, Consumer<AttemptOutcome> then) {
        offer(new Work(placing, clock.ticks(), random.nextLong(MOST_EXTRA + 1), placed, then));
    }

    void canary(Consumer<AttemptOutcome> then) {
        offer(new Work(null, clock.ticks(), 0, known -> {
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
            later(TaskWork.DEADLY, () -> end(OUT_OF_MEMORY));
            return;
        }
        Optional<TaskWork.Course> known = placing == null
                ? Optional.of(work.canary(CANARY_HOLD))
                : work.atOnce(placing);
        known.ifPresentOrElse(course -> run(begun, course, 0, true), () -> {
            long asked = clock.ticks();
            stock.ask(told -> awake(() -> {
                if (held.contains(begun)) {
                    long took = clock.ticks() - asked;
                    run(begun, work.order(took, begun.extra, told || !stock.needed()), took, told);
                }
            }));
        });
    }

    /// @param passed nanoseconds of the course already
    private void run(Work begun, TaskWork.Course course, long passed, boolean stockKnown) {
        later(Duration.ofNanos(Math.max(0, course.nanos() - passed)),
                () -> log(() -> finish(begun, course.status(), stockKnown)));
    }

    /// Goes on once a line about it could be written.
    private void log(Runnable then) {
        if (work.logs()) {
            then.run();
        } else if (life != Life.GONE) {
            later(AGAIN, () -> log(then));
        }
    }

    /// A process that hangs does it once it goes on; one that took its place never does.
    private void later(Duration delay, Runnable step) {
        int mine = process;
        clock.at(delay, () -> {
            if (mine == process) {
                awake(step);
            }
        });
    }

    private void awake(Runnable step) {
        if (hung) {
            stalled.add(step);
        } else {
            step.run();
        }
    }

    private void finish(Work finished, int status, boolean stockKnown) {
        if (life == Life.GONE) {
            return;
        }
        held.remove(finished);
        if (status < 300) {
            finished.done.accept(stockKnown);
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
        end(KILLED);
    }

    /// Its process could not be started. Without effect once it is ready.
    void notStarted(String why) {
        if (life == Life.STARTING) {
            leave();
            clock.at(NOTICED, () -> listener.exited(why));
        }
    }

    @Override
    public long lostLines() {
        return work.lostLines();
    }

    private void end(int code) {
        if (life != Life.GONE) {
            gone(code);
        }
    }

    private void gone(int code) {
        boolean served = life == Life.RUNNING;
        leave();
        clock.at(NOTICED, () -> noticed(code, served));
    }

    private void leave() {
        life = Life.GONE;
        process++;
        List<Work> broken = new ArrayList<>(held);
        broken.addAll(waiting);
        broken.addAll(knocking);
        held.clear();
        waiting.clear();
        knocking.clear();
        stalled.clear();
        broken.forEach(lost -> lost.then.accept(new AttemptOutcome.Broken()));
    }

    private void noticed(int code, boolean served) {
        if (served && listener.restarts(code)) {
            life = Life.STARTING;
            hung = false;
            work.asBuilt();
            clock.at(RESTART, this::ready);
        } else {
            listener.exited("exit code " + code);
        }
    }

    /// Ticks of when its process was ready.
    long servesSince() {
        return servesSince;
    }
}
