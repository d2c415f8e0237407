package io.gameday.people;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Who has heard of a run's end, so that its page is not taken away before it could tell. Safe for several threads.
final class Farewell {

    /// What was kept back until learn comes with the second look.
    private static final int LOOKS = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Map<String, Integer> looks = new HashMap<>();

    void told(Participant who) {
        lock.lock();
        try {
            looks.merge(who.title(), 1, Integer::sum);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when all of them have heard, or after `limit`. Blocks.
    void await(Collection<Participant> people, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (left > 0 && people.stream().anyMatch(who -> looks.getOrDefault(who.title(), 0) < LOOKS)) {
                left = more.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
