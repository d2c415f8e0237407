package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults.InForce;
import io.gameday.target.Fidelity;
import io.gameday.target.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What a guard cannot answer, it withholds.
class GuardsTest {

    private static final Answer<List<InForce>> NONE = new Answer.Ok<>(List.of());

    private String text = "";

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("catalog", "az-power-loss.yaml"));
    }

    @Test
    void allOfThemGrantWhatIsInsideTheLimits() {
        assertThat(answers(plan("az1"), new Fidelity.Equal(), NONE)).containsExactly(
                new GuardAnswered("no fault of ours is in force", true, "the ledger names none"),
                new GuardAnswered("every fault can be injected here", true, "1 fault"),
                new GuardAnswered("the reach is inside the blast radius", true,
                        "1 of at most 1 zones, 1 cells (no limit), 1 tasks (no limit)"));
    }

    @Test
    void aLedgerThatCannotBeReadWithholds() {
        assertThat(answers(plan("az1"), new Fidelity.Equal(), new Answer.Failed<>("the agent is not there"))).contains(
                new GuardAnswered("no fault of ours is in force", false, "not known: the agent is not there"));
    }

    @Test
    void aFaultThatReachesNothingWithholds() {
        FaultPlan nothing = new FaultPlan(new Fault.ZonePowerLoss("az1"), List.of(), List.of(), List.of(), "u", "host");
        assertThat(answers(nothing, new Fidelity.Equal(), NONE)).contains(new GuardAnswered(
                "every fault can be injected here", false, "zone-power-loss would reach no task: zone az1 has none"));
    }

    @Test
    void aFaultThatIsUnsupportedHereWithholds() {
        assertThat(answers(plan("az1"), new Fidelity.Unsupported("no power to cut"), NONE)).contains(
                new GuardAnswered("every fault can be injected here", false, "zone-power-loss: no power to cut"));
    }

    @Test
    void aReachBeyondEachLimitWithholdsAndNamesTheField() {
        text = text.replace("zones: 1, customers", "zones: 0, cells: 0, tasks: 0, customers");
        assertThat(answers(plan("az1"), new Fidelity.Equal(), NONE)).contains(new GuardAnswered(
                "the reach is inside the blast radius", false, "1 zones, allowed 0, 1 cells, allowed 0, 1 tasks, "
                        + "allowed 0. Raise prepare.blastRadius or aim the steps at less"));
    }

    @Test
    void anExpectedAlarmMustBeInOkBeforeTheStart() {
        assertThat(Guards.alarmsReady(experiment(), Map.of("zone-impact zone az1", AlarmState.OK)).granted()).isTrue();
        assertThat(Guards.alarmsReady(experiment(), Map.of("zone-impact zone az1", AlarmState.INSUFFICIENT_DATA)))
                .isEqualTo(new GuardAnswered("every expected alarm is in OK", false,
                        "zone-impact zone az1 is INSUFFICIENT_DATA"));
        assertThat(Guards.alarmsReady(experiment(), Map.of()).reason()).isEqualTo("zone-impact zone az1 is not there");
    }

    private List<GuardAnswered> answers(FaultPlan plan, Fidelity fidelity, Answer<List<InForce>> inForce) {
        return Guards.beforeTraffic(experiment(), List.of(plan), p -> fidelity, inForce);
    }

    private Experiment experiment() {
        return ExperimentReader.read("x", "x.yaml", text).experiment().orElseThrow();
    }

    private static FaultPlan plan(String zone) {
        Task task = new Task("orders-0", "cell-1", zone, Task.State.HEALTHY, "", 3);
        return new FaultPlan(new Fault.ZonePowerLoss(zone), List.of("cell-1"), List.of(zone), List.of(task),
                "gameday recover", "host");
    }
}
