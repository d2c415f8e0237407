package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.journal.Event.EvacuationProven;
import io.gameday.journal.Event.EvacuationProven.Part;
import io.gameday.journal.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Customers leave a zone, it is broken under canaries, and they come back.
class EvacuateThenBreakTest {

    private static final String EVACUATED = SimulatedDay.catalog("evacuate-then-break");

    @Test
    void noCustomerIsHurtThoughTheZoneIsBrokenAndEachPartIsProvenInOrder() {
        SimulatedDay day = new SimulatedDay(EVACUATED, 1);
        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);

        assertThat(day.events(EvacuationProven.class))
                .allSatisfy(part -> assertThat(part.verdict()).as(part.toString()).isEqualTo(Verdict.HELD))
                .extracting(EvacuationProven::part)
                .containsExactly(Part.LEFT, Part.EMPTY, Part.SPARED, Part.WELL, Part.BACK, Part.SPREAD);
        assertThat(day.events(EvacuationProven.class).get(2).value())
                .matches("0 of \\d{4,} requests of customers reached az1 meanwhile");
        assertThat(day.events(Event.SecondMeasured.class).getLast().hurtEver()).isZero();
    }

    @Test
    void withoutItCustomersAreHurtByTheSameFault() {
        SimulatedDay day = new SimulatedDay(EVACUATED.replace("  evacuate: az1\n", ""), 1);
        day.finish();

        assertThat(day.events(EvacuationProven.class)).isEmpty();
        assertThat(day.events(Event.SecondMeasured.class).getLast().hurtEver()).isPositive();
    }

    @Test
    void aStopBringsCustomersBack() {
        SimulatedDay day = new SimulatedDay(EVACUATED, 1);
        while (day.events(Event.FaultInjected.class).isEmpty()) {
            day.clock.advance(Duration.ofSeconds(1));
        }
        day.engine.stop("Ctrl-C", "");

        assertThat(day.finish()).isEqualTo(ExitCode.STOPPED);
        assertThat(day.events(EvacuationProven.class)).extracting(EvacuationProven::part).containsExactly(Part.LEFT,
                Part.EMPTY, Part.BACK);
    }
}
