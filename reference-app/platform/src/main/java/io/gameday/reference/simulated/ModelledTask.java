package io.gameday.reference.simulated;

import io.gameday.reference.host.TaskLauncher;
import io.gameday.reference.host.TaskOrder;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// One task: slots that are held for a while by each request, and a queue in front of them that is bounded to half a
/// second of work.
///
/// ```
/// offer ──► slot free? ──► held for 90 to 95 ms (a canary: 3 ms) ──► 201, 200
///               └─ no ──► queue, in order of arrival ──► slot
///                           └─ full ──► 503
/// ```
final class ModelledTask implements TaskLauncher.Launched {

    /// How much work may wait, as in the task's own admission.
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long CANARY_HOLD = Duration.ofMillis(3).toNanos();
    private static final long MOST_EXTRA = Duration.ofMillis(5).toNanos();
    /// Until the host has noticed that a process is gone.
    private static final Duration NOTICED = Duration.ofMillis(5);
    private static final int PORT = 8080;

    private enum Life {
        STARTING, RUNNING, ENDING, GONE
    }

    private final TaskOrder order;
    private final TaskLauncher.Listener listener;
    private final Clock clock;
    private final RandomGenerator random;
    private final Duration hold;
    private final int places;
    private final Deque<Work> waiting = new ArrayDeque<>();
    private final List<Work> held = new ArrayList<>();
    private Life life = Life.STARTING;

    /// @param hold for how long an order holds its slot at least
    ModelledTask(TaskOrder order, TaskLauncher.Listener listener, Clock clock, RandomGenerator random, Duration hold) {
        this.order = order;
        this.listener = listener;
        this.clock = clock;
        this.random = random;
        this.hold = hold;
        places = Math.toIntExact(PATIENCE.toNanos() * order.slots() / hold.toNanos());
    }

    /// @param done run when the work is done, before the answer leaves
    private record Work(long nanos, int status, Runnable done, Consumer<AttemptOutcome> then) {
    }

    /// The process is ready; without effect when it was ended before.
    void ready() {
        if (life == Life.STARTING) {
            life = Life.RUNNING;
            listener.ready(address(), address());
        }
    }

    String address() {
        return order.address() + ":" + PORT;
    }

    /// Whether connections are accepted.
    boolean listens() {
        return life == Life.RUNNING;
    }

    /// An order arrives. @param placed run when it has been written
    void order(Runnable placed, Consumer<AttemptOutcome> then) {
        offer(new Work(hold.toNanos() + random.nextLong(MOST_EXTRA + 1), 201, placed, then));
    }

    void canary(Consumer<AttemptOutcome> then) {
        offer(new Work(CANARY_HOLD, 200, () -> {
        }, then));
    }

    private void offer(Work work) {
        if (!listens()) {
            work.then.accept(new AttemptOutcome.Unreachable());
        } else if (held.size() < order.slots()) {
            hold(work);
        } else if (waiting.size() < places) {
            waiting.addLast(work);
        } else {
            work.then.accept(new AttemptOutcome.Answered(503));
        }
    }

    private void hold(Work work) {
        held.add(work);
        clock.at(Duration.ofNanos(work.nanos), () -> finish(work));
    }

    private void finish(Work work) {
        if (life == Life.GONE) {
            return;
        }
        held.remove(work);
        work.done.run();
        work.then.accept(new AttemptOutcome.Answered(work.status));
        Work next = waiting.pollFirst();
        if (next != null) {
            hold(next);
        } else if (life == Life.ENDING && held.isEmpty()) {
            gone("exit code 143");
        }
    }

    /// Takes no more requests, and ends when those it has are answered.
    @Override
    public void terminate() {
        if (life == Life.STARTING || life == Life.RUNNING && held.isEmpty()) {
            gone("exit code 143");
        } else if (life == Life.RUNNING) {
            life = Life.ENDING;
        }
    }

    /// Every request in it breaks.
    @Override
    public void kill() {
        if (life != Life.GONE) {
            gone("exit code 137");
        }
    }

    private void gone(String why) {
        life = Life.GONE;
        List<Work> broken = new ArrayList<>(held);
        broken.addAll(waiting);
        held.clear();
        waiting.clear();
        broken.forEach(work -> work.then.accept(new AttemptOutcome.Broken()));
        clock.at(NOTICED, () -> listener.exited(why));
    }
}
