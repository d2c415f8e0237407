package io.gameday.cli.view;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.view.RunView;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.scorecard.Blind;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {

    private final RunView run = new RunView();
    private @Nullable Blind blind;
    private long seq;

    private void at(double second, Event event) {
        run.accept(new Entry(++seq, Story.ZERO.plusMillis(Math.round(second * 1000)), "run", event));
    }

    private void raised(double second, String alarm, Scope scope) {
        at(second, new Event.AlarmChanged(alarm, scope, AlarmState.OK, AlarmState.ALARM, ""));
    }

    private String detect() {
        return new Times(run, blind).lines().getFirst().plain();
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

    private String engage(String pagesFrom) {
        at(-9, new Event.RunStarted("e", "t", "h", TargetKind.HTTP, 7, "0.1.0", List.of("shop"), List.of("az1"), 0, 40,
                120, "", 1, "Prometheus", pagesFrom));
        at(0, new Event.FaultInjected("f1", new Fault.External("pull the plug", Scope.SITE), Duration.ofSeconds(40),
                Duration.ofSeconds(8)));
        at(8, new Event.PageSent("payments", pagesFrom, "CheckoutErrors", "CheckoutErrors", Scope.SITE,
                Story.ZERO.plusSeconds(6)));
        return new Times(run, blind).lines().get(2).plain();
    }

    @Test
    void thatAlertmanagerDoesNotKnowWhoAnsweredIsNotThatNobodyDid() {
        assertThat(engage("Alertmanager")).isEqualTo("  engage     Alertmanager does not know who answered");
    }

    @Test
    void whereTheToolKnowsItNobodyMeansNobody() {
        assertThat(engage("PagerDuty")).isEqualTo("  engage     not acknowledged");
    }

    @Test
    void withoutAnAlarmThereIsNone() {
        assertThat(detect()).isEqualTo("  detect     no alarm");
        blind = blind(1, 0);
        assertThat(detect()).isEqualTo("  detect     no alarm: flying blind");
        blind = blind(0, 1);
        assertThat(detect()).isEqualTo("  detect     no alarm is known");
    }

    private static Blind blind(int windows, int unread) {
        return new Blind(windows, unread, 1, Duration.ofSeconds(30), 5, 100, "");
    }
}
