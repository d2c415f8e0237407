package io.gameday.traffic;

import io.gameday.time.Clock;
import java.util.concurrent.locks.LockSupport;

/// Sends the requests of a schedule, each at its instant, on a thread of its own. The load is open loop: nothing that
/// an answer does moves the schedule, and what a stall of this process made late is sent at once, its latency counted
/// from the instant it was meant for.
final class Pacer {

    /// When request `n` (0, 1, 2, …) is due, in nanoseconds after the start; never decreasing.
    interface Schedule {
        long due(long n);
    }

    /// Must not block. @param due when the request was meant to be sent, in the clock's ticks
    interface Sender {
        void send(long n, long due);
    }

    private final Clock clock;
    private final Schedule schedule;
    private final Sender sender;
    private final Runnable onEnd;
    private final Thread thread;
    private final long start;
    private volatile long end = Long.MAX_VALUE;

    private Pacer(String name, Clock clock, Schedule schedule, Sender sender, Runnable onEnd) {
        this.clock = clock;
        this.schedule = schedule;
        this.sender = sender;
        this.onEnd = onEnd;
        start = clock.ticks();
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /// Begins now.
    ///
    /// @param clock asked for [Clock#ticks()] only, from the pacer's thread
    /// @param onEnd told, on the pacer's thread, when all that was due before [#stop()] has been sent
    static Pacer start(String name, Clock clock, Schedule schedule, Sender sender, Runnable onEnd) {
        Pacer pacer = new Pacer(name, clock, schedule, sender, onEnd);
        pacer.thread.start();
        return pacer;
    }

    /// Ends the schedule here: what was due before is still sent.
    void stop() {
        end = Math.min(end, clock.ticks() - start);
        LockSupport.unpark(thread);
    }

    private void run() {
        long n = 0;
        long due = schedule.due(n);
        while (due <= end) {
            long wait = start + due - clock.ticks();
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            } else {
                sender.send(n, start + due);
                due = schedule.due(++n);
            }
        }
        onEnd.run();
    }
}
