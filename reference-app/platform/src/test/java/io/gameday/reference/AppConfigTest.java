package io.gameday.reference;

import io.gameday.experiment.Experiment.Evacuation;
import io.gameday.experiment.Experiment.Logging;
import io.gameday.experiment.Experiment.Routing;
import io.gameday.experiment.Experiment.Scaling;
import io.gameday.experiment.Experiment.Shape;
import io.gameday.reference.policy.Capacity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AppConfigTest {

    @TempDir
    Path folder;

    @Test
    void aFolderTellsBackTheConfigurationItWasMadeWith() throws IOException {
        AppConfig config = AppConfig.standard(2, 3, 150, 120, 7, folder.toString());

        AppFolder app = AppFolder.create(config, new Random(1));

        assertThat(new AppFolder(folder).config()).isEqualTo(config);
        assertThat(app.token()).matches("[0-9a-f]{48}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(app.tokenFile())))
                .isEqualTo("rw-------");
    }

    /// Five cells of one task each, 20/s at 300 %: 13.2/s a cell, 2 slots; up to two tasks each.
    private AppConfig fiveCells() {
        return new AppConfig(List.of("cell-1", "cell-2", "cell-3", "cell-4", "cell-5"), List.of("az1", "az2", "az3"),
                300, 20, Map.of(), Shape.ONE_ZONE, Routing.CLUSTER,
                new AppConfig.Mechanisms(true, true, true, Logging.NON_BLOCKING, true, Evacuation.LIMITED,
                        new Scaling(50, Duration.ofSeconds(10), Duration.ofMinutes(5), 2), null),
                7, folder.toString());
    }

    @Test
    void cellsInOneZoneShareTheWholePeakAndAZoneHoldsWhatLiesInItWithRoomToScale() throws IOException {
        AppConfig config = fiveCells();

        assertThat(config.capacity()).isEqualTo(new Capacity(2 * 14, 2, 2 * 2 * 2));
        assertThat(config.tasks("cell-5")).isEqualTo(1);
        assertThat(AppConfig.standard(2, 3, 150, 120, 7, "/").tasks("cell-1")).isEqualTo(3);
        AppFolder.create(config, new Random(1));
        assertThat(new AppFolder(folder).config()).isEqualTo(config);
    }

    @Test
    void whoseCellIsChosenIsToldBackAndMakesItAnotherSystem() throws IOException {
        AppConfig usual = AppConfig.standard(2, 3, 150, 120, 7, folder.toString());
        AppConfig chosen = overriding(usual, "cell-2");

        AppFolder.create(chosen, new Random(1));

        assertThat(new AppFolder(folder).config()).isEqualTo(chosen);
        assertThat(chosen.sameSystem(usual)).isFalse();
        assertThatThrownBy(() -> overriding(usual, "cell-3"))
                .hasMessage("override of c-01 is 'cell-3'; allowed: cell-1, cell-2");
    }

    private static AppConfig overriding(AppConfig usual, String cell) {
        return new AppConfig(usual.cells(), usual.zones(), usual.headroomPercent(), usual.rate(), usual.workMillis(),
                usual.shape(), usual.routing(), usual.mechanisms(), usual.seed(), usual.folder(), Map.of("c-01", cell));
    }

    @Test
    void theSameSystemMayHaveAnotherFolderAndAnotherSeed() {
        AppConfig config = fiveCells();
        assertThat(config.sameSystem(new AppConfig(config.cells(), config.zones(), 300, 20, Map.of(), config.shape(),
                config.routing(), config.mechanisms(), 8, "/elsewhere"))).isTrue();
        assertThat(config.sameSystem(new AppConfig(config.cells(), config.zones(), 300, 20, Map.of(), Shape.MULTI_ZONE,
                config.routing(), config.mechanisms(), 7, config.folder()))).isFalse();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThatThrownBy(() -> new AppConfig(List.of("cell-1", "cell-1"), List.of("AZ 1", "az2"), 90, 0,
                Map.of("cell-1", 0), Shape.MULTI_ZONE, Routing.STICKY, AppConfig.Mechanisms.ALL, 1, "relative"))
                .hasMessageContaining("cells is [cell-1, cell-1]; every name is allowed once")
                .hasMessageContaining("zones has 'AZ 1'")
                .hasMessageContaining("headroomPercent is 90; allowed: 100 to 300")
                .hasMessageContaining("workMillis of cell-1 is 0; allowed: 1 to 10000")
                .hasMessageContaining("rate is 0.0/s; allowed: more than 0, at most 10000/s")
                .hasMessageContaining("folder is 'relative'; allowed: an absolute path");
    }

    @Test
    void everyTaskHasTheSlotsThatTheSlowestCellNeeds() {
        AppConfig usual = AppConfig.standard(2, 3, 150, 120, 7, "/");
        AppConfig slow = new AppConfig(usual.cells(), usual.zones(), 150, 120, Map.of("cell-2", 900), Shape.MULTI_ZONE,
                Routing.STICKY, AppConfig.Mechanisms.ALL, 7, "/");

        assertThat(slow.hold("cell-1")).isEqualTo(Duration.ofMillis(90)).isEqualTo(usual.hold("cell-2"));
        assertThat(slow.hold("cell-2")).isEqualTo(Duration.ofMillis(900));
        assertThat(usual.capacity().slotsPerTask()).isEqualTo(3);
        assertThat(slow.capacity().slotsPerTask()).isEqualTo(30);
    }

    @Test
    void aDamagedConfigurationNamesItsFile() throws IOException {
        Path file = AppFolder.create(AppConfig.standard(1, 2, 100, 1, 1, folder.toString()), new Random(1))
                .configFile();
        Files.writeString(file, "{");

        assertThatThrownBy(() -> new AppFolder(folder).config()).hasMessageContaining(file.toString());
    }
}
