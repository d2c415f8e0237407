package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DarkJudgementTest {

    private static final Fault POWER = new Fault.ZonePowerLoss("az1");
    private static final Fault CRASH = new Fault.TaskCrash("cell-1", "az1");
    private static final ProcessIdentity LIVING = new ProcessIdentity(1, 1, "boot");
    private static final Sight TASK = new Sight.Answers(200, "{}", Duration.ofMillis(5));
    private static final Sight REFUSES = new Sight.Refuses();
    private static final Sight SILENT = new Sight.Silent("within 800 ms", Duration.ofMillis(800));
    private static final Reach REACH = new Reach(
            List.of(new Reach.Machine("az1", "m1", true), new Reach.Machine("az2", "m2", true)),
            List.of(place("t1", "az1", true), place("t2", "az2", false)));

    private static Reach.Place place(String task, String zone, boolean planned) {
        return new Reach.Place(task, zone, task, planned, true, LIVING);
    }

    private static Sight machine(String zone) {
        return new Sight.Answers(200, "{\"zone\":\"" + zone + "\"}", Duration.ofMillis(1));
    }

    private static Map<String, Sight> allIsWell() {
        return new HashMap<>(Map.of("m1", machine("az1"), "m2", machine("az2"), "t1", TASK, "t2", TASK));
    }

    private static Observation judge(Fault fault, Presence wanted, boolean processLives, Map<String, Sight> changes) {
        return judge(Suspects.NONE_EXCUSED, fault, wanted, processLives, changes);
    }

    private static Observation judge(Suspects suspects, Fault fault, Presence wanted, boolean processLives,
            Map<String, Sight> changes) {
        Map<String, Sight> sights = allIsWell();
        sights.putAll(changes);
        DarkJudgement judgement = new DarkJudgement(new Scene("az1", REACH, suspects, wanted, process -> processLives));
        Look look = new Look(sights);
        Finding finding = switch (fault) {
            case Fault.ZonePowerLoss(String zone) -> judgement.power(zone, look);
            case Fault.ZonePartition(String zone) -> judgement.partition(zone, look);
            case Fault.TaskCrash(String cell, String zone) -> judgement.crash(cell, zone, look);
            case Fault.TaskHang(String cell, String zone) -> judgement.hang(cell, zone, look);
            default -> throw new IllegalArgumentException(fault.kind());
        };
        return finding.observation(finding.strangers());
    }

    @Test
    void aDarkMachineAndNoAnsweringTaskBite() {
        assertThat(judge(POWER, Presence.BITES, false, Map.of("m1", REFUSES, "t1", REFUSES)).presence())
                .isEqualTo(Presence.BITES);
    }

    @Test
    void aTaskThatStillAnswersInADarkZoneIsMixed() {
        assertThat(judge(POWER, Presence.BITES, true, Map.of("m1", REFUSES)).presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aMachineThatOnlyKeepsSilentIsNotDark() {
        assertThat(judge(POWER, Presence.BITES, false, Map.of("m1", SILENT, "t1", REFUSES)).presence())
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aZoneWhereAllAnswersIsNotHit() {
        assertThat(judge(POWER, Presence.BITES, true, Map.of()).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void aMachineThatAnswersAgainIsEnoughAfterTheRevert() {
        assertThat(judge(POWER, Presence.GONE, false, Map.of("t1", REFUSES)).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void aMachineThatNamesAnotherZoneProvesNothing() {
        assertThat(judge(POWER, Presence.GONE, false, Map.of("m1", machine("az2"))).presence())
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void whatStoppedOutsideTheReachIsNamed() {
        Observation seen = judge(POWER, Presence.BITES, false, Map.of("m1", REFUSES, "t1", REFUSES, "t2", REFUSES));
        assertThat(seen).isEqualTo(new Observation(Presence.UNKNOWN, "machine and tasks of az1",
                "machine refuses connections, 0 of 1 tasks answer; hit outside the plan: planned az1, but t2 in az2 "
                        + "no longer answers",
                "machine refuses connections, 0 of 1 tasks answer, nothing outside az1 hit"));
    }

    @Test
    void whatAnotherFaultOfOursHitIsExcused() {
        assertThat(judge(new Suspects(Set.of("az2"), Set.of()), POWER, Presence.BITES, false,
                Map.of("m1", REFUSES, "t1", REFUSES, "m2", REFUSES, "t2", REFUSES)).presence())
                .isEqualTo(Presence.BITES);
    }

    @Test
    void aTaskThatStoppedElsewhereLaterDoesNotKeepAFaultInForce() {
        assertThat(judge(POWER, Presence.GONE, false, Map.of("t2", REFUSES)).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void aCrashBitesWhenTheTaskRefusesAndItsProcessEnded() {
        assertThat(judge(CRASH, Presence.BITES, false, Map.of("t1", REFUSES)).presence()).isEqualTo(Presence.BITES);
    }

    @Test
    void aCrashWhoseProcessLivesIsMixed() {
        assertThat(judge(CRASH, Presence.BITES, true, Map.of("t1", REFUSES)).presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(judge(CRASH, Presence.GONE, true, Map.of("t1", REFUSES)).presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aCrashThatItsHostHasMadeGoodAlreadyDidBite() {
        Observation seen = judge(CRASH, Presence.BITES, false, Map.of());
        assertThat(seen.presence()).isEqualTo(Presence.BITES);
        assertThat(seen.value()).isEqualTo("1 of 1, 1 of their processes ended");
        assertThat(judge(CRASH, Presence.GONE, false, Map.of()).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void afterACrashNothingIsLeftInForce() {
        assertThat(judge(CRASH, Presence.GONE, false, Map.of("t1", REFUSES)).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void aTaskThatNeverCrashedWasNotHit() {
        assertThat(judge(CRASH, Presence.BITES, true, Map.of()).presence()).isEqualTo(Presence.GONE);
    }

    private static final Fault PARTITION = new Fault.ZonePartition("az1");
    private static final Fault HANG = new Fault.TaskHang("cell-1", "az1");
    private static final Sight BREAKS_OFF = new Sight.BreaksOff("closed");

    @Test
    void aZoneThatKeepsSilentIsCutOff() {
        assertThat(judge(PARTITION, Presence.BITES, true, Map.of("m1", SILENT, "t1", SILENT)).presence())
                .isEqualTo(Presence.BITES);
        assertThat(judge(PARTITION, Presence.BITES, true, Map.of("m1", SILENT)).presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aZoneWhereAllMerelyRefusesIsDeadAndNotCutOff() {
        assertThat(judge(PARTITION, Presence.BITES, false, Map.of("m1", REFUSES, "t1", REFUSES)).presence())
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aZoneIsBackWhenItsMachineAnswersAndNoTaskIsSilent() {
        assertThat(judge(PARTITION, Presence.GONE, false, Map.of("t1", REFUSES)).presence()).isEqualTo(Presence.GONE);
        assertThat(judge(PARTITION, Presence.GONE, true, Map.of("t1", SILENT)).presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void anotherZoneThatIsCutOffIsNamed() {
        assertThat(judge(PARTITION, Presence.BITES, true, Map.of("m1", SILENT, "t1", SILENT, "m2", SILENT)).value())
                .contains("planned az1, but machine of az2 no longer answers");
    }

    @Test
    void aTaskHangsWhenItIsSilentAndItsProcessLives() {
        assertThat(judge(HANG, Presence.BITES, true, Map.of("t1", SILENT)).presence()).isEqualTo(Presence.BITES);
        assertThat(judge(HANG, Presence.BITES, false, Map.of("t1", SILENT)).presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(judge(HANG, Presence.BITES, true, Map.of()).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void aHangIsGoneWhenTheTaskAnswersOrEnded() {
        assertThat(judge(HANG, Presence.GONE, true, Map.of()).presence()).isEqualTo(Presence.GONE);
        assertThat(judge(HANG, Presence.GONE, false, Map.of("t1", REFUSES)).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void aTaskThatDidNotAnswerBeforeMayBeTheOneThatHangs() {
        Reach.Place silent = place("t1", "az1", true).answered(false);
        Scene scene = new Scene("az1", REACH.with(List.of(silent)), Suspects.NONE_EXCUSED, Presence.GONE,
                process -> true);
        DarkJudgement judgement = new DarkJudgement(scene);
        assertThat(judgement.hang("cell-1", "az1", new Look(Map.of("t1", SILENT))).gone()).isFalse();
        assertThat(judgement.hang("cell-1", "az1", new Look(Map.of("t1", TASK))).gone()).isTrue();
    }

    @Test
    void whereThereIsNobodyToLookAtAHangIsNotProvenGone() {
        Scene scene = new Scene("az1", REACH.with(List.of()), Suspects.NONE_EXCUSED, Presence.GONE, process -> true);
        assertThat(new DarkJudgement(scene).hang("cell-1", "az1", new Look(Map.of())).gone()).isFalse();
    }

    @Test
    void aTaskElsewhereThatHangsTooIsNamed() {
        assertThat(judge(HANG, Presence.BITES, true, Map.of("t1", SILENT, "t2", SILENT)).value())
                .contains("planned az1, but t2 in az2 no longer answers");
    }

    @Test
    void aDeadTaskForWhichALinkStillAcceptsHasCrashed() {
        assertThat(judge(CRASH, Presence.BITES, false, Map.of("t1", BREAKS_OFF)).presence()).isEqualTo(Presence.BITES);
        assertThat(judge(CRASH, Presence.BITES, true, Map.of("t1", BREAKS_OFF)).presence()).isEqualTo(Presence.UNKNOWN);
    }
}
