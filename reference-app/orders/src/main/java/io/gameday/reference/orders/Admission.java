package io.gameday.reference.orders;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Who may work, who waits and who is refused. Slots are given in the order of arrival; the queue in front of them
/// is bounded to [#PATIENCE] of work, so that an overloaded task says so at once instead of answering too late; unless
/// that is switched off, and then it has no bound.
/// Thread-safe. Nothing here measures time: a slot is held until its ticket is closed.
final class Admission {
    /// How much work may wait.
    static final Duration PATIENCE = Duration.ofMillis(500);

    /// What becomes of an order when [#PATIENCE] of work waits already.
    enum Overload {
        /// It is refused.
        SHED,
        /// It waits like the others, however long.
        QUEUE
    }

    private final int slots;
    private final int places;
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private int held;
    private long refused;

    /// @param slots how many may work at the same time; at least 1
    /// @param hold  how long one of them works; positive
    Admission(int slots, Duration hold, Overload overload) {
        if (slots < 1) {
            throw new IllegalArgumentException("slots is " + slots + "; allowed: 1 or more");
        }
        if (!hold.isPositive()) {
            throw new IllegalArgumentException("hold is " + hold.toMillis() + " ms; allowed: 1 ms or more");
        }
        this.slots = slots;
        this.places = switch (overload) {
            case SHED -> Math.toIntExact(PATIENCE.toNanos() * slots / hold.toNanos());
            case QUEUE -> Integer.MAX_VALUE;
        };
    }

    /// The greatest number that may wait: [#PATIENCE] divided by the time between two slots becoming free; with
    /// [Overload#QUEUE] as many as there may be.
    int places() {
        return places;
    }

    /// A ticket that has a slot or waits for one, or null when the queue is full. The caller closes it in any case.
    synchronized @Nullable Ticket enter() {
        if (held == slots && waiting.size() >= places) {
            refused++;
            return null;
        }
        Ticket ticket = new Ticket();
        if (held < slots) {
            held++;
            ticket.grant();
        } else {
            waiting.addLast(ticket);
        }
        return ticket;
    }

    synchronized int held() {
        return held;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /// How many were refused since this was last asked; a refusal is too cheap to be worth a log line of its own.
    synchronized long takeRefused() {
        long count = refused;
        refused = 0;
        return count;
    }

    private synchronized void leave(Ticket ticket) {
        if (ticket.closed) {
            return;
        }
        ticket.closed = true;
        if (waiting.remove(ticket)) {
            return;
        }
        Ticket next = waiting.pollFirst();
        if (next == null) {
            held--;
        } else {
            next.grant();
        }
    }

    /// A place in the queue, then a slot, until closed. Closing twice does nothing.
    final class Ticket implements AutoCloseable {
        private final CountDownLatch granted = new CountDownLatch(1);
        private boolean closed;

        private void grant() {
            granted.countDown();
        }

        boolean hasSlot() {
            return granted.getCount() == 0;
        }

        /// Waits for the slot.
        ///
        /// @throws InterruptedException when the task ends meanwhile; the ticket still has to be closed
        void awaitSlot() throws InterruptedException {
            granted.await();
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
