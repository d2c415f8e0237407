package io.gameday.reference.simulated;

import io.gameday.reference.host.TaskOrder;
import java.time.Duration;

/// How long a task's work takes and how it ends: as usual, unless the code is assaulted, its settings are wrong, or what
/// it asks is slow.
final class TaskWork {

    /// From a deadly order's slot to the end of the process.
    static final Duration DEADLY = Duration.ofMillis(100);

    /// Of an order's own, which the hold covers as long as nothing is slow.
    private static final long OWN = Duration.ofMillis(10).toNanos();
    /// Until work that fails at once has failed.
    private static final long BRIEF = Duration.ofMillis(3).toNanos();
    /// An order is written, and read back.
    private static final int DATABASE_ANSWERS = 2;

    private final TaskOrder task;
    private final long hold;
    private final Conditions conditions;
    private long slower;
    private int failEach;
    private int worked;

    TaskWork(TaskOrder task, Duration hold, Conditions conditions) {
        this.task = task;
        this.hold = hold.toNanos();
        this.conditions = conditions;
    }

    /// @param nanos  for which the slot is held
    /// @param status of the answer
    record Course(long nanos, int status) {
    }

    /// Whether it is assaulted.
    boolean assaulted() {
        return slower > 0 || failEach > 0;
    }

    /// Every piece of work takes so much longer.
    void slower(Duration delay) {
        slower = delay.toNanos();
    }

    /// Each so-manieth piece of work fails.
    void failEach(int nth) {
        failEach = nth;
    }

    void asBuilt() {
        slower = 0;
        failEach = 0;
    }

    boolean healthy() {
        return !conditions.wrongSetting(task.cell(), task.zone());
    }

    Course order(long extra) {
        if (fails()) {
            return new Course(BRIEF, 500);
        }
        if (!healthy()) {
            return new Course(BRIEF, 503);
        }
        long waited = slower + conditions.dependency(task.cell(), task.zone()).toNanos()
                + DATABASE_ANSWERS * conditions.database(task.cell()).toNanos();
        return new Course(Math.max(hold, waited == 0 ? 0 : OWN + waited) + extra, 201);
    }

    /// @param nanos that it takes as a rule
    Course canary(long nanos) {
        return fails()
                ? new Course(BRIEF, 500)
                : new Course(nanos + slower + conditions.database(task.cell()).toNanos(), 200);
    }

    private boolean fails() {
        return failEach > 0 && ++worked % failEach == 0;
    }
}
