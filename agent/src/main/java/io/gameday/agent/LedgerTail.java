package io.gameday.agent;

import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The entries of this run's ledger, numbered from 1 in their order, for those who follow them. Belongs to one loop.
final class LedgerTail {

    /// In one answer; the rest is asked for by the last number.
    static final int MOST = 1000;
    static final int MOST_WAITING = 32;

    private final List<LedgerEntry.Line> entries = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(long after, Consumer<Page> then) {
    }

    /// An entry with its number. The numbers of a run go on when another agent takes its ledger over.
    record Numbered(long seq, LedgerEntry.Line line) {
    }

    /// @param more true when there are already entries behind these
    record Page(List<Numbered> entries, boolean more) {
    }

    void add(LedgerEntry.Line entry) {
        entries.add(entry);
        List<Waiting> now = waiting.stream().filter(one -> entries.size() > one.after).toList();
        waiting.removeAll(now);
        now.forEach(one -> one.then.accept(page(one.after)));
    }

    /// Whether nobody more may wait.
    boolean full() {
        return waiting.size() >= MOST_WAITING;
    }

    /// Tells what came after number `after`; when that is nothing, once something comes, or nothing after `wait`.
    void after(long after, Duration wait, Clock clock, Consumer<Page> then) {
        if (entries.size() > after || wait.isZero()) {
            then.accept(page(after));
            return;
        }
        Waiting one = new Waiting(after, then);
        waiting.add(one);
        clock.at(wait, () -> {
            if (waiting.remove(one)) {
                then.accept(page(after));
            }
        });
    }

    private Page page(long after) {
        int from = (int) Math.min(after, entries.size());
        int to = Math.min(entries.size(), from + MOST);
        List<Numbered> page = new ArrayList<>();
        for (int index = from; index < to; index++) {
            page.add(new Numbered(index + 1L, entries.get(index)));
        }
        return new Page(List.copyOf(page), to < entries.size());
    }
}
