package io.gameday.reference.simulated.seeded;

import io.gameday.reference.AppConfig;
import io.gameday.reference.simulated.SimulatedApp;
import io.gameday.target.Answer;
import io.gameday.target.Automation.Action;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Faults.Injected;
import io.gameday.target.Faults.Reverted;
import io.gameday.target.Task;
import io.gameday.target.Traffic;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What happens when things go wrong again and again, or two at once.
class BadLuckTest {

    private final List<Action> actions = new ArrayList<>();
    private final App app = app();
    private final Faults faults = app.target().faults().get().orElseThrow();

    private App app() {
        VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
        var released = SimulatedApp.released(AppConfig.standard(2, 3, 150, 60, 7, "/not-used"), clock,
                new SplittableRandom(7));
        released.target().automation().get().orElseThrow().follow(actions::add);
        App begun = new App(clock, released.target(), released.release());
        begun.<Traffic.Started>ask(reply -> released.target().traffic().get().orElseThrow()
                .start(new Traffic.Plan(12, 60, Duration.ofSeconds(1), Duration.ofSeconds(1)), reply));
        seconds(begun, 5);
        return begun;
    }

    private static void seconds(App app, int count) {
        app.clock().advance(Duration.ofSeconds(count));
    }

    private void inject(String id, Fault fault) {
        Answer<FaultPlan> planned = app.ask(reply -> faults.plan(fault, reply));
        assertThat(planned).isInstanceOf(Answer.Ok.class);
        if (planned instanceof Answer.Ok<FaultPlan>(FaultPlan plan)) {
            assertThat(app.<Injected>ask(
                    reply -> faults.inject(id, plan, Duration.ofMinutes(3), Duration.ofMinutes(2), reply)))
                    .isInstanceOf(Answer.Ok.class);
        }
    }

    private void revert(String id) {
        assertThat(app.<Reverted>ask(reply -> faults.revert(id, reply))).isInstanceOf(Answer.Ok.class);
    }

    private long told(String name, String text) {
        return actions.stream().filter(action -> action.name().equals(name) && action.text().contains(text)).count();
    }

    private long starts() {
        return actions.stream().filter(action -> action.text().contains("has started 1 tasks")).count();
    }

    private long healthy() {
        return app.<List<Task>>ask(app.target().topology()::tasks) instanceof Answer.Ok<List<Task>>(List<Task> tasks)
                ? tasks.stream().filter(task -> task.state() == Task.State.HEALTHY).count()
                : 0;
    }

    @Test
    void aZoneThatFailsAndReturnsEveryFewSecondsIsNotChasedWithoutBound() {
        int flaps = 10;
        for (int flap = 1; flap <= flaps; flap++) {
            inject("f" + flap, new Fault.ZonePowerLoss("az1"));
            seconds(app, 3);
            revert("f" + flap);
            seconds(app, 3);
        }
        seconds(app, 60);

        // Two tasks are lost with a flap at most, and come back once; the spread is evened out when it is over.
        assertThat(starts()).isLessThanOrEqualTo(2 * flaps + 4);
        assertThat(told("weigh-away", "is impaired")).isBetween(1L, flaps / 2L);
        assertThat(healthy()).isEqualTo(6);
    }

    @Test
    void aRevisionThatNeverGetsHealthyIsGivenUpAfterThreeStartsAndThatIsSaid() {
        inject("f1", new Fault.BadDeploy("every-cell", "unhealthy"));
        seconds(app, 120);

        assertThat(told("deployment-rollback", "failed by deployment circuit breaker: 3 tasks in a row")).isEqualTo(1);
        // Three of the wrong revision, and the one that takes their place.
        assertThat(starts()).isLessThanOrEqualTo(5);
        assertThat(healthy()).isEqualTo(6);
    }

    @Test
    void aDeploymentWaitsForAUnitInAZoneThatHasFailedAndGoesOnWhenItReturns() {
        inject("f1", new Fault.ZonePowerLoss("az1"));
        seconds(app, 5);
        String released = app.release().apply(app.target().topology().cells());
        seconds(app, 20);

        assertThat(told("deployment", "(deployment " + released + ") waits for cell-1 in az1: no task has been there"))
                .isEqualTo(1);
        assertThat(told("deployment", "has stopped")).as("no other unit goes before it").isZero();
        revert("f1");
        seconds(app, 180);
        assertThat(told("deployment", "(deployment " + released + ") completed in cell-1, cell-2.")).isEqualTo(1);
        assertThat(healthy()).isEqualTo(6);
    }

    @Test
    void aCellWhoseControlPlaneDiesInMidRolloutIsRolledBackOnceItIsThereAgain() {
        inject("f1", new Fault.BadDeploy("cell-1", "unhealthy"));
        seconds(app, 3);
        inject("f2", new Fault.ControlPlaneDown("cell-1"));
        seconds(app, 20);
        revert("f2");
        seconds(app, 90);

        assertThat(told("deployment", "in progress: ")).isEqualTo(1);
        assertThat(told("deployment-rollback", "failed by deployment circuit breaker")).isEqualTo(1);
        assertThat(healthy()).isEqualTo(6);
    }
}
