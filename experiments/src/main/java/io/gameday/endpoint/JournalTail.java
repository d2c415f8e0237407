package io.gameday.endpoint;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How far a run's journal has come. It is shown every entry on the loop, from the first, and keeps none of them; other
/// threads ask it, and may wait.
public final class JournalTail implements Consumer<Entry> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    /// Belongs to the loop.
    private final List<Predicate<Entry>> watchers = new ArrayList<>();
    private long last;
    private @Nullable Instant endedAt;
    private boolean closed;
    private int waiting;

    @Override
    public void accept(Entry entry) {
        lock.lock();
        try {
            last = entry.seq();
            if (entry.event() instanceof Event.RunEnded) {
                endedAt = entry.at();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        watchers.removeIf(watcher -> watcher.test(entry));
    }

    /// On the loop: shows `watcher` every entry from now on until it answers true.
    void watch(Predicate<Entry> watcher) {
        watchers.add(watcher);
    }

    /// On the loop: `watcher` is shown no more.
    void forget(Predicate<Entry> watcher) {
        watchers.remove(watcher);
    }

    /// The number of the last entry; 0 before the first.
    long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /// When the run came to its end.
    Optional<Instant> endedAt() {
        lock.lock();
        try {
            return Optional.ofNullable(endedAt);
        } finally {
            lock.unlock();
        }
    }

    /// Returns when there is an entry after `seq`, when none will come any more, or after `limit`. Blocks.
    void awaitBeyond(long seq, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            waiting++;
            long left = limit.toNanos();
            while (last <= seq && endedAt == null && !closed && left > 0) {
                left = grown.awaitNanos(left);
            }
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /// How many wait now.
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /// Nobody has to wait any longer.
    void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
