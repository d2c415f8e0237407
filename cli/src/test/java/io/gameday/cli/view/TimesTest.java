package io.gameday.cli.view;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.view.RunView;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {

    private final RunView run = new RunView();
    private long seq;

    private void at(double second, Event event) {
        run.accept(new Entry(++seq, Story.ZERO.plusMillis(Math.round(second * 1000)), "run", event));
    }

    private void raised(double second, String alarm, Scope scope) {
        at(second, new Event.AlarmChanged(alarm, scope, AlarmState.OK, AlarmState.ALARM, ""));
    }

    private String detect() {
        return new Times(run).lines().getFirst().plain();
    }

    @Test
    void theFirstAlarmOfAnyPlaceIsNamedWithItsPlace() {
        raised(-9, "traffic-drop", Scope.SITE);
        at(0, new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                Duration.ofSeconds(8)));
        raised(5, "zone-impact", new Scope.Zone("az1"));
        raised(3, "cell-impact", new Scope.Cell("cell-2"));
        assertThat(detect()).isEqualTo("  detect     +3.0 s  cell-impact cell-2");
    }

    @Test
    void thoseThatCameWithItAreCounted() {
        at(0, new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                Duration.ofSeconds(8)));
        raised(3, "customers-hurt", Scope.SITE);
        raised(3, "cell-impact", new Scope.Cell("cell-1"));
        raised(3, "cell-impact", new Scope.Cell("cell-2"));
        assertThat(detect()).isEqualTo("  detect     +3.0 s  customers-hurt site, and 2 more alarms");
    }

    @Test
    void withoutAnAlarmThereIsNone() {
        assertThat(detect()).isEqualTo("  detect     no alarm");
    }
}
