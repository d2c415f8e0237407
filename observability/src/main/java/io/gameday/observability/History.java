package io.gameday.observability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The newest seconds, oldest first, never more than a fixed number: memory stays the same however long a run is.
/// Belongs to one loop.
public final class History {

    private final int capacity;
    private final Deque<Second> seconds = new ArrayDeque<>();

    /// @param capacity how many seconds are kept; at least 1
    public History(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + "; allowed: 1 or more");
        }
        this.capacity = capacity;
    }

    public void add(Second second) {
        if (seconds.size() == capacity) {
            seconds.removeFirst();
        }
        seconds.addLast(second);
    }

    /// The newest `n` seconds, oldest first; fewer when there are not that many.
    public List<Second> last(int n) {
        List<Second> newestFirst = new ArrayList<>(Math.min(n, seconds.size()));
        Iterator<Second> backwards = seconds.descendingIterator();
        while (newestFirst.size() < n && backwards.hasNext()) {
            newestFirst.add(backwards.next());
        }
        return newestFirst.reversed();
    }

    /// The history as it was so many seconds ago.
    public History earlier(int ago) {
        History earlier = new History(capacity);
        seconds.stream().limit(Math.max(0, seconds.size() - ago)).forEach(earlier::add);
        return earlier;
    }

    /// What `observer` counted for `scope` over the newest `n` seconds.
    public Tally tally(Observer observer, Scope scope, int n) {
        return last(n).stream().map(s -> s.tally(observer, scope)).reduce(Tally.NONE, Tally::plus);
    }

    /// How long the requests took that `observer` counted for `scope` over the newest `n` seconds; of none where the meter
    /// was not asked to keep them.
    public Distribution distribution(Observer observer, Scope scope, int n) {
        SeriesKey key = new SeriesKey(observer, scope);
        return Distribution
                .together(last(n).stream().map(s -> s.distributions().get(key)).filter(Objects::nonNull).toList());
    }

    /// Instances of `zone` that failed at least once in the newest `n` seconds.
    public Set<String> failingInstances(String zone, int n) {
        Set<String> failing = new HashSet<>();
        last(n).forEach(s -> failing.addAll(s.failingInstances().getOrDefault(zone, Set.of())));
        return failing;
    }

    /// Instances of `zone` that were slow at least once in the newest `n` seconds.
    public Set<String> slowInstances(String zone, int n) {
        Set<String> slow = new HashSet<>();
        last(n).forEach(s -> slow.addAll(s.slowInstances().getOrDefault(zone, Set.of())));
        return slow;
    }
}
