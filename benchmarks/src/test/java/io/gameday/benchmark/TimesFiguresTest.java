package io.gameday.benchmark;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import io.gameday.target.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimesFiguresTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Entry> journal = new ArrayList<>();

    private static Instant at(double seconds) {
        return START.plusMillis((long) (1000 * seconds));
    }

    private void event(double seconds, Event event) {
        journal.add(new Entry(journal.size() + 1, at(seconds), "run", event));
    }

    /// Closed at its end.
    private void second(double begin, String series, int requests, int useful) {
        event(begin + 1, new Event.SecondMeasured(at(begin),
                Map.of(series, new Tally(requests, useful, 0, 0, 0, 0L, 0L)), 0, 0, 40));
    }

    private void fault(double seconds) {
        event(seconds, new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                Duration.ofSeconds(8)));
    }

    @Test
    void aZoneIsWeighedAwaySoLongAfterItsFirstBadSecondBegan() {
        second(3, "canary zone az1", 10, 9);
        fault(5);
        second(6, "canary cell cell-1 zone az1", 10, 0);
        second(6, "canary zone az2", 10, 10);
        second(7, "canary zone az1", 10, 0);
        event(9.5, new Event.AutomationActed("weigh-away", new Scope.Zone("az1"), "", at(9.4)));
        event(9.6, new Event.AutomationActed("weigh-away", new Scope.Zone("az3"), "", at(9.6)));

        assertThat(TimesFigures.of(journal)).containsEntry(TimesFigures.WEIGHED_AWAY, List.of(Duration.ofMillis(2400)));
    }

    @Test
    void aZoneIsLeftWhenTheLastSecondWithARequestThereIsOverUntilTheShiftIs() {
        second(18, "customer zone az1", 40, 40);
        event(20, new Event.OperationBegun("o1", "leave", new Operation.Shift("az1"), Duration.ofSeconds(60), ""));
        second(20, "customer zone az1", 3, 3);
        second(21, "customer zone az1", 0, 0);
        event(80, new Event.OperationDone("o1", "leave", new Operation.Shift("az1"), "planned end", ""));
        second(80, "customer zone az1", 40, 40);

        assertThat(TimesFigures.of(journal)).isEqualTo(Map.of(TimesFigures.SHIFTED, List.of(Duration.ofSeconds(1))));
    }

    @Test
    void theFirstAlarmAndTheFirstPageAfterTheFaultCount() {
        event(1, new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.OK, AlarmState.ALARM, ""));
        fault(5);
        event(8, new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.ALARM, AlarmState.OK, ""));
        event(9, new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.OK, AlarmState.ALARM, ""));
        event(9.5, new Event.PageSent("on-call", "inbox", "", "zone-impact", new Scope.Zone("az1")));

        assertThat(TimesFigures.of(journal)).isEqualTo(Map.of(TimesFigures.ALARMED, List.of(Duration.ofSeconds(4)),
                TimesFigures.PAGED, List.of(Duration.ofMillis(4500))));
    }

    @Test
    void quartilesAreGivenWithTheirNumberAndAFewTimesEachByItself() {
        assertThat(TimesFigures.quartiles(Stream.of(5, 1, 2, 3).map(Duration::ofSeconds).toList()))
                .isEqualTo("median 2.5 s, quartiles 1.8 s and 3.5 s, 1.0 s to 5.0 s, n = 4");
        assertThat(TimesFigures.quartiles(List.of(Duration.ofSeconds(4), Duration.ofSeconds(1))))
                .isEqualTo("1.0 s, 4.0 s, n = 2");
    }
}
