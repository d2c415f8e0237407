package io.gameday.reference.deployment;

import io.gameday.observability.Layout;
import io.gameday.reference.deployment.TaskSight.Life;
import io.gameday.reference.policy.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Two cells over two zones, one task in each, that become at once what is wanted of them.
class DeploymentsTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2");
    private static final List<String> ZONES = List.of("az1", "az2");
    private static final String BAD = "2-errors";

    private final Map<Unit, TaskSight> tasks = new LinkedHashMap<>();
    private final Map<String, Calls> counts = new HashMap<>();
    private final Map<String, String> ordered = new HashMap<>(Map.of("cell-1", "1", "cell-2", "1"));
    private final List<String> told = new ArrayList<>();
    private Life grown = Life.HEALTHY;
    private String latest = "1";
    private int ids;

    private Deployments with(Rules rules) {
        Deployments deployments = new Deployments(rules, Layout.everywhere(CELLS, ZONES));
        CELLS.forEach(cell -> ZONES.forEach(zone -> start(new Unit(cell, zone), "1")));
        look(deployments);
        return deployments;
    }

    private void start(Unit unit, String revision) {
        tasks.put(unit, new TaskSight("t" + ++ids, unit.zone(), revision, revision.equals("1") ? Life.HEALTHY : grown));
    }

    private void look(Deployments deployments) {
        CELLS.forEach(cell -> deployments.saw(cell, 2, tasks.entrySet().stream()
                .filter(task -> task.getKey().cell().equals(cell)).map(Map.Entry::getValue).toList(),
                ordered.get(cell)));
        deployments.look(ordered, latest).forEach(notice -> told.add(notice.text()));
    }

    /// Every task becomes what is wanted of it.
    private void follow(Deployments deployments) {
        tasks.keySet().stream().toList().forEach(unit -> {
            Wanted wanted = deployments.wanted(unit.cell()).get(unit.zone());
            if (!wanted.accepted().contains(tasks.get(unit).revision())) {
                start(unit, wanted.start());
            }
        });
        look(deployments);
    }

    private void call(Deployments deployments, int useful, int failed) {
        tasks.values()
                .forEach(task -> counts.merge(task.id(),
                        task.revision().equals("1") ? new Calls(100, 0, 0) : new Calls(useful + failed, failed, 0),
                        Calls::plus));
        deployments.second(counts);
        look(deployments);
    }

    private void order(String image) {
        ordered.replaceAll((cell, before) -> image);
        latest = image;
    }

    private List<Unit> on(String revision) {
        return tasks.entrySet().stream().filter(task -> task.getValue().revision().equals(revision))
                .map(Map.Entry::getKey).toList();
    }

    private static Rules rules(boolean consistency, boolean allAtOnce) {
        return new Rules(consistency, true, true, true, allAtOnce);
    }

    @Test
    void aGoodRevisionGoesFromOneUnitToItsCellToTheRestAsCallsSucceed() {
        Deployments deployments = with(rules(true, false));
        order(BAD);
        look(deployments);
        follow(deployments);
        assertThat(on(BAD)).containsExactly(new Unit("cell-1", "az1"));
        follow(deployments);
        assertThat(on(BAD)).as("without calls nothing is known").hasSize(1);
        call(deployments, 60, 0);
        follow(deployments);
        assertThat(on(BAD)).containsExactly(new Unit("cell-1", "az1"), new Unit("cell-1", "az2"));
        call(deployments, 60, 0);
        follow(deployments);
        assertThat(on(BAD)).hasSize(4);
        call(deployments, 60, 0);
        assertThat(told).last().isEqualTo("(deployment 2-errors) completed in cell-1, cell-2.");
    }

    @Test
    void whatWaitedForANewerRevisionGoesBackWhenThatOneIsTakenBack() {
        Deployments deployments = with(rules(true, true));
        order("2-slow");
        look(deployments);
        follow(deployments);
        order("2-unhealthy");
        look(deployments);
        assertThat(deployments.wanted("cell-1").get("az1").start()).isEqualTo("2-unhealthy");
        order("1");
        look(deployments);

        assertThat(deployments.wanted("cell-1").values()).containsOnly(Wanted.only("1"));
        assertThat(deployments.wanted("cell-2").values()).containsOnly(Wanted.only("1"));
    }

    @Test
    void aZoneIsLeftUnitByUnitAndTheUnitInItIsDoneAsSoonAsItIsEmpty() {
        Deployments deployments = with(rules(true, false));
        order("2-without-az1");
        look(deployments);
        tasks.remove(new Unit("cell-1", "az1"));
        look(deployments);
        assertThat(told).last().isEqualTo("(deployment 2-without-az1) wave 1 of 3 is well: cell-1 in az1.");
        assertThat(deployments.wanted("cell-2").get("az1")).as("its turn comes later").isEqualTo(Wanted.only("1"));

        follow(deployments);
        call(deployments, 60, 0);
        assertThat(deployments.wanted("cell-2").get("az1")).isEqualTo(Wanted.only("2-without-az1"));
        tasks.remove(new Unit("cell-2", "az1"));
        follow(deployments);
        call(deployments, 60, 0);
        assertThat(told).last().isEqualTo("(deployment 2-without-az1) completed in cell-1, cell-2.");
    }

    @Test
    void aUnitThatFailsGoesBackAtOnceItsZoneIsOutOfUseMeanwhileAndTheOrderIsNotTriedAgain() {
        Deployments deployments = with(rules(true, false));
        order(BAD);
        look(deployments);
        follow(deployments);
        call(deployments, 5, 5);

        assertThat(told).last()
                .isEqualTo("(deployment 2-errors) failed by bake: 5 of 10 calls failed. Rolling back to 1; "
                        + "cell-1 in az1 is out of use meanwhile.");
        assertThat(deployments.outOfUse("cell-1")).containsExactly("az1");
        assertThat(deployments.outOfUse("cell-2")).isEmpty();
        follow(deployments);
        assertThat(deployments.outOfUse("cell-1")).isEmpty();
        follow(deployments);
        assertThat(on("1")).hasSize(4);
    }

    @Test
    void aUnitThatANewerReleaseOvertookWaitsForItsTurnAndDoesNotGoBack() {
        Deployments deployments = with(rules(true, false));
        order("2-right");
        look(deployments);
        follow(deployments);
        call(deployments, 60, 0);
        follow(deployments);
        assertThat(on("2-right")).containsExactly(new Unit("cell-1", "az1"), new Unit("cell-1", "az2"));

        order("3-right");
        look(deployments);
        follow(deployments);
        assertThat(on("3-right")).containsExactly(new Unit("cell-1", "az1"));
        assertThat(on("2-right")).containsExactly(new Unit("cell-1", "az2"));
        call(deployments, 60, 0);
        follow(deployments);
        assertThat(on("3-right")).containsExactly(new Unit("cell-1", "az1"), new Unit("cell-1", "az2"));
    }

    @Test
    void aUnitThatAnOlderReleaseOvertookGoesBackWithAllOthers() {
        Deployments deployments = with(rules(true, false));
        order("2-right");
        look(deployments);
        follow(deployments);
        order("1");
        look(deployments);
        follow(deployments);
        assertThat(on("1")).hasSize(4);
    }

    @Test
    void tasksThatNeverGetHealthyBreakTheCircuit() {
        Deployments deployments = with(rules(true, false));
        grown = Life.STARTING;
        order(BAD);
        look(deployments);
        Unit first = new Unit("cell-1", "az1");
        for (int failure = 1; failure <= 3; failure++) {
            assertThat(deployments.wanted("cell-1").get("az1").start()).isEqualTo(BAD);
            tasks.put(first, new TaskSight("t" + ++ids, "az1", BAD, Life.DIED));
            look(deployments);
        }
        assertThat(told).last().asString().contains("failed by deployment circuit breaker: 3 tasks in a row");
        assertThat(deployments.wanted("cell-1").get("az1").start()).isEqualTo("1");
    }

    @Test
    void anAlarmThatRangBeforeTheDeploymentIsIgnoredByIt() {
        Deployments deployments = with(new Rules(true, true, true, false, true));
        for (int second = 0; second < 4; second++) {
            tasks.values().forEach(task -> counts.merge(task.id(), new Calls(20, 10, 0), Calls::plus));
            deployments.second(counts);
        }
        order(BAD);
        look(deployments);
        assertThat(told).last().asString().contains("alarms are ignored");
        follow(deployments);
        assertThat(told).last().asString().contains("completed");
    }

    @Test
    void anAlarmThatBeginsToRingFailsTheDeploymentEverywhereItWent() {
        Deployments deployments = with(new Rules(true, true, true, false, true));
        tasks.values().forEach(task -> counts.merge(task.id(), new Calls(20, 0, 0), Calls::plus));
        deployments.second(counts);
        order(BAD);
        look(deployments);
        for (int second = 0; second < 4; second++) {
            tasks.values().forEach(task -> counts.merge(task.id(), new Calls(20, 10, 0), Calls::plus));
            deployments.second(counts);
        }
        look(deployments);
        assertThat(told).last().asString().contains("failed by deployment alarm");
        assertThat(deployments.wanted("cell-2").get("az2").start()).isEqualTo("1");
    }

    @Test
    void withoutVersionConsistencyTheWayBackStartsWhatTheTagMeansNow() {
        Deployments deployments = with(rules(false, false));
        order(BAD);
        look(deployments);
        follow(deployments);
        call(deployments, 5, 5);
        assertThat(deployments.wanted("cell-1").get("az1"))
                .isEqualTo(new Wanted("1@2-errors", Set.of("1", "1@2-errors")));
        follow(deployments);
        assertThat(on("1@2-errors")).as("only what is started anew").containsExactly(new Unit("cell-1", "az1"));

        order("1");
        look(deployments);
        follow(deployments);
        assertThat(on("1")).as("the good image was pushed again").hasSize(4);
    }

    @Test
    void anOlderRevisionThatIsOrderedIsWantedEverywhereAtOnce() {
        Deployments deployments = with(rules(true, false));
        order(BAD);
        look(deployments);
        follow(deployments);
        order("1");
        look(deployments);
        follow(deployments);
        assertThat(told).last().isEqualTo("(deployment 2-errors) was stopped: another revision is ordered.");
        assertThat(on("1")).hasSize(4);
    }

    @Test
    void whoTakesOverAfterAFailureDoesNotTryTheOrderAgainAndKeepsTheZoneOutOfUseUntilItIsWell() {
        Deployments before = with(rules(true, false));
        order(BAD);
        look(before);
        follow(before);
        call(before, 5, 5);

        Deployments after = new Deployments(rules(true, false), Layout.everywhere(CELLS, ZONES), before.standing());
        assertThat(after.outOfUse("cell-1")).containsExactly("az1");
        look(after);
        follow(after);
        follow(after);
        assertThat(on("1")).hasSize(4);
        assertThat(after.outOfUse("cell-1")).isEmpty();
        assertThat(told).filteredOn(text -> text.contains("in progress")).hasSize(1);
    }

    @Test
    void whoTakesOverInMidRolloutGoesOnFromTheSameWave() {
        Deployments before = with(rules(true, false));
        order(BAD);
        look(before);
        follow(before);
        call(before, 60, 0);
        follow(before);

        Deployments after = new Deployments(rules(true, false), Layout.everywhere(CELLS, ZONES), before.standing());
        assertThat(after.standing()).isEqualTo(before.standing());
        follow(after);
        assertThat(on(BAD)).containsExactly(new Unit("cell-1", "az1"), new Unit("cell-1", "az2"));
        call(after, 60, 0);
        follow(after);
        call(after, 60, 0);
        assertThat(told).last().isEqualTo("(deployment 2-errors) completed in cell-1, cell-2.");
        assertThat(told).filteredOn(text -> text.contains("in progress")).hasSize(1);
    }

    @Test
    void whoTakesOverInMidRolloutRollsBackWhatFails() {
        Deployments before = with(rules(true, false));
        order(BAD);
        look(before);
        follow(before);

        Deployments after = new Deployments(rules(true, false), Layout.everywhere(CELLS, ZONES), before.standing());
        look(after);
        call(after, 5, 5);
        follow(after);
        assertThat(told).anyMatch(text -> text.contains("failed by bake"));
        assertThat(on("1")).hasSize(4);
    }

    @Test
    void aUnitInAZoneThatHasFailedIsWaitedForAndThatIsToldOnce() {
        Deployments deployments = with(rules(true, false));
        tasks.remove(new Unit("cell-1", "az1"));
        order(BAD);
        look(deployments);
        for (int second = 0; second < 30; second++) {
            deployments.second(counts);
            look(deployments);
        }

        assertThat(told).filteredOn(text -> text.contains("waits"))
                .containsExactly("(deployment 2-errors) waits for cell-1 in az1: no task has been there for 10 s.");
        follow(deployments);
        assertThat(on(BAD)).as("no other unit goes before it").isEmpty();
        start(new Unit("cell-1", "az1"), BAD);
        look(deployments);
        call(deployments, 60, 0);
        assertThat(told).last().asString().contains("wave 1 of 3 is well");
    }
}
