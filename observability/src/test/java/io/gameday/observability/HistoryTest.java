package io.gameday.observability;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HistoryTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final History history = new History(3);

    @Test
    void onlyTheNewestSecondsAreKept() {
        for (int i = 0; i < 5; i++) {
            history.add(second(i, 10, 10, "orders-" + i));
        }
        assertThat(history.last(10)).extracting(Second::start).containsExactly(START.plusSeconds(2),
                START.plusSeconds(3), START.plusSeconds(4));
        assertThat(history.last(1)).extracting(Second::start).containsExactly(START.plusSeconds(4));
        assertThat(history.failingInstances("az1", 2)).containsExactlyInAnyOrder("orders-3", "orders-4");
        assertThat(history.failingInstances("az2", 2)).isEmpty();
    }

    @Test
    void whatItWasEarlierIsWithoutTheNewestSeconds() {
        history.add(second(0, 10, 10, "orders-0"));
        history.add(second(1, 10, 10, "orders-1"));
        assertThat(history.earlier(1).last(5)).extracting(Second::start).containsExactly(START);
        assertThat(history.earlier(3).last(5)).isEmpty();
        assertThat(history.last(5)).hasSize(2);
    }

    @Test
    void secondsAreAddedUp() {
        history.add(second(0, 10, 9, "orders-1"));
        history.add(second(1, 30, 30, "orders-1"));
        Tally tally = history.tally(Observer.CUSTOMER, Scope.SITE, 2);
        assertThat(tally).isEqualTo(new Tally(40, 39, 30, 60));
        assertThat(tally.availability()).hasValue(0.975);
        assertThat(history.tally(Observer.CANARY, Scope.SITE, 2)).isEqualTo(Tally.NONE);
    }

    @Test
    void slowRequestsAreAddedUpToo() {
        assertThat(new Tally(10, 10, 1, 2, 3).plus(new Tally(5, 5, 1, 2, 4)).slow()).isEqualTo(7);
        assertThat(new Tally(10, 9, 1, 2).slow()).isZero();
    }

    @Test
    void noRequestsAreNeitherNoughtNorAHundredPercent() {
        assertThat(Tally.NONE.availability()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Tally(1, 2, 0, 0)).hasMessage("useful is 2; allowed: 0 to requests (1)");
        assertThatThrownBy(() -> new Tally(1, 1, 0, 0, 2)).hasMessage("slow is 2; allowed: 0 to requests (1)");
        assertThatThrownBy(() -> new History(0)).hasMessage("capacity is 0; allowed: 1 or more");
    }

    private static Second second(int number, long requests, long useful, String failing) {
        return new Second(START.plusSeconds(number), Map.of(new SeriesKey(Observer.CUSTOMER, Scope.SITE),
                new Tally(requests, useful, requests, 2 * requests)), Set.of(), Map.of("az1", Set.of(failing)));
    }
}
