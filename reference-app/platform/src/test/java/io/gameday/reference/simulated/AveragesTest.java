package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.observability.Tally;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The experiments in which one alarm stays green while customers suffer, over more seeds than the rest of the catalog.
class AveragesTest {

    private static final int SEEDS = 2;

    @ParameterizedTest
    @ValueSource(strings = {"gray-by-averaging", "drill-down", "bad-alarm-fail-closed", "traffic-drop"})
    void itEndsAsItSays(String name) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), seed);
            assertThat(day.finish()).as("%s, seed %d\n%s", name, seed, day.rulings()).isEqualTo(ExitCode.HELD);
        }
    }

    /// Times ten: the file says why.
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theMeanGoesFrom53To59WhileOneOfThreeSlowsBy40Percent(long seed) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("gray-by-averaging"), seed);
        day.finish();
        List<Event.SecondMeasured> seconds = day.events(Event.SecondMeasured.class);
        Instant fault = day.firstFault();

        Predicate<Event.SecondMeasured> before = s -> s.second().isAfter(fault.minusSeconds(16))
                && s.second().isBefore(fault.minusSeconds(1));
        Predicate<Event.SecondMeasured> during = s -> s.second().isAfter(fault.plusSeconds(4))
                && s.second().isBefore(fault.plusSeconds(29));
        assertThat(mean(seconds, before, "customer site") / 10).isCloseTo(53, within(0.1));
        assertThat(mean(seconds, during, "customer site") / 10).isCloseTo(59, within(0.1));
        assertThat(mean(seconds, during, "customer cell cell-1") / mean(seconds, before, "customer cell cell-1"))
                .isCloseTo(1.4, within(0.01));
    }

    private static double mean(List<Event.SecondMeasured> seconds, Predicate<Event.SecondMeasured> which,
            String series) {
        return seconds.stream().filter(which).map(s -> s.series().getOrDefault(series, Tally.NONE))
                .reduce(Tally.NONE, Tally::plus).meanMicros().orElseThrow() / 1000;
    }
}
