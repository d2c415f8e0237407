package io.gameday.observability;

import io.gameday.observability.Layout.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LayoutTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2", "cell-3", "cell-4", "cell-5");
    private static final List<String> ZONES = List.of("az1", "az2", "az3");

    @Test
    void oneZoneEachGoesRoundTheZones() {
        Layout layout = Layout.roundRobin(CELLS, ZONES);
        assertThat(layout.parts()).containsExactly(new Part("cell-1", "az1"), new Part("cell-2", "az2"),
                new Part("cell-3", "az3"), new Part("cell-4", "az1"), new Part("cell-5", "az2"));
        assertThat(layout.cellsIn("az1")).containsExactly("cell-1", "cell-4");
        assertThat(layout.mostInAZone()).isEqualTo(2);
        assertThat(layout.inOneZone("cell-3")).isTrue();
    }

    @Test
    void everywhereEachCellHasAPartInEachZone() {
        Layout layout = Layout.everywhere(CELLS, ZONES);
        assertThat(layout.parts()).hasSize(15);
        assertThat(layout.zonesOf("cell-5")).isEqualTo(ZONES);
        assertThat(layout.inOneZone("cell-3")).isFalse();
        assertThat(layout.cells()).isEqualTo(CELLS);
    }

    @Test
    void aCellInAZoneThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new Layout(ZONES, Map.of("cell-1", List.of("az9"))))
                .hasMessage("zones of cell-1 are [az9]; allowed: at least one of az1, az2, az3");
    }
}
