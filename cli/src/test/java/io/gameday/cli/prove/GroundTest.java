package io.gameday.cli.prove;

import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.target.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GroundTest {

    private static final Ground THREE = new Ground(List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3"));
    private static final Ground FOUR = new Ground(List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3", "az4"));
    private static final Fault HANG = new Fault.TaskHang("cell-1", "az1");
    private static final Fault DATABASE = new Fault.DatabaseSlow("cell-2", Duration.ofMillis(400));

    @Test
    void noTwoFaultsAreInOnePlace() {
        assertThat(THREE.allows(new Fault.ZonePowerLoss("az1"), List.of(HANG), everywhere(THREE))).isFalse();
        assertThat(THREE.allows(new Fault.LogSinkStall(new Scope.CellZone("cell-2", "az1")), List.of(HANG),
                everywhere(THREE))).isTrue();
        assertThat(THREE.allows(new Fault.DatabaseSlow("cell-1", Duration.ofMillis(400)), List.of(HANG),
                everywhere(THREE))).isFalse();
    }

    @Test
    void twoZonesStayWell() {
        Fault other = new Fault.TaskHang("cell-2", "az2");

        assertThat(THREE.allows(other, List.of(HANG), everywhere(THREE))).isFalse();
        assertThat(FOUR.allows(other, List.of(HANG), everywhere(FOUR))).isTrue();
        assertThat(FOUR.allows(new Fault.ZoneLoss("az3", 50), List.of(HANG, other), everywhere(FOUR))).isFalse();
    }

    @Test
    void aSlowDatabaseLeavesEveryZoneServing() {
        assertThat(THREE.allows(DATABASE, List.of(HANG), everywhere(THREE))).isTrue();
        assertThat(THREE.allows(HANG, List.of(DATABASE), everywhere(THREE))).isTrue();
    }

    @Test
    void onlyWhatIsHealthyEverywhereIsHit() {
        List<Task> without = everywhere(THREE).stream()
                .filter(task -> !(task.cell().equals("cell-2") && task.zone().equals("az1"))).toList();

        assertThat(THREE.allows(new Fault.ZonePowerLoss("az1"), List.of(), without)).isFalse();
        assertThat(THREE.allows(HANG, List.of(), without)).isTrue();
    }

    @Test
    void aCellWithTasksInOneZoneOnlyIsLeftAlone() {
        List<Task> alone = everywhere(THREE).stream().filter(task -> task.zone().equals("az1")).toList();

        assertThat(THREE.allows(HANG, List.of(), alone)).isFalse();
    }

    @Test
    void twoZonesAreTooFew() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ground(List.of("cell-1"), List.of("az1", "az2")))
                .withMessageContaining("zones are [az1, az2]; allowed: 3 or more");
    }

    static List<Task> everywhere(Ground ground) {
        List<Task> tasks = new ArrayList<>();
        ground.cells().forEach(cell -> ground.zones()
                .forEach(zone -> tasks.add(new Task(cell + zone, cell, zone, Task.State.HEALTHY, "127.0.0.1:1", 3))));
        return tasks;
    }
}
