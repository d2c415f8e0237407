package io.gameday.reference.simulated.seeded;

import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.observability.Scope;
import io.gameday.reference.simulated.seeded.Invariant.Look;
import io.gameday.target.Automation.Action;
import io.gameday.target.Automation.Actor;
import io.gameday.target.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// That what must hold would be seen broken.
class InvariantsTest {

    private static Task task(String id, String zone, Task.State state) {
        return new Task(id, "cell-1", zone, state, "", 2);
    }

    private static List<Task> healthy(String... ids) {
        return Stream.of(ids).map(id -> task(id, "az1", Task.State.HEALTHY)).toList();
    }

    private static Measurement request(String cell, @Nullable String instance) {
        Outcome outcome = instance == null ? Outcome.FAILED : Outcome.USEFUL;
        return new Measurement(Observer.CUSTOMER, cell, instance == null ? null : "az1", instance, "c-01", outcome,
                Duration.ofMillis(90));
    }

    private static Look look(int second, List<Task> tasks, List<Measurement> requests, String... texts) {
        return new Look(second, tasks, requests,
                Stream.of(texts).map(text -> new Action(Actor.AUTOMATION, "rebalancing",
                        new Scope.CellZone("cell-1", "az1"), text, Instant.EPOCH)).toList(),
                Map.of("cell-1", 3), Set.of());
    }

    private static Action deployment(String cell, String zone, String text) {
        return new Action(Actor.AUTOMATION, "deployment", zone.isEmpty() ? Scope.SITE : new Scope.CellZone(cell, zone),
                text, Instant.EPOCH);
    }

    private static Look told(Action... actions) {
        return new Look(0, List.of(), List.of(), List.of(actions), Map.of(), Set.of());
    }

    @Test
    void aCustomerWhoseOrderGoesToAnotherCellIsSeen() {
        Invariant invariant = new Invariants.SameCell();

        assertThat(invariant.broken(look(0, List.of(), List.of(request("cell-1", "orders-1"))))).isEmpty();
        assertThat(invariant.broken(look(1, List.of(), List.of(request("cell-2", "orders-4")))))
                .contains("c-01 went from cell-1 to cell-2");
    }

    @Test
    void aRouterThatAsksNobodyWhileATaskIsHealthyIsSeen() {
        Invariant invariant = new Invariants.SomebodyAsked();
        Optional<String> broken = Optional.empty();
        for (int second = 0; second < 10 && broken.isEmpty(); second++) {
            broken = invariant.broken(look(second, healthy("orders-1"), List.of(request("cell-1", null))));
        }

        assertThat(broken).contains("nobody was asked for c-01 in cell-1, and tasks are healthy");
    }

    @Test
    void aRouterThatAsksNobodyWhenNobodyIsHealthyDoesRight() {
        Invariant invariant = new Invariants.SomebodyAsked();
        List<Task> ill = List.of(task("orders-1", "az1", Task.State.UNHEALTHY));

        assertThat(Stream.iterate(0, second -> second + 1).limit(10)
                .map(second -> invariant.broken(look(second, ill, List.of(request("cell-1", null))))))
                .containsOnly(Optional.empty());
    }

    @Test
    void aRebalanceThatStopsBeforeAnotherTaskIsHealthyIsSeen() {
        String stop = "(service cell-1) has stopped 1 running tasks in az1 due to AZ rebalancing: (task orders-1).";
        Invariant invariant = new EnoughHealthy(EnoughHealthy.By.REBALANCE);
        invariant.broken(look(0, healthy("orders-1", "orders-2", "orders-3"), List.of()));

        assertThat(invariant.broken(look(1, healthy("orders-2", "orders-3"), List.of(), stop)))
                .contains(stop + " leaves 2 healthy in cell-1; at least 3 are to be");
    }

    @Test
    void aRebalanceThatStartsFirstDoesRight() {
        Invariant invariant = new EnoughHealthy(EnoughHealthy.By.REBALANCE);
        invariant.broken(look(0, healthy("orders-1", "orders-2", "orders-3"), List.of()));
        invariant.broken(look(1, healthy("orders-1", "orders-2", "orders-3", "orders-4"), List.of()));

        assertThat(invariant.broken(look(2, healthy("orders-2", "orders-3", "orders-4"), List.of(),
                "(service cell-1) has stopped 1 running tasks in az1 due to AZ rebalancing: (task orders-1).")))
                .isEmpty();
    }

    @Test
    void aRolloutThatLeavesFewerThanItsMinimumIsSeenAndOneThatLeavesItIsNot() {
        Action stop = deployment("cell-1", "az1",
                "(service orders-cell-1) has stopped 1 running tasks: (task orders-1).");
        Look before = new Look(0, healthy("orders-1", "orders-2"), List.of(), List.of(), Map.of("cell-1", 3), Set.of());
        Invariant invariant = new EnoughHealthy(EnoughHealthy.By.ROLLOUT);
        invariant.broken(before);

        assertThat(invariant
                .broken(new Look(1, healthy("orders-2"), List.of(), List.of(stop), Map.of("cell-1", 3), Set.of())))
                .contains(stop.text() + " leaves 1 healthy in cell-1; at least 2 are to be");
        invariant.broken(new Look(2, healthy("orders-1", "orders-2", "orders-3"), List.of(), List.of(),
                Map.of("cell-1", 3), Set.of()));
        assertThat(invariant.broken(
                new Look(3, healthy("orders-2", "orders-3"), List.of(), List.of(stop), Map.of("cell-1", 3), Set.of())))
                .isEmpty();
    }

    @Test
    void whatNobodyLookedAtWhileTheControlPlaneWasDownIsNotTakenForHealthy() {
        Action stop = deployment("cell-1", "az1",
                "(service orders-cell-1) has stopped 1 running tasks: (task orders-1).");
        Invariant invariant = new EnoughHealthy(EnoughHealthy.By.ROLLOUT);
        invariant.broken(
                new Look(0, healthy("orders-1", "orders-2"), List.of(), List.of(), Map.of("cell-1", 3), Set.of()));

        assertThat(invariant.broken(
                new Look(1, healthy("orders-2"), List.of(), List.of(stop), Map.of("cell-1", 3), Set.of("cell-1"))))
                .isEmpty();
    }

    @Test
    void twoUnitsThatAreDeployedToInTheFirstWaveAreSeenAndInTheThirdAreNot() {
        Action begins = deployment("", "", "(deployment 2-errors) in progress: 6 units in 3 waves.");
        Action one = deployment("cell-1", "az1",
                "(service orders-cell-1) has stopped 1 running tasks: (task orders-1).");
        Action two = deployment("cell-2", "az1",
                "(service orders-cell-2) has stopped 1 running tasks: (task orders-4).");

        assertThat(new OneUnitAtATime().broken(told(begins, one, two))).get().asString().contains("orders-4")
                .contains("only the unit");
        assertThat(new OneUnitAtATime().broken(told(begins, one,
                deployment("", "", "(deployment 2-errors) wave 1 of 3 is well: cell-1 in az1."), two))).get().asString()
                .contains("only the cell");
        assertThat(new OneUnitAtATime().broken(
                told(begins, one, deployment("", "", "(deployment 2-errors) wave 1 of 3 is well: cell-1 in az1."),
                        deployment("", "", "(deployment 2-errors) wave 2 of 3 is well: 2 units."), two)))
                .isEmpty();
        assertThat(new OneUnitAtATime()
                .broken(told(deployment("", "", "(deployment 2-errors) in progress: 6 units in 1 waves."), one, two)))
                .isEmpty();
    }
}
