package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.observability.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What cells bound, in virtual time: two pairs of the catalog, and how one of each differs from the other.
class SimulatedCellsTest {

    private static final int SEEDS = 2;

    private static SimulatedDay played(String name, int seed) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), seed);
        assertThat(day.finish()).as("%s, seed %d\n%s", name, seed, day.rulings()).isEqualTo(ExitCode.HELD);
        return day;
    }

    /// Of the last ten seconds of the fault.
    private static Tally atTheEnd(SimulatedDay day, String series) {
        List<Event.SecondMeasured> seconds = day.events(Event.SecondMeasured.class);
        int from = day.secondsBefore(Event.FaultReverted.class) - 10;
        return seconds.subList(from, from + 10).stream().map(second -> second.series().getOrDefault(series, Tally.NONE))
                .reduce(Tally.NONE, Tally::plus);
    }

    private static double share(Tally tally) {
        return (double) tally.useful() / tally.requests();
    }

    @Test
    void aCellPastItsLimitServesMostInTimeWhereItRefusesTheRestAndNobodyWhereItQueues() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            SimulatedDay sheds = played("cell-past-its-limit", seed);
            SimulatedDay queues = played("cell-past-its-limit-unbounded", seed);

            assertThat(share(atTheEnd(sheds, "customer cell cell-1"))).as("seed %d", seed).isGreaterThan(0.7);
            assertThat(share(atTheEnd(queues, "customer cell cell-1"))).as("seed %d", seed).isLessThan(0.1);
            for (SimulatedDay day : List.of(sheds, queues)) {
                for (String other : List.of("customer cell cell-2", "customer cell cell-3")) {
                    assertThat(share(atTheEnd(day, other))).as("%s, seed %d", other, seed).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void aReleaseHurtsOneOfThreeClustersThatAreLinedUpWithCellsAndAllThatAreNot() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            SimulatedDay aligned = played("customer-alignment", seed);
            SimulatedDay not = played("customer-alignment-unaligned", seed);

            assertThat(hurt(aligned)).as("seed %d\n%s", seed, aligned.rulings()).isEqualTo(10);
            assertThat(hurt(not)).as("seed %d\n%s", seed, not.rulings()).isEqualTo(30);
        }
    }

    private static long hurt(SimulatedDay day) {
        return Long.parseLong(day.judged("customers hurt at any time").value().split(" ")[0]);
    }
}
