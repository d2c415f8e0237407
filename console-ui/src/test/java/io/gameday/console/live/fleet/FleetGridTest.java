package io.gameday.console.live.fleet;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FleetGridTest {

    @ParameterizedTest
    @CsvSource({"13,3,560,280", "50,2,560,280", "103,3,560,280", "486,3,560,280", "486,3,1900,700", "1000,3,560,220",
            "1000,6,560,220"})
    void everyBoxLiesOnTheMapAndIsFoundWhereItIsDrawn(int cells, int zones, double width, double height) {
        FleetGrid grid = FleetGrid.of(cells, zones, width, height);
        for (int cell = 0; cell < cells; cell++) {
            assertThat(grid.x(cell) + grid.box()).isLessThanOrEqualTo(width);
            assertThat(grid.y(cell) + grid.tall()).isLessThanOrEqualTo(height);
            for (int zone = 0; zone < zones; zone++) {
                assertThat(grid.at(grid.x(cell) + grid.box() / 2, grid.y(cell, zone) + grid.high() / 2))
                        .as("cell %d, zone %d", cell, zone).hasValue(cell);
            }
        }
    }

    @Test
    void boxesOf486CellsInThreeZonesAreLargeEnoughToBeClickedOnASmallScreen() {
        FleetGrid grid = FleetGrid.of(486, 3, 600, 290);
        assertThat(grid.unit()).isGreaterThanOrEqualTo(8);
        assertThat(grid.tall()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void noTwoCellsOverlap() {
        FleetGrid grid = FleetGrid.of(486, 3, 560, 280);
        IntStream.range(1, 486)
                .forEach(cell -> assertThat(
                        grid.y(cell) > grid.y(cell - 1) + grid.tall() || grid.x(cell) > grid.x(cell - 1) + grid.box())
                        .isTrue());
    }

    @Test
    void betweenRowsBesideThemAndBehindTheLastCellIsNoCell() {
        FleetGrid grid = FleetGrid.of(14, 3, 560, 280);
        assertThat(grid.at(10, 5)).isEqualTo(OptionalInt.empty());
        assertThat(grid.at(grid.x(0) + 2, grid.y(0) + grid.tall() + 1)).isEqualTo(OptionalInt.empty());
        assertThat(grid.at(grid.x(13) + grid.unit() + 2, grid.y(13) + 2)).isEqualTo(OptionalInt.empty());
        assertThat(grid.at(-5, -5)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void arrowsMoveByCellAndByRowAndStopAtTheEnds() {
        FleetGrid grid = FleetGrid.of(486, 3, 560, 280);
        assertThat(grid.moved(0, FleetGrid.Way.LEFT)).isZero();
        assertThat(grid.moved(0, FleetGrid.Way.RIGHT)).isEqualTo(1);
        assertThat(grid.moved(0, FleetGrid.Way.DOWN)).isEqualTo(grid.inRow());
        assertThat(grid.moved(grid.inRow(), FleetGrid.Way.UP)).isZero();
        assertThat(grid.moved(485, FleetGrid.Way.DOWN)).isEqualTo(485);
        assertThat(grid.moved(485, FleetGrid.Way.RIGHT)).isEqualTo(485);
    }
}
