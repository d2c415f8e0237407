package io.gameday.reference.simulated;

import io.gameday.reference.host.TaskOrder;
import java.time.Duration;
import java.util.Optional;

/// How long a task's work takes and how it ends: as usual, unless the code is assaulted, its settings are wrong, or what
/// it asks is slow.
final class TaskWork {

    /// From a deadly order's slot to the end of the process.
    static final Duration DEADLY = Duration.ofMillis(100);

    /// Of an order's own, which the hold covers as long as nothing is slow.
    private static final long OWN = Duration.ofMillis(10).toNanos();
    /// Until work that fails at once has failed.
    private static final long BRIEF = Duration.ofMillis(3).toNanos();
    /// Of a revision that is slow.
    private static final long SLOWNESS = Duration.ofMillis(400).toNanos();
    /// What a task's output holds that nobody reads, at 1 KiB a line.
    private static final int PIPE_LINES = 64;
    /// What the driver of a task that does not block keeps of its lines, likewise.
    private static final int BUFFER_LINES = 1024;
    /// An order is written, and read back.
    private static final int DATABASE_ANSWERS = 2;

    private final TaskOrder task;
    private final long hold;
    private final Conditions conditions;
    private final Optional<String> defect;
    private int unread;
    private long lost;
    private long slower;
    private int failEach;
    private int worked;

    /// @param defect of its revision, one of `Fault.DEFECTS`
    TaskWork(TaskOrder task, Duration hold, Conditions conditions, Optional<String> defect) {
        this.task = task;
        this.hold = hold.toNanos();
        this.conditions = conditions;
        this.defect = defect;
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
        return settingsRight() && !has("unhealthy");
    }

    /// Whether the process ends a while after it is ready.
    boolean crashes() {
        return has("crash");
    }

    /// A line is written. @return false when it has to wait, and the work with it
    boolean logs() {
        if (!conditions.logStalled(task.cell(), task.zone())) {
            unread = 0;
            return true;
        }
        unread++;
        if (conditions.logBlocks(task.cell(), task.zone())) {
            return unread <= PIPE_LINES;
        }
        if (unread > BUFFER_LINES) {
            lost++;
        }
        return true;
    }

    /// Lines that no buffer held.
    long lostLines() {
        return lost;
    }

    private boolean settingsRight() {
        return !conditions.wrongSetting(task.cell(), task.zone());
    }

    private boolean has(String what) {
        return defect.filter(what::equals).isPresent();
    }

    /// How an order ends that does not come as far as asking inventory; empty when it does.
    Optional<Course> atOnce(ModelledOrder order) {
        // As in the real revision it is the order's id that decides: another try with the same code fails as well.
        if (fails() || has("errors") && Math.floorMod(order.id().hashCode(), 2) == 0) {
            return Optional.of(new Course(BRIEF, 500));
        }
        return settingsRight() ? Optional.empty() : Optional.of(new Course(BRIEF, 503));
    }

    /// How it ends once inventory has answered or was given up.
    ///
    /// @param asked   nanoseconds that this took
    /// @param goesOn  whether it can be taken after that
    Course order(long asked, long extra, boolean goesOn) {
        if (!goesOn) {
            return new Course(asked + BRIEF, 503);
        }
        long waited = asked + slower + (has("slow") ? SLOWNESS : 0)
                + DATABASE_ANSWERS * conditions.database(task.cell()).toNanos()
                + conditions.databaseWait(task.cell()).toNanos();
        return new Course(Math.max(hold, waited == 0 ? 0 : OWN + waited) + extra, 201);
    }

    /// @param nanos that it takes as a rule
    Course canary(long nanos) {
        if (fails()) {
            return new Course(BRIEF, 500);
        }
        // As the real one it asks the database for the orders' table.
        return settingsRight()
                ? new Course(nanos + slower + conditions.database(task.cell()).toNanos()
                        + conditions.databaseWait(task.cell()).toNanos(), 200)
                : new Course(BRIEF, 503);
    }

    private boolean fails() {
        return failEach > 0 && ++worked % failEach == 0;
    }
}
