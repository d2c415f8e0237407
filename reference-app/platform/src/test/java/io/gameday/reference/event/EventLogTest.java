package io.gameday.reference.event;

import io.gameday.observability.Scope;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventLogTest {

    private final VirtualClock clock = new VirtualClock(Instant.ofEpochMilli(5_000_000));
    private final EventLog log = new EventLog(clock);

    @Test
    void whoFollowsGetsWhatCameAfter() {
        log.add(EventLog.STEADY_STATE, new Scope.Cell("cell-1"), "one");
        log.add(Caller.person("on-call"), EventLog.SCALE, new Scope.Cell("cell-1"), "two");

        AppEvent two = new AppEvent(5_000_002, "1970-01-01T01:23:20Z", "PERSON", "on-call", "scale", "cell cell-1",
                "two");
        assertThat(log.after(5_000_001)).containsExactly(two);
        assertThat(log.after(0)).hasSize(2);
    }

    @Test
    void numbersGoOnGrowingAfterARestart() {
        for (int n = 0; n < 50; n++) {
            log.add(EventLog.STEADY_STATE, new Scope.Cell("cell-1"), "before");
        }
        long last = log.after(0).getLast().seq();
        clock.advance(Duration.ofSeconds(1));

        EventLog restarted = new EventLog(clock);
        restarted.add(EventLog.STEADY_STATE, new Scope.Cell("cell-1"), "after");
        assertThat(restarted.after(last)).hasSize(1);
    }

    @Test
    void theNewestThousandAreKept() {
        for (int n = 1; n <= 1003; n++) {
            log.add(EventLog.STEADY_STATE, new Scope.Cell("cell-1"), "event " + n);
        }
        assertThat(log.after(0)).hasSize(1000).first().extracting(AppEvent::text).isEqualTo("event 4");
    }

    @Test
    void aMergedEventKeepsItsInstant() {
        log.merge(
                new AppEvent(9, "2026-01-01T00:00:00Z", "AUTOMATION", null, "eviction", "cell cell-1 zone az1", "out"));

        assertThat(log.after(0)).containsExactly(new AppEvent(5_000_001, "2026-01-01T00:00:00Z", "AUTOMATION", null,
                "eviction", "cell cell-1 zone az1", "out"));
    }

    @Test
    void aNumberThatIsNoneIsNamed() {
        assertThatThrownBy(() -> log.answer(Map.of("after", "x")))
                .hasMessage("after is 'x'; allowed: the seq of an event, or 0");
    }
}
