package io.gameday.agent.prober;

import io.gameday.agent.ledger.Calm;
import io.gameday.agent.ledger.Reach;
import io.gameday.target.Observation.Presence;
import io.gameday.target.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gameday.agent.prober.Stage.presence;
import static io.gameday.agent.prober.Stage.scene;
import static io.gameday.agent.prober.Stage.served;
import static org.assertj.core.api.Assertions.assertThat;

/// What control plane and router show.
class PlatformLooksTest {

    private static final Sight OK = new Sight.Answers(200, "{}", Duration.ofMillis(5));
    private static final Sight UNAVAILABLE = new Sight.Answers(503, "{}", Duration.ofMillis(5));

    private static Presence plane(Sight own, Sight other) {
        return presence(
                new ControlPlaneJudgement(scene(Presence.BITES), "cell-1").of(Map.of("cell-1", own, "cell-2", other)));
    }

    @Test
    void aControlPlaneIsDownWhenItAnswersForItsCellNoMore() {
        assertThat(plane(UNAVAILABLE, OK)).isEqualTo(Presence.BITES);
        assertThat(plane(Stage.REFUSES, OK)).isEqualTo(Presence.BITES);
        assertThat(plane(OK, OK)).isEqualTo(Presence.GONE);
    }

    @Test
    void thatOfAnotherCellMustGoOn() {
        assertThat(plane(UNAVAILABLE, UNAVAILABLE)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aPathThatNobodyKnowsIsNoProof() {
        assertThat(plane(new Sight.Answers(404, "{}", Duration.ZERO), OK)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aControlPlaneThatWeCouldNotEvenAskIsNotDown() {
        assertThat(plane(new Sight.Silent("too many open files", Duration.ZERO), OK)).isEqualTo(Presence.UNKNOWN);
        assertThat(plane(Stage.waited(1000), OK)).isEqualTo(Presence.BITES);
    }

    private static Task task(String id) {
        return new Task(id, "cell-1", "az1", Task.State.HEALTHY, id, 3);
    }

    private static Presence deploy(Presence wanted, String defect, List<Task> now, Map<String, List<Sight>> seen) {
        return presence(new DeployJudgement(scene(wanted), "cell-1", defect).of(now, new Samples(seen)));
    }

    @Test
    void oneTaskWithAnotherRevisionShowsADeployment() {
        List<Task> now = List.of(task("t1"), task("t4"));
        Map<String, List<Sight>> mixed = Map.of("t1", List.of(served(90, "available", "1")), "t4",
                List.of(served(90, "available", "2-slow")));
        assertThat(deploy(Presence.BITES, "slow", now, mixed)).isEqualTo(Presence.BITES);
        assertThat(deploy(Presence.GONE, "slow", now, mixed)).isNotEqualTo(Presence.GONE);
    }

    @Test
    void itIsGoneWhenAllThatAnswerServeTheOneOfBefore() {
        Map<String, List<Sight>> old = Map.of("t1", List.of(served(90)), "t5", List.of(served(90)));
        assertThat(deploy(Presence.GONE, "slow", List.of(task("t1"), task("t5")), old)).isEqualTo(Presence.GONE);
        assertThat(deploy(Presence.GONE, "slow", List.of(task("t1")), Map.of())).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aRevisionThatCrashesShowsByTasksThatStartedSince() {
        List<Task> now = List.of(task("t1"), task("t4"));
        Map<String, List<Sight>> old = Map.of("t1", List.of(served(90)));
        assertThat(deploy(Presence.BITES, "crash", now, old)).isEqualTo(Presence.BITES);
        assertThat(deploy(Presence.BITES, "slow", now, old)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void anotherCellWithAnotherRevisionIsNamed() {
        assertThat(deploy(Presence.BITES, "slow", List.of(task("t1")),
                Map.of("t1", List.of(served(90, "available", "2")), "t3", List.of(served(90, "available", "2")))))
                .isEqualTo(Presence.UNKNOWN);
    }

    @ParameterizedTest(name = "{0} of {1} answers with revision {2}: {3}")
    @CsvSource({"t8, cell-2, 2-slow, UNKNOWN", "t8, cell-2, 1, GONE", "t8, cell-9, 2-slow, GONE",
            "t3, cell-2, 2-slow, UNKNOWN"})
    void aWrongRevisionElsewhereIsServedByNewTasksToo(String id, String cell, String revision, Presence expected) {
        Task elsewhere = new Task(id, cell, "az2", Task.State.HEALTHY, id, 3);
        assertThat(deploy(Presence.BITES, "slow", List.of(task("t1"), elsewhere),
                Map.of("t1", List.of(served(90)), id, List.of(served(90, "available", revision))))).isEqualTo(expected);
    }

    @Test
    void aNewTaskElsewhereWithAWrongRevisionIsNamed() {
        Task elsewhere = new Task("t8", "cell-2", "az2", Task.State.HEALTHY, "t8", 3);
        DeployJudgement judge = new DeployJudgement(scene(Presence.BITES), "cell-1", "slow");
        assertThat(judge.asks(elsewhere)).isTrue();
        assertThat(Stage.told(
                judge.of(List.of(elsewhere), new Samples(Map.of("t8", List.of(served(90, "available", "2-slow"))))))
                .value()).contains("planned az1, but t8 in cell-2 az2 answers with another revision");
    }

    @Test
    void aRevisionInACellThatAnotherFaultOfOursHitIsExcused() {
        Task elsewhere = new Task("t8", "cell-2", "az2", Task.State.HEALTHY, "t8", 3);
        Scene excused = new Scene("cell-1", Stage.reach(), Stage.excusing("t3"), Presence.BITES, process -> true);
        DeployJudgement judge = new DeployJudgement(excused, "cell-1", "slow");
        assertThat(judge.asks(elsewhere)).isFalse();
    }

    private static Presence alarm(boolean failOpen, Sight task, String... evicted) {
        return presence(new AlarmJudgement(scene(Presence.BITES)).of(
                new Platform.Evictions(List.of(evicted), failOpen, "3 in a row"),
                new Look(Map.of("t1", task, "t2", OK, "t3", OK))));
    }

    @Test
    void aTaskThatAnswersAndIsLeftOutShowsAWrongAlarm() {
        assertThat(alarm(false, OK, "t1")).isEqualTo(Presence.BITES);
        assertThat(alarm(true, OK)).isEqualTo(Presence.BITES);
        assertThat(alarm(false, OK)).isEqualTo(Presence.GONE);
    }

    @Test
    void aTaskThatDoesNotAnswerIsRightlyLeftOut() {
        assertThat(alarm(false, Stage.REFUSES, "t1")).isEqualTo(Presence.GONE);
    }

    @Test
    void whoWasLeftOutBeforeIsNobodysNewDoing() {
        Scene scene = scene(Presence.BITES).with(Stage.reach().with(new Calm(0, List.of("t1"), "")));
        assertThat(presence(new AlarmJudgement(scene).of(new Platform.Evictions(List.of("t1"), false, "any"),
                new Look(Map.of("t1", OK))))).isEqualTo(Presence.GONE);
    }

    @Test
    void aWrongRuleIsThereEvenWhileItHitsNobody() {
        Finding found = new AlarmJudgement(scene(Presence.GONE)).of(
                new Platform.Evictions(List.of(), false, "3 in a row, slower than 1 ms is one"), new Look(Map.of()));
        assertThat(presence(found)).isEqualTo(Presence.UNKNOWN);
        assertThat(Stage.told(found).value())
                .contains("its rule is 3 in a row, slower than 1 ms is one (before: 3 in a row)");
    }

    @ParameterizedTest(name = "{0}/s after 100/s, with 80/s planned: {1}")
    @CsvSource({"180, BITES", "140, BITES", "139, UNKNOWN", "121, UNKNOWN", "120, GONE", "60, GONE"})
    void attemptsPerSecond(double rate, Presence expected) {
        assertThat(presence(new SurgeJudgement(scene(Presence.BITES), 80).of(rate))).isEqualTo(expected);
    }

    @Test
    void aSurgeSmallerThanChanceIsNotSeen() {
        assertThat(presence(new SurgeJudgement(scene(Presence.BITES), 10).of(110))).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void withoutTheRateOfBeforeNoSurgeIsSeen() {
        Reach old = new Reach(List.of(), List.of());
        assertThat(presence(new SurgeJudgement(scene(Presence.GONE).with(old), 10).of(110)))
                .isEqualTo(Presence.UNKNOWN);
    }

    private static Presence poison(Scene scene, String cell, int running, int well, long quietMillis) {
        return presence(new PoisonJudgement(scene, "c-01").of(cell, running, well, Duration.ofMillis(quietMillis)));
    }

    @Test
    void poisonShowsByProcessesThatEndedInTheCustomersCell() {
        List<Reach.Place> places = new ArrayList<>(Stage.reach().planned());
        Scene cellOne = new Scene("site", Stage.reach().with(places), Suspects.NONE_EXCUSED, Presence.BITES,
                process -> false);
        assertThat(poison(cellOne, "cell-1", 2, 1, 0)).isEqualTo(Presence.BITES);
        assertThat(poison(scene(Presence.BITES), "cell-1", 2, 2, 4000)).isEqualTo(Presence.GONE);
    }

    @Test
    void poisonThatKillsInAnotherCellIsNamed() {
        assertThat(poison(Stage.deserted(Presence.BITES), "cell-1", 2, 2, 0)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void poisonIsGoneOnceNobodyEndsForThreeSeconds() {
        assertThat(poison(Stage.deserted(Presence.GONE), "cell-1", 2, 2, 3000)).isEqualTo(Presence.GONE);
        assertThat(poison(Stage.deserted(Presence.GONE), "cell-1", 2, 2, 2999)).isEqualTo(Presence.UNKNOWN);
        assertThat(poison(Stage.deserted(Presence.GONE), "cell-1", 2, 1, 3000)).isEqualTo(Presence.UNKNOWN);
        assertThat(poison(Stage.deserted(Presence.GONE), "cell-1", 0, 0, 3000)).isEqualTo(Presence.UNKNOWN);
    }
}
