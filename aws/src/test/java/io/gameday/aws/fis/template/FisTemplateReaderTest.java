package io.gameday.aws.fis.template;

import io.gameday.aws.fis.template.FisTarget.Filter;
import io.gameday.aws.fis.template.FisTemplate.AccountTargeting;
import io.gameday.aws.fis.template.FisTemplate.Bucket;
import io.gameday.aws.fis.template.FisTemplate.EmptyTargets;
import io.gameday.aws.fis.template.FisTemplate.Logging;
import io.gameday.aws.fis.template.FisTemplate.Options;
import io.gameday.aws.fis.template.FisTemplate.ReportConfiguration;
import io.gameday.aws.fis.template.FisTemplate.StopCondition;
import io.gameday.aws.fis.template.FisTemplateReader.Reading;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FisTemplateReaderTest {

    private static final String SMALL = """
            description: One task stops
            roleArn: arn:aws:iam::111122223333:role/experiments
            stopConditions:
              - source: none
            targets:
              one:
                resourceType: aws:ecs:task
                resourceTags: { cell: cell-1 }
                selectionMode: COUNT(1)
            actions:
              stop:
                actionId: aws:ecs:stop-task
                targets: { Tasks: one }
            """;

    static Reading sample(String name) {
        try {
            return FisTemplateReader.read(name,
                    Files.readString(Path.of("src", "test", "resources", "fis").resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading read(String text) {
        return FisTemplateReader.read("t.yaml", text);
    }

    private static Reading changed(String from, String to) {
        assertThat(SMALL).contains(from);
        return read(SMALL.replace(from, to));
    }

    @Test
    void aTemplateInJsonIsReadWithEverythingInIt() {
        FisTemplate template = sample("tasks-of-one-zone.json").template().orElseThrow();

        assertThat(template.targets()).isEqualTo(Map.of("tasksInZone",
                new FisTarget("aws:ecs:task", List.of(), Map.of("gameday:target", "true", "owner", ""),
                        List.of(new Filter("AvailabilityZone", List.of("<YOUR ZONE>")),
                                new Filter("LastStatus", List.of("RUNNING", "PENDING"))),
                        new SelectionMode.All(), Map.of()),
                "halfOfThem", new FisTarget("aws:ecs:task", List.of(), Map.of(), List.of(),
                        new SelectionMode.Percent(50), Map.of("cluster", "shop", "service", "orders"))));
        assertThat(template.actions()).containsOnlyKeys("stopThem", "breathe", "loseThem", "tellOperators")
                .containsEntry("loseThem",
                        new FisAction(
                                "aws:ecs:task-network-packet-loss", "Every packet that leaves", Map.of("duration",
                                        "PT15M", "lossPercent", "100", "useEcsFaultInjectionEndpoints", "true"),
                                Map.of("Tasks", "halfOfThem"), List.of("breathe")));
        assertThat(template.stopConditions()).containsExactly(new StopCondition.None());
        assertThat(template.logging())
                .isEqualTo(new Logging(2, "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/fis/shop:*", null));
        assertThat(template.options()).isEqualTo(new Options(AccountTargeting.SINGLE_ACCOUNT, EmptyTargets.SKIP));
        assertThat(template.tags()).isEqualTo(Map.of("Name", "tasks-of-one-zone"));
    }

    @Test
    void aTemplateInYamlIsReadToo() {
        FisTemplate template = sample("slow-zone.yaml").template().orElseThrow();

        assertThat(template.report()).isEqualTo(new ReportConfiguration(new Bucket("trial-reports", "slow-zone"),
                List.of("arn:aws:cloudwatch::111122223333:dashboard/orders"), "PT20M", "PT20M"));
        assertThat(template.stopConditions().getFirst()).isInstanceOfSatisfying(StopCondition.Alarm.class,
                alarm -> assertThat(alarm.name()).isEqualTo("zone-slow"));
        assertThat(template.options()).isEqualTo(Options.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks-of-one-zone.json", "zone-loses-power.json", "slow-zone.yaml"})
    void theSamplesHaveNoProblems(String name) {
        assertThat(sample(name).problems()).isEmpty();
    }

    @Test
    void placeholdersAreNamedWhereTheyStand() {
        assertThat(sample("tasks-of-one-zone.json").notes()).extracting(Problem::toString).containsExactly(
                "tasks-of-one-zone.json:3:14: roleArn holds the placeholder '<YOUR EXPERIMENT ROLE ARN>'; values of your own belong there",
                "tasks-of-one-zone.json:15:49: targets.tasksInZone.filters[1].values holds the placeholder '<YOUR ZONE>'; values of your own belong there",
                "tasks-of-one-zone.json:52:24: actions.tellOperators.parameters.documentArn holds the placeholder '{{ aws:region }}'; values of your own belong there");
    }

    @Test
    void anUnknownFieldIsNoReasonToRefuseATemplate() {
        assertThat(sample("zone-loses-power.json").notes()).extracting(Problem::toString).containsExactly(
                "zone-loses-power.json:42:258: unknown field 'actions.shift.startAfterDelay'; did you mean 'startAfter'?; "
                        + "allowed: actionId, description, parameters, startAfter, targets");
    }

    @Test
    void anUnknownActionIsNoProblemOfTheFile() {
        Reading reading = changed("aws:ecs:stop-task", "aws:new:thing");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.template()).isPresent();
    }

    @Test
    void whatAwsAddsToATemplateIsPassedOver() {
        Reading reading = read(SMALL + """
                id: EXT123
                arn: arn:aws:fis:eu-west-1:111122223333:experiment-template/EXT123
                creationTime: 1700000000.5
                lastUpdateTime: 1700000000.5
                targetAccountConfigurationsCount: 0
                clientToken: abc
                """);

        assertThat(reading.notes()).isEmpty();
        assertThat(reading.template()).isEqualTo(read(SMALL).template());
    }

    @Test
    void aTargetOfNoActionIsNoted() {
        Reading reading = changed("    targets: { Tasks: one }\n", "");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.notes()).extracting(Problem::toString)
                .containsExactly("t.yaml:7:5: targets.one is used by no action");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "description: One task stops | description: '' | t.yaml:1:14: 'description' is empty; allowed: 1 to 512 characters",
            "roleArn: arn:aws:iam::111122223333:role/experiments | x: y | t.yaml:1:1: 'roleArn' is missing; allowed: 20 to 2048 characters without blanks",
            "role/experiments | role/my experiments | t.yaml:2:10: roleArn is 'arn:aws:iam::111122223333:role/my experiments'; allowed: 20 to 2048 characters without blanks",
            "roleArn: arn:aws:iam::111122223333:role/experiments | roleArn: short | t.yaml:2:10: roleArn has 5 characters; allowed: 20 to 2048",
            "- source: none | - source: never | t.yaml:4:13: stopConditions[1].source is 'never'; allowed: aws:cloudwatch:alarm, none",
            "- source: none | - source: aws:cloudwatch:alarms | stopConditions[1].source is 'aws:cloudwatch:alarms'; did you mean 'aws:cloudwatch:alarm'?",
            "- source: none | - source: aws:cloudwatch:alarm | t.yaml:4:5: 'stopConditions[1].value' is missing",
            "- source: none | - { source: aws:cloudwatch:alarm, value: arn:aws:sns:eu-west-1:1:topic-of-mine } | stopConditions[1].value is 'arn:aws:sns:eu-west-1:1:topic-of-mine'; allowed: the ARN of an alarm",
            "- source: none | - value: x | 'stopConditions[1].source' is missing; allowed: aws:cloudwatch:alarm, none",
            "resourceType: aws:ecs:task | resourceTypes: aws:ecs:task | t.yaml:7:5: 'targets.one.resourceType' is missing",
            "COUNT(1) | COUNT(0) | t.yaml:9:20: targets.one.selectionMode is 'COUNT(0)'; allowed: ALL, COUNT(n) with n from 1, PERCENT(n) with n from 1 to 100",
            "COUNT(1) | PERCENT(101) | targets.one.selectionMode is 'PERCENT(101)'; allowed: ALL",
            "COUNT(1) | <HOW MANY> | targets.one.selectionMode is '<HOW MANY>', a placeholder; allowed: ALL",
            "selectionMode: COUNT(1) | filters: [] | 'targets.one.selectionMode' is missing; allowed: ALL",
            "resourceTags: { cell: cell-1 } | resourceTags: {} | t.yaml:7:19: targets.one describes no resources; allowed: resourceArns, or any of resourceTags, filters and parameters",
            "resourceTags: | resourceArns: [arn:aws:ecs:eu-west-1:111122223333:task/a/b]; resourceTags: | t.yaml:8:19: targets.one.resourceArns names resources, and resourceTags or filters would look for others",
            "resourceTags: { cell: cell-1 } | resourceArns: [task-number-one-of-mine] | targets.one.resourceArns holds 'task-number-one-of-mine'; allowed: ARNs, which begin with 'arn:'",
            "resourceTags: { cell: cell-1 } | filters: [{ path: LastStatus }] | t.yaml:8:15: targets.one.filters[1].values has no entries; allowed: at least 1",
            "Tasks: one | Tasks: on | t.yaml:13:23: actions.stop.targets.Tasks is 'on'; did you mean 'one'?; allowed: one",
            "actionId: aws:ecs:stop-task | action: aws:ecs:stop-task | t.yaml:12:5: 'actions.stop.actionId' is missing",
            "targets: { Tasks: one } | parameters: { duration: ' ' } | 'actions.stop.parameters.duration' is empty; allowed: 1 to 1024 characters",
            "targets: { Tasks: one } | parameters: [duration] | actions.stop.parameters is a list; allowed: a group of fields",
            "actions: | tags: 5; actions: | t.yaml:10:7: tags is '5'; allowed: a group of fields",
            "actions: | experimentOptions: { emptyTargetResolutionMode: stop }; actions: | experimentOptions.emptyTargetResolutionMode is 'stop'; did you mean 'skip'?; allowed: fail, skip",
            "actions: | logConfiguration: {}; actions: | 'logConfiguration.logSchemaVersion' is missing; allowed: 1 to 2",
            "actions: | logConfiguration: { logSchemaVersion: 2, cloudWatchLogsConfiguration: { logGroupArn: arn:aws:logs:eu-west-1:1:log-group:x } }; actions: | allowed: the ARN of a log group, which ends in ':*'",
            "actions: | experimentReportConfiguration: { preExperimentDuration: 20m }; actions: | experimentReportConfiguration.preExperimentDuration is '20m'; allowed: hours, minutes and seconds as in ISO 8601",
            "actions: | experimentReportConfiguration: { outputs: { s3Configuration: { prefix: x } } }; actions: | 'experimentReportConfiguration.outputs.s3Configuration.bucketName' is missing"})
    void whatIsWrongIsNamedWithItsPlace(String from, String to, String message) {
        Reading reading = changed(from,
                to.replace("; resourceTags", "\n    resourceTags").replace("; actions", "\nactions"));

        assertThat(reading.template()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }

    @Test
    void everythingIsToldInOnePass() {
        Reading reading = read("""
                {"description": 5, "roleArn": null, "stopConditions": [], "actions": {"a b": {}, "c": null}}
                """);

        assertThat(reading.problems()).extracting(Problem::toString).containsExactly(
                "t.yaml:1:31: 'roleArn' is empty; allowed: 20 to 2048 characters without blanks",
                "t.yaml:1:55: stopConditions has no entries; allowed: 1 to 5",
                "t.yaml:1:78: the name of an action is 'a b'; allowed: 1 to 64 characters without blanks",
                "t.yaml:1:78: 'actions.a b.actionId' is missing; allowed: 1 to 128 characters without blanks",
                "t.yaml:1:87: 'actions.c' is empty; allowed: a group of fields");
    }

    @Test
    void aTemplateWithoutActionsOrConditionsIsRefused() {
        assertThat(read("{}").problems()).extracting(Problem::message).containsExactlyInAnyOrder(
                "'description' is missing; allowed: 1 to 512 characters",
                "'roleArn' is missing; allowed: 20 to 2048 characters without blanks",
                "'stopConditions' is missing; allowed: 1 to 5 alarms, or [{source: none}]",
                "'actions' is missing; allowed: 1 to 20 actions by name");
    }

    @Test
    void moreActionsThanFitAreRefused() {
        String actions = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> "  a" + i + ": { actionId: aws:fis:wait, parameters: { duration: PT1M } }\n")
                .collect(Collectors.joining());

        assertThat(read(SMALL.substring(0, SMALL.indexOf("actions:")) + "actions:\n" + actions).problems())
                .extracting(Problem::toString).containsExactly("t.yaml:11:3: actions has 21 entries; allowed: 1 to 20");
    }

    @Test
    void aDescriptionThatIsTooLongForAwsIsNotedAndRead() {
        Reading reading = changed("One task stops", "x".repeat(600));

        assertThat(reading.template()).isPresent();
        assertThat(reading.notes()).extracting(Problem::toString)
                .containsExactly("t.yaml:1:14: description has 600 characters; allowed: 1 to 512 characters");
    }

    @Test
    void everyPlaceholderOfAValueIsNamed() {
        assertThat(
                changed("arn:aws:iam::111122223333:role/experiments", "arn:aws:iam::<ACCOUNT>:role/${Name}-<ACCOUNT>")
                        .notes())
                .extracting(Problem::message).containsExactly(
                        "roleArn holds the placeholders '<ACCOUNT>', '${Name}'; values of your own belong there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[1] | the file is a list; allowed: a group of fields",
            "` ` | the file is empty; allowed: a group of fields",
            "{ Resources: { Stack: {} } } | Resources is of a CloudFormation template; a template of FIS stands alone, as the AWS CLI takes it",
            "{ schemaVersion: '0.3', description: x, mainSteps: [] } | schemaVersion is of a document of Systems Manager, which is no template of FIS"})
    void aFileOfAnotherKindIsRecognised(String text, String message) {
        assertThat(read(text).problems()).extracting(Problem::message).containsExactly(message);
        assertThat(read(text).template()).isEmpty();
    }

    @Test
    void anAnswerOfAwsIsNoFile() {
        assertThat(read("experimentTemplate: { id: EXT1 }").problems()).extracting(Problem::message).containsExactly(
                "experimentTemplate is how AWS answers; what stands in it belongs at the top of the file");
    }

    @Test
    void whatIsNoYamlIsSaid() {
        assertThat(read("{\"description\": ").problems()).extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).startsWith("not readable as YAML"));
    }

    @Test
    void aPlaceIsFoundAgainByItsPathAndWhatIsNotThereByWhatWouldHoldIt() {
        Places places = sample("tasks-of-one-zone.json").places();

        assertThat(places.problem("actions.breathe.startAfter[1]", "x"))
                .isEqualTo(new Problem("tasks-of-one-zone.json", 36, 22, "x"));
        assertThat(places.problem("actions.breathe.parameters.none", "x"))
                .isEqualTo(new Problem("tasks-of-one-zone.json", 35, 21, "x"));
        assertThat(places.problem("nothing", "x")).isEqualTo(new Problem("tasks-of-one-zone.json", 1, 1, "x"));
    }
}
