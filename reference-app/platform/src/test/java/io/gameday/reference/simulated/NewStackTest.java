package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.observability.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A bad new stack loses its share on suspicion, or keeps it.
class NewStackTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onSuspicionCustomersAreBackAtTheOldStackWithinSecondsAndWithoutItTheyStayIll(long seed) {
        SimulatedDay watched = played("new-stack-on-suspicion", seed);
        SimulatedDay unwatched = played("new-stack-off", seed);

        assertThat(requestsToNew(watched, -3, 0)).as("before it is bad").isPositive();
        assertThat(failed(watched, 16, 59)).isZero();
        assertThat(failed(unwatched, 16, 59)).isGreaterThan(100);
        assertThat(requestsToNew(watched, 16, 59)).isZero();
        assertThat(requestsToNew(unwatched, 16, 59)).isGreaterThan(500);
        assertThat(watched.events(Event.InterventionRecorded.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void howLongItTookFromTheFirstSuspicionToTheLastRequestIsTold(long seed) {
        SimulatedDay day = played("new-stack-on-suspicion", seed);

        assertThat(acted(day, "weights-taken-back")).matches("\\(stack new\\) is suspected and loses its 25 % of the "
                + "requests: \\d+ of \\d+ requests failed there, of the old one 0 of \\d+\\. The old one gets all of them\\.");
        // Two more seconds of suspicion, and answers that are kept for five.
        assertThat(acted(day, "new-stack-left"))
                .matches("\\(stack new\\) got its last request [5-8] s after it was first suspected\\.");
    }

    private static String acted(SimulatedDay day, String name) {
        return day.events(Event.AutomationActed.class).stream().filter(acted -> acted.name().equals(name))
                .map(Event.AutomationActed::text).reduce((a, b) -> a + b).orElse("");
    }

    private static SimulatedDay played(String name, long seed) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), seed);
        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);
        return day;
    }

    /// Failed requests of customers, from one second after the fault to another.
    private static long failed(SimulatedDay day, int from, int to) {
        Tally tally = tally("customer site", day, from, to);
        return tally.requests() - tally.useful();
    }

    private static long requestsToNew(SimulatedDay day, int from, int to) {
        return tally("customer cell cell-3", day, from, to).requests();
    }

    private static Tally tally(String series, SimulatedDay day, int from, int to) {
        return day.events(Event.SecondMeasured.class).stream()
                .filter(s -> !s.second().isBefore(day.firstFault().plusSeconds(from))
                        && s.second().isBefore(day.firstFault().plusSeconds(to)))
                .map(s -> s.series().getOrDefault(series, Tally.NONE)).reduce(Tally.NONE, Tally::plus);
    }
}
