package io.gameday.reference.control;

import io.gameday.observability.Scope;
import io.gameday.reference.control.HostState.HostTask;
import io.gameday.reference.control.HostState.Status;
import io.gameday.reference.event.AppEvent;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.ServiceScheduler;
import io.gameday.reference.policy.WeighAway;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// One cell's control over a host made of values, in virtual time.
class CellControlTest {

    private static final List<String> ZONES = List.of("az1", "az2", "az3");

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final EventLog log = new EventLog(clock);
    private CellControl cell = new CellControl("cell-1", new ServiceScheduler(ZONES, 3, true), log);
    private final WeighAway weighAway = new WeighAway(ZONES);
    private final Observations observations = new Observations();
    private final Map<String, HostTask> host = new LinkedHashMap<>();
    private int room = 1;
    private String dark = "";
    private String revision = "1";
    private String unhealthyRevision = "";
    /// A task whose process is being restarted: told of as running, and silent.
    private String busy = "";
    private int ids;

    @BeforeEach
    void steady() {
        clock.every(Duration.ofMillis(250), this::look);
        clock.every(Duration.ofSeconds(1), this::second);
        clock.advance(Duration.ofSeconds(20));
        assertThat(texts()).containsExactly("(service orders-cell-1) has reached a steady state.");
    }

    @Test
    void scaledAheadADeadZoneIsWaitedForAndFilledWhenItIsBack() {
        lose("az1");
        clock.advance(Duration.ofSeconds(40));

        assertThat(weighAway.zone()).contains("az1");
        assertThat(host.values().stream().filter(task -> task.status() == Status.RUNNING)).hasSize(2);
        assertThat(at("weigh-away")).isBetween(25L, 29L);
        // Rounds at 0, 1, 3 and 7 s, at once after the weigh-away and then at most every 8 s, two or three zones each.
        assertThat(count("placement-failure")).isBetween(12L, 30L);

        dark = "";
        clock.advance(Duration.ofSeconds(10));
        assertThat(weighAway.zone()).isEmpty();
        assertThat(at("weigh-away-ended")).isEqualTo(66);
        assertThat(at("replacement")).isEqualTo(66);
        assertThat(texts().getLast()).isEqualTo("(service orders-cell-1) has reached a steady state.");
        assertThat(count("rebalancing")).isZero();
    }

    @Test
    void withRoomElsewhereTheSpreadBecomesUnevenAndEvenAgain() {
        room = 2;
        lose("az1");
        clock.advance(Duration.ofSeconds(30));
        assertThat(zonesOfRunning()).containsExactly("az2", "az2", "az3");

        dark = "";
        clock.advance(Duration.ofSeconds(10));
        assertThat(zonesOfRunning()).containsExactly("az1", "az2", "az3");
        assertThat(texts().subList(texts().size() - 6, texts().size())).containsExactly("(zone az1) is well again",
                "(service orders-cell-1) is not AZ balanced with 0 tasks in az1, 2 tasks in az2, 1 tasks in az3."
                        + " AZ Rebalancing in progress.",
                "(service orders-cell-1) has started 1 tasks in az1 to AZ Rebalance: (task orders-5).",
                "(service orders-cell-1) has stopped 1 running tasks in az2 due to AZ rebalancing: (task orders-4).",
                "(service orders-cell-1) has reached a steady state.",
                "(service orders-cell-1) is AZ balanced with 1 tasks in az1, 1 tasks in az2, 1 tasks in az3.");
    }

    @Test
    void oneCrashedTaskIsReplacedInItsZoneWithoutAWeighAway() {
        room = 1;
        host.computeIfPresent("orders-2", (id, task) -> with(task, Status.STOPPED));
        clock.advance(Duration.ofSeconds(30));

        assertThat(zonesOfRunning()).containsExactly("az1", "az2", "az3");
        assertThat(texts()).containsExactly("(service orders-cell-1) has reached a steady state.",
                "(service orders-cell-1) (task orders-2) stopped in az2: killed",
                "(service orders-cell-1) has started 1 tasks: (task orders-4).",
                "(service orders-cell-1) has reached a steady state.");
    }

    @Test
    void aTaskThatTheHostForgotIsReplaced() {
        host.remove("orders-3");
        clock.advance(Duration.ofSeconds(5));

        assertThat(zonesOfRunning()).containsExactly("az1", "az2", "az3");
        assertThat(texts())
                .contains("(service orders-cell-1) (task orders-3) stopped in az3: the host does not know it any more");
    }

    @Test
    void aDeploymentReplacesTasksZoneByZoneWithoutAPlacementFailure() {
        revision = "2-errors";
        clock.advance(Duration.ofSeconds(60));

        assertThat(revisionsOfRunning()).containsExactly("2-errors", "2-errors", "2-errors");
        assertThat(texts().subList(1, texts().size())).containsExactly(
                "(service orders-cell-1) (deployment 2-errors) deployment in progress.",
                "(service orders-cell-1) has stopped 1 running tasks: (task orders-1).",
                "(service orders-cell-1) has started 1 tasks: (task orders-4).",
                "(service orders-cell-1) has stopped 1 running tasks: (task orders-2).",
                "(service orders-cell-1) has started 1 tasks: (task orders-5).",
                "(service orders-cell-1) has stopped 1 running tasks: (task orders-3).",
                "(service orders-cell-1) has started 1 tasks: (task orders-6).",
                "(service orders-cell-1) (deployment 2-errors) deployment completed.",
                "(service orders-cell-1) has reached a steady state.");
        assertThat(count("deployment")).isEqualTo(8);

        revision = "1";
        clock.advance(Duration.ofSeconds(12));
        assertThat(revisionsOfRunning()).containsExactly("1", "1", "1");
        assertThat(count("deployment-rollback")).isEqualTo(8);
    }

    @Test
    void aServingTaskGetsNoRequestsForHalfASecondBeforeItIsStopped() {
        revision = "2-errors";
        clock.advance(Duration.ofMillis(500));

        assertThat(Routes.of(cell)).extracting(Routes.Route::healthy).containsExactly(false, true, true);
        assertThat(zonesOfRunning()).containsExactly("az1", "az2", "az3");
        clock.advance(Duration.ofMillis(500));
        assertThat(zonesOfRunning()).containsExactly("az2", "az3");
    }

    @Test
    void aRevisionThatIsNeverHealthyGetsNoFurtherThanTheFirstZoneAndIsRolledBack() {
        unhealthyRevision = "2-unhealthy";
        revision = "2-unhealthy";
        for (int second = 0; second < 60; second++) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(revisionsOfRunning()).filteredOn("1"::equals).hasSize(2);
        }
        assertThat(texts()).contains(
                "(service orders-cell-1) (deployment 2-unhealthy) deployment is stuck: tasks failed to become healthy.");

        revision = "1";
        clock.advance(Duration.ofSeconds(4));
        assertThat(revisionsOfRunning()).containsExactly("1", "1", "1");
        assertThat(texts().getLast()).isEqualTo("(service orders-cell-1) has reached a steady state.");
    }

    @Test
    void aControlPlaneThatBeginsAnewInMidRolloutFirstLooksAndThenRollsBack() {
        revision = "2-errors";
        clock.advance(Duration.ofSeconds(10));
        assertThat(revisionsOfRunning()).contains("1", "2-errors");

        cell = new CellControl("cell-1", new ServiceScheduler(ZONES, 3, true), log);
        revision = "1";
        for (int look = 0; look < 80; look++) {
            clock.advance(Duration.ofMillis(250));
            assertThat(zonesOfRunning()).hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(revisionsOfRunning()).containsExactly("1", "1", "1");
    }

    @Test
    void aTaskThatMissesAHealthCheckWhileItIsRestartedInPlaceIsNeitherEndedNorDoubled() {
        busy = "orders-2";
        clock.advance(Duration.ofSeconds(1));
        busy = "";
        clock.advance(Duration.ofSeconds(30));

        assertThat(host).hasSize(3);
        assertThat(texts()).containsExactly("(service orders-cell-1) has reached a steady state.");
    }

    @Test
    void aControlPlaneThatBeginsWhileATaskIsRestartedInPlaceTakesItOver() {
        busy = "orders-2";
        cell = new CellControl("cell-1", new ServiceScheduler(ZONES, 3, true), log);
        clock.advance(Duration.ofSeconds(2));
        assertThat(Routes.of(cell)).extracting(Routes.Route::id).containsExactly("orders-1", "orders-3");
        busy = "";
        clock.advance(Duration.ofSeconds(30));

        assertThat(Routes.of(cell)).extracting(Routes.Route::id).containsExactly("orders-1", "orders-2", "orders-3");
        assertThat(host).hasSize(3);
        assertThat(texts()).containsOnly("(service orders-cell-1) has reached a steady state.");
    }

    @Test
    void aTaskThatDoesNotServeAgainAfterARestartInPlaceIsReplaced() {
        room = 2;
        busy = "orders-2";
        clock.advance(Duration.ofSeconds(30));

        assertThat(zonesOfRunning()).containsExactly("az1", "az2", "az3");
        assertThat(texts()).contains("(service orders-cell-1) (task orders-2) in az2 failed container health checks.",
                "(service orders-cell-1) has started 1 tasks: (task orders-4).");
    }

    private List<String> revisionsOfRunning() {
        return host.values().stream().filter(task -> task.status() == Status.RUNNING).map(HostTask::revision).sorted()
                .toList();
    }

    private void lose(String zone) {
        dark = zone;
        host.replaceAll((id, task) -> task.zone().equals(zone) ? with(task, Status.STOPPED) : task);
    }

    private void look() {
        host.replaceAll((id, task) -> task.status() == Status.STARTING ? with(task, Status.RUNNING) : task);
        cell.onTasks(List.copyOf(host.values()), revision, weighAway.zone(), clock.ticks()).forEach(this::act);
    }

    private void act(Command command) {
        switch (command) {
            case Command.Start(int key, String name, String zone, String ordered) -> {
                long used = host.values().stream()
                        .filter(task -> task.zone().equals(zone) && task.status() != Status.STOPPED).count();
                if (zone.equals(dark) || used >= room) {
                    cell.refused(key, zone.equals(dark) ? "NO_POWER" : "NO_SLOT");
                } else {
                    String id = "orders-" + ++ids;
                    host.put(id, new HostTask(id, name, zone, Status.STARTING, "127.0.0.1:2", "127.0.0.1:1", 3, ordered,
                            null));
                    cell.placed(key, id, 3, clock.ticks());
                }
            }
            case Command.Stop(String task) -> host.computeIfPresent(task, (id, t) -> with(t, Status.STOPPED));
        }
    }

    private void second() {
        cell.noteMissed(observations, weighAway.zone(), clock.ticks());
        weighAway.second(observations.close()).ifPresent(change -> {
            switch (change) {
                case WeighAway.Entered(String zone, String evidence) ->
                    log.add("weigh-away", new Scope.Zone(zone), evidence);
                case WeighAway.Left(String zone) ->
                    log.add("weigh-away-ended", new Scope.Zone(zone), "(zone " + zone + ") is well again");
            }
        });
        List.copyOf(cell.tasks()).stream().filter(KnownTask::beginCheck).forEach(task -> {
            boolean pass = !task.latest().zone().equals(dark) && !task.latest().revision().equals(unhealthyRevision)
                    && !task.latest().id().equals(busy);
            observations.note(task.latest().zone(), task.latest().id(), !pass);
            cell.checked(task.latest().id(), pass, clock.ticks());
        });
        ZONES.forEach(zone -> observations.note(zone, "machine-" + zone, zone.equals(dark)));
    }

    private static HostTask with(HostTask task, Status status) {
        return new HostTask(task.id(), task.cell(), task.zone(), status, task.service(), task.management(),
                task.slots(), task.revision(), status == Status.STOPPED ? "killed" : null);
    }

    private List<String> zonesOfRunning() {
        return host.values().stream().filter(task -> task.status() == Status.RUNNING).map(HostTask::zone).sorted()
                .toList();
    }

    private List<String> texts() {
        return log.after(0).stream().map(AppEvent::text).toList();
    }

    private long count(String name) {
        return log.after(0).stream().filter(event -> event.name().equals(name)).count();
    }

    /// The second at which the first event of this name came.
    private long at(String name) {
        Optional<AppEvent> first = log.after(0).stream().filter(event -> event.name().equals(name)).findFirst();
        return Instant.parse(first.orElseThrow().at()).getEpochSecond();
    }
}
