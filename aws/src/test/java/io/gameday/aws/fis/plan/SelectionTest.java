package io.gameday.aws.fis.plan;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.plan.Selection.Chosen;
import io.gameday.aws.fis.plan.Selection.Impossible;
import io.gameday.aws.fis.plan.Selection.Nothing;
import io.gameday.aws.fis.template.FisTarget;
import io.gameday.aws.fis.template.FisTarget.Filter;
import io.gameday.aws.fis.template.SelectionMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTest {

    private static final String TASK = "aws:ecs:task";
    private static final SelectionMode ALL = new SelectionMode.All();

    private static Resource task(String name, String cell, String zone) {
        return new Resource(arn(name), TASK, Map.of("cell", cell, "empty", ""),
                Map.of("AvailabilityZone", List.of(zone), "LastStatus", List.of("RUNNING"), "cluster",
                        List.of(cell, "arn:aws:ecs:eu-west-1:111122223333:cluster/" + cell)));
    }

    private static String arn(String name) {
        return "arn:aws:ecs:eu-west-1:111122223333:task/shop/" + name;
    }

    private static final Resource A = task("a", "cell-1", "az1");
    private static final Resource B = task("b", "cell-1", "az2");
    private static final Resource C = task("c", "cell-2", "az1");
    private static final Resource HOST = new Resource("arn:aws:ec2:eu-west-1:111122223333:instance/i-1",
            "aws:ec2:instance", Map.of("cell", "cell-1"), Map.of());
    private static final List<Resource> THERE = List.of(A, B, HOST, C);

    private static FisTarget tagged(SelectionMode mode, String... cells) {
        return new FisTarget(TASK, List.of(), cells.length == 0 ? Map.of("empty", "") : Map.of("cell", cells[0]),
                List.of(), mode, Map.of());
    }

    private static FisTarget named(SelectionMode mode, String... arns) {
        return new FisTarget(TASK, List.of(arns), Map.of(), List.of(), mode, Map.of());
    }

    private static FisTarget filtered(Filter... filters) {
        return new FisTarget(TASK, List.of(), Map.of(), List.of(filters), ALL, Map.of());
    }

    private static Selection select(FisTarget target, List<Resource> there) {
        return Selection.of(target, there, ActionCatalog.standard(), new Random(7));
    }

    private static Selection select(FisTarget target) {
        return select(target, THERE);
    }

    private static List<Resource> tasks(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> task("t" + i, "cell-1", "az1")).toList();
    }

    @Test
    void tagsMustAllMatchAndAnEmptyValueOnlyAnEmptyOne() {
        assertThat(select(tagged(ALL, "cell-1"))).isEqualTo(new Chosen(List.of(A, B), List.of()));
        assertThat(select(tagged(ALL))).isEqualTo(new Chosen(List.of(A, B, C), List.of()));
        assertThat(select(tagged(ALL, ""))).isEqualTo(new Nothing(true, List.of()));
    }

    @Test
    void everyFilterMustMatchAndOfItsValuesOne() {
        assertThat(select(filtered(new Filter("AvailabilityZone", List.of("az1", "az3")),
                new Filter("LastStatus", List.of("RUNNING"))))).isEqualTo(new Chosen(List.of(A, C), List.of()));
        assertThat(select(
                filtered(new Filter("AvailabilityZone", List.of("az1")), new Filter("LastStatus", List.of("STOPPED")))))
                .isEqualTo(new Nothing(true, List.of()));
    }

    @Test
    void aFilterThatNobodyKnowsLeavesNothingAndSaysSo() {
        assertThat(select(filtered(new Filter("Placement.Host", List.of("x"))))).isEqualTo(
                new Nothing(true, List.of("'Placement.Host' is not known of any aws:ecs:task here, so none fits")));
    }

    @ParameterizedTest
    @CsvSource({"cell-2", "arn:aws:ecs:eu-west-1:111122223333:cluster/cell-2"})
    void parametersOfATargetNarrowItToo(String cluster) {
        assertThat(select(new FisTarget(TASK, List.of(), Map.of(), List.of(), ALL, Map.of("cluster", cluster))))
                .isEqualTo(new Chosen(List.of(C), List.of()));
    }

    @Test
    void resourcesAreTakenByTheirArns() {
        assertThat(select(named(ALL, arn("c"), arn("a")))).isEqualTo(new Chosen(List.of(C, A), List.of()));
    }

    @Test
    void anArnThatIsNotThereIsSaidAndWithoutAnyNothingCanBeSkipped() {
        assertThat(select(named(ALL, arn("a"), arn("z"))))
                .isEqualTo(new Chosen(List.of(A), List.of(arn("z") + " does not exist here")));
        assertThat(select(named(ALL, HOST.arn())))
                .isEqualTo(new Nothing(false, List.of(HOST.arn() + " is of type aws:ec2:instance, not aws:ecs:task")));
    }

    @Test
    void aTypeIsTheSameUnderItsOlderName() {
        Resource cache = new Resource("arn:aws:elasticache:eu-west-1:1:replicationgroup:x",
                "aws:elasticache:replicationgroup", Map.of("a", "b"), Map.of());

        assertThat(select(new FisTarget("aws:elasticache:redis-replicationgroup", List.of(), Map.of("a", "b"),
                List.of(), ALL, Map.of()), List.of(cache))).isEqualTo(new Chosen(List.of(cache), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"25, 4, 1", "25, 7, 1", "25, 8, 2", "50, 3, 1", "100, 3, 3", "99, 3, 2", "1, 100, 1"})
    void aShareIsRoundedDown(int percent, int of, int chosen) {
        assertThat(select(tagged(new SelectionMode.Percent(percent), "cell-1"), tasks(of)))
                .isInstanceOfSatisfying(Chosen.class, some -> assertThat(some.resources()).hasSize(chosen));
    }

    @Test
    void aShareOfLessThanOneFails() {
        assertThat(select(tagged(new SelectionMode.Percent(25), "cell-1"), tasks(3))).isEqualTo(new Impossible(
                "PERCENT(25) of 3 is less than one; allowed: a selection of at least one, here of 4 or more",
                List.of()));
    }

    @Test
    void aNumberOfMoreThanThereAreTakesAllAndSaysSo() {
        assertThat(select(tagged(new SelectionMode.Count(2), "cell-2")))
                .isEqualTo(new Chosen(List.of(C), List.of("COUNT(2) of 1 takes all there are")));
    }

    @Test
    void theSameSeedChoosesTheSameInWhateverOrderTheyAreOffered() {
        FisTarget three = tagged(new SelectionMode.Count(3), "cell-1");
        List<Resource> there = tasks(10);

        assertThat(((Chosen) select(three, there)).resources()).hasSize(3)
                .containsExactlyInAnyOrderElementsOf(((Chosen) select(three, there.reversed())).resources());
    }

    @Test
    void everyOneCanBeChosen() {
        Random chance = new Random(1);
        FisTarget one = tagged(new SelectionMode.Count(1), "cell-1");
        Set<Resource> chosen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            chosen.addAll(((Chosen) Selection.of(one, tasks(5), ActionCatalog.standard(), chance)).resources());
        }

        assertThat(chosen).hasSize(5);
    }
}
