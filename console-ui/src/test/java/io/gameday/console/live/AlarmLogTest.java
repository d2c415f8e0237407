package io.gameday.console.live;

import io.gameday.experiment.Experiment.Composite;
import io.gameday.experiment.Experiment.Suppressor;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.composite.CompositeRule;
import io.gameday.observability.alarm.composite.RuleProblem;
import io.gameday.observability.alarm.composite.Suppression.By;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Why a composite acts or does not, as far as the journal and the experiment's file let one know.
class AlarmLogTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Composite HELD = new Composite("customers-hurt", rule(),
            new Suppressor("zone-impact/az1", Duration.ofSeconds(10), Duration.ofSeconds(20)));

    private final AlarmLog log = new AlarmLog();
    private long seq;

    private static CompositeRule rule() {
        try {
            return CompositeRule.parse("ALARM(cell-impact/cell-1)");
        } catch (RuleProblem problem) {
            throw new AssertionError(problem);
        }
    }

    private void at(long second, Event event) {
        log.accept(new Entry(++seq, BEGIN.plusSeconds(second), "run", event));
    }

    private static Event composite(AlarmState from, AlarmState to) {
        return new Event.AlarmChanged("customers-hurt", Scope.SITE, from, to, "why");
    }

    private static Event suppressor(AlarmState to) {
        return new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.OK, to, "");
    }

    private By by(long second) {
        return log.heldBack(HELD, BEGIN.plusSeconds(second));
    }

    @Test
    void aCompositeWaitsForItsSuppressorAndThenActs() {
        at(0, composite(AlarmState.INSUFFICIENT_DATA, AlarmState.OK));
        assertThat(by(0)).isEqualTo(By.NOTHING);
        at(5, composite(AlarmState.OK, AlarmState.ALARM));
        assertThat(by(14)).isEqualTo(By.WAIT_PERIOD);
        assertThat(by(15)).isEqualTo(By.NOTHING);
    }

    @Test
    void whileItsSuppressorIsUpAndForItsExtensionItIsHeldBack() {
        at(0, composite(AlarmState.OK, AlarmState.ALARM));
        at(4, suppressor(AlarmState.ALARM));
        assertThat(by(60)).isEqualTo(By.ALARM);
        at(100, suppressor(AlarmState.OK));
        assertThat(by(119)).isEqualTo(By.EXTENSION_PERIOD);
        assertThat(by(120)).isEqualTo(By.NOTHING);
    }

    @Test
    void oneWithoutSuppressorIsNeverHeldBack() {
        at(0, composite(AlarmState.OK, AlarmState.ALARM));
        assertThat(log.heldBack(new Composite("customers-hurt", HELD.rule(), null), BEGIN)).isEqualTo(By.NOTHING);
    }

    @Test
    void whomAnAlarmPagedIsToldOfItsOwnPlaceAlone() {
        at(0, new Event.PageSent("on-call", "inbox", "", "zone-impact", new Scope.Zone("az1")));
        at(0, new Event.PageSent("on-call", "slack", "", "zone-impact", new Scope.Zone("az1")));
        at(9, new Event.PageSent("manager", "inbox", "", "zone-impact", new Scope.Zone("az1")));
        assertThat(log.paged("zone-impact", new Scope.Zone("az1"))).containsExactly("on-call", "manager");
        assertThat(log.paged("zone-impact", new Scope.Zone("az2"))).isEmpty();
    }

    @Test
    void theNewestEvidenceIsTold() {
        at(0, composite(AlarmState.OK, AlarmState.ALARM));
        assertThat(log.evidence("customers-hurt", Scope.SITE)).contains("why");
        assertThat(log.evidence("traffic-drop", Scope.SITE)).isEmpty();
    }
}
