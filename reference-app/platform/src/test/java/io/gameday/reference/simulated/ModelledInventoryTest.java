package io.gameday.reference.simulated;

import io.gameday.experiment.Experiment.Calls;
import io.gameday.experiment.Experiment.Inventory;
import io.gameday.experiment.Experiment.Spread;
import io.gameday.observability.Layout;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelledInventoryTest {

    private static final Layout LAYOUT = Layout.everywhere(List.of("cell-1", "cell-2"), List.of("az1", "az2"));

    @Test
    void withoutACapacityItAnswersAtOnce() {
        assertThat(of(Spread.REGIONAL, null).ask("cell-1", "az1", 0)).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void oneForAllWorksOnCallsOfEveryCellOneAfterTheOther() {
        ModelledInventory inventory = of(Spread.REGIONAL, 100.0);

        assertThat(inventory.ask("cell-1", "az1", 0)).isEqualTo(millis(10));
        assertThat(inventory.ask("cell-2", "az2", 0)).isEqualTo(millis(20));
        assertThat(inventory.ask("cell-2", "az2", millis(50).getAsLong())).isEqualTo(millis(10));
    }

    @Test
    void oneForEachZoneOfEachCellHasItsShareOfTheCapacityForItself() {
        ModelledInventory inventory = of(Spread.ZONAL, 100.0);

        assertThat(inventory.ask("cell-1", "az1", 0)).isEqualTo(millis(40));
        assertThat(inventory.ask("cell-1", "az1", 0)).isEqualTo(millis(80));
        assertThat(inventory.ask("cell-1", "az2", 0)).isEqualTo(millis(40));
        assertThat(inventory.ask("cell-2", "az1", 0)).isEqualTo(millis(40));
    }

    @Test
    void behindTenSecondsOfWorkACallIsRefused() {
        ModelledInventory inventory = of(Spread.REGIONAL, 1.0);
        for (int call = 0; call <= 10; call++) {
            assertThat(inventory.ask("cell-1", "az1", 0)).isPresent();
        }

        assertThat(inventory.ask("cell-1", "az1", 0)).isEmpty();
    }

    private static ModelledInventory of(Spread spread, Double capacity) {
        return new ModelledInventory(new Inventory(spread, Calls.ONCE, capacity, false), LAYOUT);
    }

    private static OptionalLong millis(int count) {
        return OptionalLong.of(Duration.ofMillis(count).toNanos());
    }
}
