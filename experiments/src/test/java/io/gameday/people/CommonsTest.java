package io.gameday.people;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommonsTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final Commons commons = new Commons();
    private int entries;

    private void happens(Event event) {
        commons.accept(new Entry(++entries, AT.plusSeconds(entries), "run", event));
    }

    @Test
    void whatThePlatformDidIsToldAndWhyOnlyFromLearnOn() {
        happens(new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                Duration.ofSeconds(8)));
        happens(new Event.AutomationActed("placement-failure", new Scope.CellZone("cell-1", "az1"),
                "(service orders-cell-1) was unable to place a task. Reason: NO_POWER, az1 has no power.", AT));
        assertThat(commons.picture(0).lines()).extracting(line -> line.words().english())
                .containsExactly("the platform acted: placement-failure, cell cell-1 zone az1");

        happens(new Event.FaultReverted("f1", "planned end", true, ""));
        assertThat(commons.picture(0).open()).isTrue();
        assertThat(commons.picture(0).lines()).extracting(line -> line.words().english())
                .anySatisfy(text -> assertThat(text).contains("NO_POWER, az1 has no power"))
                .anySatisfy(text -> assertThat(text).contains("zone-power-loss"));
    }
}
