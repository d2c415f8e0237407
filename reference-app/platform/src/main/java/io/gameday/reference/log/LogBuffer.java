package io.gameday.reference.log;

import io.gameday.experiment.Experiment.Logging;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lines that the sink has not acknowledged yet, in order. Safe for use by several threads: one puts lines in, another
/// takes acknowledged ones out.
///
/// ```
///                 blocking                           non-blocking
/// fits            kept                               kept
/// does not fit    put() waits for an acknowledgement the new line is dropped and counted
/// ```
///
/// A line that is larger than everything still goes in alone, as in Docker's ring buffer.
final class LogBuffer {

    /// What a task that may block can have unacknowledged: as little as makes a sensible batch, so that little more
    /// than the pipe itself lies between the sink and the task's own write. In bytes.
    static final int HAND_OVER = 8 << 10;
    /// What is kept of one task where nobody waits: ECS's `max-buffer-size` before it became 10 MiB. In bytes.
    static final int LARGEST = 1 << 20;
    /// What is kept of all tasks together, those that have ended too: a quarter of the host's heap. In bytes.
    static final int LARGEST_OF_ALL = 16 << 20;

    private final Logging mode;
    private final AtomicLong ofAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<byte[]> lines = new ArrayDeque<>();
    private boolean mayWait;
    private boolean gone;
    private boolean waiting;
    private int held;
    private long dropped;

    /// @param ofAll bytes that all buffers of the host hold together
    LogBuffer(Logging mode, AtomicLong ofAll) {
        this.mode = mode;
        this.ofAll = ofAll;
    }

    /// Adds a line.
    ///
    /// @return false when it was dropped
    boolean put(byte[] line) {
        lock.lock();
        try {
            while (waits() && !fits(line, HAND_OVER)) {
                waiting = true;
                room.awaitUninterruptibly();
            }
            waiting = false;
            if (!waits() && (!fits(line, LARGEST) || ofAll.get() + line.length > LARGEST_OF_ALL)) {
                dropped++;
                return false;
            }
            lines.add(line);
            held += line.length;
            ofAll.addAndGet(line.length);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The oldest lines, at least one when there are any, together at most `bytes` where more than one.
    List<byte[]> oldest(int bytes) {
        lock.lock();
        try {
            List<byte[]> oldest = new ArrayList<>();
            int size = 0;
            for (byte[] line : lines) {
                size += line.length;
                if (size > bytes && !oldest.isEmpty()) {
                    break;
                }
                oldest.add(line);
            }
            return oldest;
        } finally {
            lock.unlock();
        }
    }

    /// The oldest `count` lines are with the sink.
    void acknowledged(int count) {
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                int length = lines.remove().length;
                held -= length;
                ofAll.addAndGet(-length);
            }
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// From here on a line may wait for room, where that is the mode.
    void mayWait() {
        lock.lock();
        try {
            mayWait = true;
        } finally {
            lock.unlock();
        }
    }

    /// Whoever waits goes on, and nobody waits any more.
    void neverWait() {
        lock.lock();
        try {
            gone = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int bytes() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    State state() {
        lock.lock();
        try {
            return new State(lines.size(), held, dropped, waiting);
        } finally {
            lock.unlock();
        }
    }

    /// @param waiting whether somebody stands still in [#put] now
    record State(int lines, int bytes, long dropped, boolean waiting) {
    }

    private boolean waits() {
        return mode == Logging.BLOCKING && mayWait && !gone;
    }

    private boolean fits(byte[] line, int limit) {
        return lines.isEmpty() || held + line.length <= limit;
    }
}
