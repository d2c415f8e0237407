package io.gameday.aws.fis.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActionCatalogTest {

    private static final ActionCatalog CATALOG = ActionCatalog.standard();

    @Test
    void thereAreFiftyActions() {
        assertThat(CATALOG.actions()).hasSize(50).extracting(ActionKind::id).doesNotHaveDuplicates();
    }

    @Test
    void theyAreSpreadOverTheServicesAsTheReferenceHasThem() {
        assertThat(CATALOG.actions().stream()
                .collect(Collectors.groupingBy(action -> action.id().split(":")[1], Collectors.counting())))
                .isEqualTo(Map.ofEntries(Map.entry("ecs", 8L), Map.entry("ec2", 6L), Map.entry("ssm", 2L),
                        Map.entry("fis", 4L), Map.entry("ebs", 2L), Map.entry("network", 4L), Map.entry("arc", 1L),
                        Map.entry("cloudwatch", 1L), Map.entry("rds", 2L), Map.entry("elasticache", 1L),
                        Map.entry("dynamodb", 1L), Map.entry("dsql", 1L), Map.entry("memorydb", 1L),
                        Map.entry("s3", 1L), Map.entry("kinesis", 2L), Map.entry("lambda", 3L),
                        Map.entry("directconnect", 1L), Map.entry("eks", 9L)));
    }

    @Test
    void anActionThatIsAimedHasBothASlotAndAType() {
        assertThat(CATALOG.actions())
                .allSatisfy(action -> assertThat(action.slot() == null).isEqualTo(action.type() == null));
        assertThat(CATALOG.actions()).filteredOn(action -> action.slot() == null).extracting(ActionKind::id)
                .containsExactly("aws:fis:wait", "aws:cloudwatch:assert-alarm-state",
                        "aws:ssm:start-automation-execution");
    }

    @Test
    void whatSaysHowLongAnActionGoesOnIsADurationOfItsOwn() {
        assertThat(CATALOG.actions()).allSatisfy(action -> assertThat(
                Stream.of(action.length(), action.bound()).filter(Objects::nonNull).map(action.parameters()::get))
                .extracting(Parameter::kind).allMatch(kind -> kind == Parameter.Kind.DURATION));
        assertThat(CATALOG.find("aws:ec2:stop-instances").orElseThrow().length())
                .isEqualTo("startInstancesAfterDuration");
        assertThat(CATALOG.find("aws:ecs:stop-task").orElseThrow().length()).isNull();
    }

    @Test
    void whatAwsTakesWhenNothingIsSaidIsWithinItsOwnBounds() {
        assertThat(CATALOG.actions().stream().flatMap(action -> action.parameters().values().stream())
                .filter(parameter -> parameter.preset() != null)).hasSizeGreaterThan(20)
                .allSatisfy(parameter -> assertThat(parameter.refusal(Objects.requireNonNull(parameter.preset())))
                        .isEmpty())
                .noneMatch(Parameter::required);
    }

    @Test
    void anOlderIdIsFoundUnderItsNewName() {
        assertThat(CATALOG.find("aws:elasticache:interrupt-cluster-az-power").orElseThrow().id())
                .isEqualTo("aws:elasticache:replicationgroup-interrupt-az-power");
        assertThat(CATALOG.sameType("aws:elasticache:redis-replicationgroup", "aws:elasticache:replicationgroup"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"aws:ecs:stop-tasks, aws:ecs:stop-task", "aws:fis:waiting, aws:fis:wait",
            "aws:ecs:task-network-latencies, aws:ecs:task-network-latency"})
    void aMisspeltIdIsAnsweredWithTheNearest(String id, String nearest) {
        assertThat(CATALOG.find(id)).isEmpty();
        assertThat(CATALOG.nearest(id)).contains(nearest);
    }

    @Test
    void aValueIsTheOneGivenOrTheOneAwsTakes() {
        ActionKind latency = CATALOG.find("aws:ecs:task-network-latency").orElseThrow();

        assertThat(latency.value("delayMilliseconds", Map.of("delayMilliseconds", "90"))).contains("90");
        assertThat(latency.value("delayMilliseconds", Map.of())).contains("200");
        assertThat(latency.value("duration", Map.of())).isEmpty();
    }
}
