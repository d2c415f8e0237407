package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// An inventory that is too small for the start of a task: one for all, or one for each zone of each cell; asked again and
/// again, or with limits.
class InventoryCascadeTest {

    private static final String AS_SHIPPED = "spread: regional, calls: naive";
    private static final String OF_THE_OTHER_CELL = "customers unaffected in cell-2";

    @Test
    void oneForAllThatIsAskedAgainAndAgainTakesTheOtherCellDownForGood() {
        SimulatedDay day = day(AS_SHIPPED);

        assertThat(day.finish()).isEqualTo(ExitCode.BROKEN);
        assertThat(day.judged(OF_THE_OTHER_CELL).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(hurt(day)).isEqualTo("40 of 40 (100 %)");
        assertThat(day.judged("availability ≥ 99 % for 40 s").detail()).contains("held since never");
    }

    @Test
    void oneForEachZoneOfEachCellLeavesTheOtherCellAlone() {
        SimulatedDay day = day("spread: zonal, calls: naive");

        assertThat(day.finish()).isEqualTo(ExitCode.BROKEN);
        assertThat(day.judged(OF_THE_OTHER_CELL).verdict()).isEqualTo(Verdict.HELD);
        assertThat(hurt(day)).isEqualTo("20 of 40 (50 %)");
    }

    @Test
    void withTimeOutBackOffBudgetAndLimitOneForAllIsEnough() {
        SimulatedDay day = day("spread: regional, calls: guarded");

        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);
        assertThat(hurt(day)).isEqualTo("0 of 40 (0 %)");
    }

    @Test
    void bothTogetherAreTheCatalogsZonalDependency() {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog("zonal-dependency"), 1);

        assertThat(SimulatedDay.catalog("zonal-dependency")).contains("spread: zonal, calls: guarded, capacity: 240/s");
        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);
        assertThat(hurt(day)).isEqualTo("0 of 40 (0 %)");
    }

    private static SimulatedDay day(String inventory) {
        return new SimulatedDay(SimulatedDay.catalog("regional-dependency").replace(AS_SHIPPED, inventory), 1);
    }

    private static String hurt(SimulatedDay day) {
        return day.events(Event.PredictionJudged.class).stream()
                .filter(judged -> judged.text().equals("customers hurt at any time")).findFirst().orElseThrow().value();
    }
}
