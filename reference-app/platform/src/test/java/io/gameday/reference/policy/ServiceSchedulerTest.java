package io.gameday.reference.policy;

import io.gameday.reference.policy.Action.Start;
import io.gameday.reference.policy.Action.Stop;
import io.gameday.reference.policy.Action.Unplaceable;
import io.gameday.reference.policy.Action.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gameday.reference.policy.TaskState.HEALTHY;
import static io.gameday.reference.policy.TaskState.STARTING;
import static io.gameday.reference.policy.TaskState.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

class ServiceSchedulerTest {

    private static final List<String> ZONES = List.of("az1", "az2", "az3");
    private static final Task A = healthy("orders-1", "az1");
    private static final Task B = healthy("orders-2", "az2");
    private static final Task C = healthy("orders-3", "az3");

    private final ServiceScheduler scheduler = new ServiceScheduler(ZONES, 3, true);
    private long now;

    @Test
    void anEmptyHostGetsOneTaskPerZoneAtOnce() {
        assertThat(decide()).containsExactly(new Start("az1", Why.SCALE_OUT), new Start("az2", Why.SCALE_OUT),
                new Start("az3", Why.SCALE_OUT));
    }

    @Test
    void steadyStateIsToldOncePerEntering() {
        assertThat(decide(A, B, C)).containsExactly(new Action.SteadyStateReached());
        assertThat(decide(A, B, C)).isEmpty();
        assertThat(decide(A, B)).containsExactly(new Start("az3", Why.REPLACEMENT));
        assertThat(decide(A, B, starting("az3"))).isEmpty();
        assertThat(decide(A, B, C)).containsExactly(new Action.SteadyStateReached());
    }

    @Test
    void tasksOfAnEarlierControlPlaneAreTakenOver() {
        assertThat(decide(starting("az1"), starting("az2"), starting("az3"))).isEmpty();
    }

    @Test
    void whatAnEarlierControlPlaneLostIsReplaced() {
        assertThat(decide(A, B)).containsExactly(new Start("az3", Why.REPLACEMENT));
    }

    @Test
    void aZoneThatItsRevisionLeavesIsEmptiedAndNothingIsStartedInItsPlace() {
        decide(A, B, C);
        scheduler.revisions(
                Map.of("az1", Wanted.only("2-without-az1"), "az2", Wanted.only("1"), "az3", Wanted.only("1")));
        assertThat(decide(A, B, C)).containsExactly(new Stop(A, Why.DEPLOYMENT));
        assertThat(decide(B, C)).isEmpty();
        assertThat(decide(B)).as("what is lost elsewhere is replaced elsewhere")
                .containsExactly(new Start("az3", Why.REPLACEMENT));
    }

    @Test
    void aZoneThatNoOtherTaskCanStandInForIsNotEmptied() {
        decide(A, B, C);
        scheduler.revisions(
                Map.of("az1", Wanted.only("2-without-az1"), "az2", Wanted.only("1"), "az3", Wanted.only("1")));
        assertThat(decide(A, starting("az2"), starting("az3"))).isEmpty();
    }

    @Test
    void aReplacementAvoidsTheWeighedAwayZone() {
        decide(A, B, C);
        assertThat(decide(Optional.of("az1"), B, C)).containsExactly(new Start("az2", Why.REPLACEMENT));
    }

    @Test
    void placementFailuresAreRetriedAfterOneTwoFourAndEightSeconds() {
        decide(A, B, C);
        for (int seconds : new int[]{1, 2, 4, 8, 8}) {
            for (String zone : ZONES) {
                assertThat(decide(B, C)).hasOnlyElementsOfType(Start.class).hasSize(1);
                scheduler.refused(zone);
            }
            assertThat(decide(B, C)).containsExactly(new Unplaceable("no zone takes a task: az1, az2, az3 refused"));
            pass(seconds - 0.001);
            assertThat(decide(B, C)).isEmpty();
            pass(0.001);
        }
    }

    @Test
    void theEndOfAWeighAwayEndsTheWait() {
        decide(A, B, C);
        Optional<String> az1 = Optional.of("az1");
        assertThat(decide(az1, B, C)).containsExactly(new Start("az2", Why.REPLACEMENT));
        scheduler.refused("az2");
        assertThat(decide(az1, B, C)).containsExactly(new Start("az3", Why.REPLACEMENT));
        scheduler.refused("az3");
        assertThat(decide(az1, B, C))
                .containsExactly(new Unplaceable("no zone takes a task: az2, az3 refused, az1 is weighed away"));
        assertThat(decide(az1, B, C)).isEmpty();

        assertThat(decide(B, C)).containsExactly(new Start("az1", Why.REPLACEMENT));
    }

    @Test
    void aTaskThatStopsBeforeItWasHealthyIsStartedAgainEverMoreSlowly() {
        decide(A, B, C);
        for (int seconds : new int[]{1, 2, 4, 8}) {
            scheduler.startFailed(now);
            pass(seconds - 0.5);
            assertThat(decide(B, C)).isEmpty();
            pass(0.5);
            assertThat(decide(B, C)).containsExactly(new Start("az1", Why.REPLACEMENT));
        }
    }

    @Test
    void anUnhealthyTaskIsStoppedOnlyWhenItsReplacementIsHealthy() {
        decide(A, B, C);
        Task hung = unhealthy("orders-1", "az1");
        assertThat(decide(hung, B, C)).containsExactly(new Start("az1", Why.REPLACEMENT));
        assertThat(decide(hung, B, C, starting("az1"))).isEmpty();
        assertThat(decide(hung, B, C, healthy("orders-4", "az1"))).containsExactly(new Stop(hung, Why.REPLACEMENT));
    }

    @Test
    void whereNothingHasRoomAnUnhealthyTaskMakesIt() {
        decide(A, B, C);
        Task hung = unhealthy("orders-1", "az1");
        ZONES.forEach(scheduler::refused);
        assertThat(decide(hung, B, C)).contains(new Stop(hung, Why.REPLACEMENT));
        assertThat(decide(B, C)).containsExactly(new Start("az1", Why.REPLACEMENT));
    }

    @Test
    void whenEveryTaskLooksUnhealthyNoneIsStopped() {
        ZONES.forEach(scheduler::refused);
        assertThat(decide(unhealthy("orders-1", "az1"), unhealthy("orders-2", "az2"), unhealthy("orders-3", "az3")))
                .hasOnlyElementsOfType(Unplaceable.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'2,1,0', az3, az1", "'0,2,1', az1, az2", "'3,2,1', az3, az1"})
    void anUnevenServiceIsEvenedOutStartBeforeStop(String spread, String start, String stop) {
        List<Task> tasks = spread(spread);
        ServiceScheduler uneven = new ServiceScheduler(ZONES, tasks.size(), true);
        assertThat(uneven.decide(tasks, Optional.empty(), now)).contains(new Start(start, Why.REBALANCING));

        var more = new java.util.ArrayList<>(tasks);
        more.add(starting(start));
        assertThat(uneven.decide(more, Optional.empty(), now)).isEmpty();

        more.set(tasks.size(), healthy("orders-9", start));
        assertThat(uneven.decide(more, Optional.empty(), now)).singleElement().isInstanceOfSatisfying(Stop.class, s -> {
            assertThat(s.task().zone()).isEqualTo(stop);
            assertThat(s.why()).isEqualTo(Why.REBALANCING);
        });
    }

    @Test
    void rebalancingTellsItsBeginningAndItsEnd() {
        List<Task> tasks = spread("2,1,0");
        assertThat(scheduler.decide(tasks, Optional.empty(), now)).containsExactly(new Action.SteadyStateReached(),
                new Action.RebalancingStarted(Map.of("az1", 2, "az2", 1, "az3", 0)), new Start("az3", Why.REBALANCING));
        assertThat(decide(A, B, C)).containsExactly(new Action.SteadyStateReached(),
                new Action.RebalancingCompleted(Map.of("az1", 1, "az2", 1, "az3", 1)));
    }

    @Test
    void aWeighAwayStopsRebalancing() {
        scheduler.decide(spread("2,1,0"), Optional.empty(), now);
        assertThat(scheduler.decide(spread("2,1,0"), Optional.of("az3"), now)).contains(new Action.RebalancingStopped())
                .doesNotHaveAnyElementsOfTypes(Start.class, Stop.class);
    }

    @Test
    void withoutRebalancingAnUnevenServiceStaysSo() {
        ServiceScheduler off = new ServiceScheduler(ZONES, 3, false);
        assertThat(off.decide(spread("2,1,0"), Optional.empty(), now)).containsExactly(new Action.SteadyStateReached());
    }

    @Test
    void fourOverThreeZonesAreEven() {
        scheduler.desired(4);
        assertThat(scheduler.decide(spread("2,1,1"), Optional.empty(), now))
                .containsExactly(new Action.SteadyStateReached());
    }

    @Test
    void aLoweredCountStopsTheNewestOfTheFullestZone() {
        List<Task> tasks = spread("1,2,1");
        scheduler.desired(3);
        assertThat(scheduler.decide(tasks, Optional.empty(), now))
                .containsExactly(new Stop(tasks.get(2), Why.SCALE_IN));
    }

    private List<Action> decide(Task... tasks) {
        return decide(Optional.empty(), tasks);
    }

    private List<Action> decide(Optional<String> weighedAway, Task... tasks) {
        return scheduler.decide(List.of(tasks), weighedAway, now);
    }

    private void pass(double seconds) {
        now += Math.round(seconds * 1e9);
    }

    private static Task starting(String zone) {
        return new Task("pending", zone, STARTING, "1");
    }

    private static Task healthy(String id, String zone) {
        return new Task(id, zone, HEALTHY, "1");
    }

    private static Task unhealthy(String id, String zone) {
        return new Task(id, zone, UNHEALTHY, "1");
    }

    private static List<Task> spread(String counts) {
        var tasks = new java.util.ArrayList<Task>();
        String[] each = counts.split(",");
        for (int zone = 0; zone < each.length; zone++) {
            for (int n = 0; n < Integer.parseInt(each[zone]); n++) {
                tasks.add(healthy("orders-" + (tasks.size() + 1), ZONES.get(zone)));
            }
        }
        return tasks;
    }
}
