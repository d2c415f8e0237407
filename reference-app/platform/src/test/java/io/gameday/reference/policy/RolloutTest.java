package io.gameday.reference.policy;

import io.gameday.reference.policy.Action.DeploymentCompleted;
import io.gameday.reference.policy.Action.DeploymentStarted;
import io.gameday.reference.policy.Action.DeploymentStuck;
import io.gameday.reference.policy.Action.Start;
import io.gameday.reference.policy.Action.Stop;
import io.gameday.reference.policy.Action.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gameday.reference.policy.TaskState.ENDING;
import static io.gameday.reference.policy.TaskState.HEALTHY;
import static io.gameday.reference.policy.TaskState.STARTING;
import static io.gameday.reference.policy.TaskState.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

/// The scheduler while another revision is wanted than the tasks have.
class RolloutTest {

    private static final List<String> ZONES = List.of("az1", "az2", "az3");
    private static final String BAD = "2-errors";

    private final ServiceScheduler scheduler = new ServiceScheduler(ZONES, 3, true);
    private final List<Task> tasks = new ArrayList<>(
            List.of(task("az1", HEALTHY, "1"), task("az2", HEALTHY, "1"), task("az3", HEALTHY, "1")));
    private Optional<String> weighedAway = Optional.empty();
    private long now;

    @BeforeEach
    void steady() {
        scheduler.revision("1");
        assertThat(decide()).containsExactly(new Action.SteadyStateReached());
        pass(60);
    }

    @Test
    void zoneByZoneOneTaskIsStoppedAndOneStartedInItsPlace() {
        scheduler.revision(BAD);
        assertThat(decide()).containsExactly(new DeploymentStarted(BAD, Why.DEPLOYMENT), stop(0, Why.DEPLOYMENT));

        tasks.set(0, task("az1", ENDING, "1"));
        assertThat(decide()).as("its process still holds its slots").isEmpty();
        tasks.remove(0);
        assertThat(decide()).containsExactly(new Start("az1", Why.DEPLOYMENT));
        tasks.add(0, task("az1", STARTING, BAD));
        assertThat(decide()).as("not before the new one is healthy").isEmpty();

        tasks.set(0, task("az1", HEALTHY, BAD));
        assertThat(decide()).as("not before it has been so for a while").isEmpty();
        pass(5);
        assertThat(decide()).containsExactly(stop(1, Why.DEPLOYMENT));
    }

    @Test
    void itIsCompleteAndSteadyWhenAllHaveProvenThemselves() {
        scheduler.revision(BAD);
        decide();
        become(HEALTHY, BAD);
        tasks.set(2, task("az3", STARTING, BAD));
        assertThat(decide()).isEmpty();
        become(HEALTHY, BAD);
        assertThat(decide()).isEmpty();
        pass(5);
        assertThat(decide()).containsExactly(new DeploymentCompleted(BAD, Why.DEPLOYMENT),
                new Action.SteadyStateReached());
    }

    @Test
    void aNewTaskThatDoesNotBecomeHealthyHoldsTheRestBackAndIsToldAsStuckOnce() {
        scheduler.revision(BAD);
        decide();
        tasks.set(0, task("az1", STARTING, BAD));
        pass(29.9);
        assertThat(decide()).isEmpty();
        pass(0.1);
        assertThat(decide()).containsExactly(new DeploymentStuck(BAD, Why.DEPLOYMENT));
        pass(100);
        assertThat(decide()).isEmpty();

        tasks.set(0, task("az1", HEALTHY, BAD));
        decide();
        pass(5);
        assertThat(decide()).containsExactly(stop(1, Why.DEPLOYMENT));
    }

    @Test
    void aTaskThatCrashesSoonAfterItIsHealthyHoldsTheRestBack() {
        scheduler.revision(BAD);
        decide();
        for (int n = 0; n < 20; n++) {
            tasks.set(0, task("az1", STARTING, BAD));
            assertThat(decide()).doesNotHaveAnyElementsOfTypes(Stop.class);
            pass(4);
            tasks.set(0, task("az1", HEALTHY, BAD));
            assertThat(decide()).doesNotHaveAnyElementsOfTypes(Stop.class);
            pass(3);
        }
    }

    @Test
    void onTheWayBackNothingHasToProveItself() {
        become(HEALTHY, BAD);
        scheduler.revision("1");
        assertThat(decide()).containsExactly(new DeploymentStarted("1", Why.ROLLBACK), stop(0, Why.ROLLBACK));
        tasks.remove(0);
        assertThat(decide()).containsExactly(new Start("az1", Why.ROLLBACK));
        tasks.add(0, task("az1", HEALTHY, "1"));
        assertThat(decide()).containsExactly(stop(1, Why.ROLLBACK));
    }

    @Test
    void aRollbackInMidRolloutTakesTheUnhealthyNewTaskAwayAtOnce() {
        scheduler.revision(BAD);
        decide();
        tasks.set(0, task("az1", UNHEALTHY, BAD));
        scheduler.revision("1");
        assertThat(decide()).containsExactly(new DeploymentStarted("1", Why.ROLLBACK), stop(0, Why.ROLLBACK));
    }

    @Test
    void aRollbackBeforeTheFirstNewTaskStartsThatOneAsItWasAndIsComplete() {
        scheduler.revision(BAD);
        decide();
        tasks.remove(0);
        scheduler.revision("1");
        assertThat(decide()).containsExactly(new DeploymentStarted("1", Why.ROLLBACK), new Start("az1", Why.ROLLBACK));
        tasks.add(0, task("az1", HEALTHY, "1"));
        assertThat(decide()).containsExactly(new DeploymentCompleted("1", Why.ROLLBACK),
                new Action.SteadyStateReached());
    }

    @Test
    void whatServesNobodyIsReplacedAllAtOnce() {
        tasks.set(0, task("az1", STARTING, BAD));
        tasks.set(2, task("az3", UNHEALTHY, BAD));
        assertThat(decide()).contains(stop(0, Why.ROLLBACK), stop(2, Why.ROLLBACK));
        tasks.remove(2);
        tasks.remove(0);
        assertThat(decide()).containsExactly(new Start("az1", Why.ROLLBACK), new Start("az3", Why.ROLLBACK));
    }

    @Test
    void whereNoneIsHealthyTheyMayServeAfterAllAndAreReplacedOneByOne() {
        become(UNHEALTHY, BAD);
        assertThat(decide()).contains(stop(0, Why.ROLLBACK)).filteredOn(Stop.class::isInstance).hasSize(1);
        tasks.set(0, task("az1", ENDING, BAD));
        assertThat(decide()).doesNotHaveAnyElementsOfTypes(Stop.class);
        tasks.set(0, task("az1", STARTING, "1"));
        assertThat(decide()).doesNotHaveAnyElementsOfTypes(Stop.class);
        tasks.set(0, task("az1", HEALTHY, "1"));
        assertThat(decide()).containsExactly(stop(1, Why.ROLLBACK), stop(2, Why.ROLLBACK));
    }

    @Test
    void aCrashedTaskIsReplacedByOneInItsPlaceAndThenTheRolloutGoesOn() {
        scheduler.revision(BAD);
        decide();
        tasks.set(0, task("az1", HEALTHY, BAD));
        decide();
        Task lost = tasks.removeLast();
        pass(5);
        assertThat(decide()).contains(new Start("az3", Why.DEPLOYMENT)).doesNotHaveAnyElementsOfTypes(Stop.class);
        tasks.add(task("az3", HEALTHY, BAD));
        decide();
        pass(5);
        assertThat(decide()).containsExactly(stop(1, Why.DEPLOYMENT));
        assertThat(lost.revision()).isEqualTo("1");
    }

    @Test
    void aDeploymentLeavesTheWeighedAwayZoneAlone() {
        weighedAway = Optional.of("az1");
        scheduler.revision(BAD);
        assertThat(decide()).contains(stop(1, Why.DEPLOYMENT));
        tasks.set(1, task("az2", HEALTHY, BAD));
        tasks.set(2, task("az3", HEALTHY, BAD));
        decide();
        pass(5);
        assertThat(decide()).isEmpty();
    }

    @Test
    void aRollbackComesToTheWeighedAwayZoneLastBecauseTheBadRevisionMayBeWhatIsWrongThere() {
        become(HEALTHY, BAD);
        weighedAway = Optional.of("az1");
        scheduler.revision("1");
        assertThat(decide()).contains(stop(1, Why.ROLLBACK));
        tasks.set(1, task("az2", HEALTHY, "1"));
        assertThat(decide()).containsExactly(stop(2, Why.ROLLBACK));
        tasks.set(2, task("az3", HEALTHY, "1"));
        assertThat(decide()).containsExactly(stop(0, Why.ROLLBACK));
    }

    @Test
    void anotherRevisionIsNotMadeToWaitForTheFailedStartsOfTheLast() {
        scheduler.revision(BAD);
        decide();
        tasks.removeFirst();
        for (int n = 0; n < 4; n++) {
            scheduler.startFailed(now);
        }
        assertThat(decide()).isEmpty();
        scheduler.revision("1");
        assertThat(decide()).contains(new Start("az1", Why.ROLLBACK));
    }

    @Test
    void aLackOfSlotsElsewhereIsNotAskedForWhileAProcessEnds() {
        tasks.set(1, task("az2", ENDING, "1"));
        tasks.remove(2);
        assertThat(decide()).containsExactly(new Start("az3", Why.REPLACEMENT));
    }

    @Test
    void rebalancingStopsForADeployment() {
        tasks.set(2, task("az1", HEALTHY, "1"));
        assertThat(decide()).contains(new Start("az3", Why.REBALANCING));
        scheduler.revision(BAD);
        assertThat(decide()).contains(new Action.RebalancingStopped(), stop(0, Why.DEPLOYMENT));
    }

    @Test
    void withoutAWantedRevisionNothingIsReplaced() {
        ServiceScheduler beginning = new ServiceScheduler(ZONES, 3, true);
        become(STARTING, BAD);
        assertThat(beginning.decide(tasks, weighedAway, now)).isEmpty();
    }

    private List<Action> decide() {
        return scheduler.decide(List.copyOf(tasks), weighedAway, now);
    }

    private void pass(double seconds) {
        now += Math.round(seconds * 1e9);
    }

    private void become(TaskState state, String revision) {
        tasks.replaceAll(task -> task(task.zone(), state, revision));
    }

    private Stop stop(int index, Why why) {
        return new Stop(tasks.get(index), why);
    }

    private static Task task(String zone, TaskState state, String revision) {
        return new Task("orders-" + zone + "-" + revision, zone, state, revision);
    }
}
