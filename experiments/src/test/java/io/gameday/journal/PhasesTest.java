package io.gameday.journal;

import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.gameday.journal.Phase.DETECT;
import static io.gameday.journal.Phase.LEARN;
import static io.gameday.journal.Phase.PREPARE;
import static io.gameday.journal.Phase.RESPOND;
import static org.assertj.core.api.Assertions.assertThat;

class PhasesTest {

    private final Phases phases = new Phases();

    @Test
    void aRunIsPreparedUntilTheFirstFaultIsInjected() {
        assertThat(after(started(1), new Event.GuardAnswered("g", true, ""), planned("f1"))).containsOnly(PREPARE);
        assertThat(after(injected("f1"))).containsExactly(DETECT);
    }

    @Test
    void detectEndsWhenEveryLineWithADeadlineIsDecided() {
        after(started(2), planned("f1"), injected("f1"));
        assertThat(after(judged(DETECT, true), judged(DETECT, false), judged(RESPOND, true))).containsExactly(DETECT,
                DETECT, DETECT);
        assertThat(after(judged(DETECT, true))).containsExactly(RESPOND);
    }

    @Test
    void withoutDeadlinesNothingWaitsForDetection() {
        after(started(0), planned("f1"));
        assertThat(after(injected("f1"))).containsExactly(RESPOND);
    }

    @Test
    void learnBeginsWhenTheLastPlannedFaultIsTakenAway() {
        after(started(0), planned("f1"), planned("f2"), injected("f1"));
        assertThat(after(reverted("f1"), injected("f2"), reverted("f2"))).containsExactly(RESPOND, RESPOND, LEARN);
    }

    @Test
    void afterAStopFaultsThatWereNeverInjectedAreNotWaitedFor() {
        after(started(1), planned("f1"), planned("f2"), injected("f1"));
        assertThat(after(new Event.StopRequested("Ctrl-C", "stopped"), reverted("f1"))).containsExactly(DETECT, LEARN);
    }

    @Test
    void aStopWaitsForEveryFaultThatIsInForce() {
        after(started(0), planned("f1"), planned("f2"), injected("f1"), injected("f2"));
        assertThat(after(new Event.StopConditionMet("availability", "42 %"), reverted("f2"), reverted("f1")))
                .containsExactly(RESPOND, RESPOND, LEARN);
    }

    @Test
    void aSecondFaultDoesNotBringDetectBack() {
        after(started(1), planned("f1"), planned("f2"), injected("f1"), judged(DETECT, true));
        assertThat(after(injected("f2"))).containsExactly(RESPOND);
    }

    @Test
    void aRunThatEndsBeforeAnyFaultHasNothingLeftButToLearn() {
        after(started(1), new Event.GuardAnswered("steady state", false, "no traffic"));
        assertThat(after(new Event.RunEnded(5, Verdict.UNKNOWN, "not started"))).containsExactly(LEARN);
        assertThat(phases.phase()).isEqualTo(LEARN);
    }

    private List<Phase> after(Event... events) {
        return List.of(events).stream().map(phases::after).toList();
    }

    private static Event started(int deadlines) {
        return new Event.RunStarted("e", "t", "h", TargetKind.SIMULATED, 1, "0.1.0", List.of("cell-1"), List.of("az1"),
                150, 40, 120, "", deadlines);
    }

    private static Event planned(String id) {
        return new Event.FaultPlanned(id, new Fault.ZonePowerLoss("az1"), Duration.ZERO, Duration.ofSeconds(40),
                List.of(), List.of(), List.of(), "equal", "", "");
    }

    private static Event injected(String id) {
        return new Event.FaultInjected(id, new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                Duration.ofSeconds(8));
    }

    private static Event reverted(String id) {
        return new Event.FaultReverted(id, "planned end", true, "");
    }

    private static Event judged(Phase phase, boolean deadline) {
        return new Event.PredictionJudged("p", phase, deadline, "", Verdict.HELD, "", "", "");
    }
}
