package io.gameday.aws.fis.catalog;

import io.gameday.aws.fis.catalog.CatalogCheck.Result;
import io.gameday.aws.fis.template.FisTemplateReader;
import io.gameday.aws.fis.template.FisTemplateReader.Reading;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogCheckTest {

    private static final String ONE = """
            description: One action
            roleArn: arn:aws:iam::111122223333:role/experiments
            stopConditions: [{ source: none }]
            targets:
              tasks: { resourceType: aws:ecs:task, resourceTags: { a: b }, selectionMode: ALL }
              hosts: { resourceType: aws:ec2:instance, resourceTags: { a: b }, selectionMode: ALL }
              pods: { resourceType: aws:eks:pod, parameters: { clusterIdentifier: c }, selectionMode: ALL }
              cache: { resourceType: aws:elasticache:redis-replicationgroup, parameters: { zone: z }, selectionMode: ALL }
              links: { resourceType: aws:directconnect:virtual-interface, parameters: { any: thing }, selectionMode: ALL }
            actions:
              act:
            """;

    private static Result check(String file, String text) {
        Reading reading = FisTemplateReader.read(file, text);
        assertThat(reading.problems()).isEmpty();
        return CatalogCheck.check(ActionCatalog.standard(), reading.template().orElseThrow(), reading.places());
    }

    private static Result act(String action) {
        return check("t.yaml", ONE + "    " + action.replace("; ", "\n    ") + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks-of-one-zone.json", "zone-loses-power.json", "slow-zone.yaml"})
    void theSamplesFitTheCatalogue(String name) throws IOException {
        assertThat(check(name, Files.readString(Path.of("src", "test", "resources", "fis", name))).problems())
                .isEmpty();
    }

    @Test
    void olderIdsAreNotedWithTheirNewNames() throws IOException {
        String name = "zone-loses-power.json";
        assertThat(check(name, Files.readString(Path.of("src", "test", "resources", "fis", name))).notes())
                .extracting(Problem::toString).containsExactly(
                        "zone-loses-power.json:20:20: targets.cache.resourceType is 'aws:elasticache:redis-replicationgroup', today called 'aws:elasticache:replicationgroup'",
                        "zone-loses-power.json:39:30: actions.cacheDark.actionId is 'aws:elasticache:interrupt-cluster-az-power', today called 'aws:elasticache:replicationgroup-interrupt-az-power'");
    }

    @Test
    void anUnknownActionIsANoteWithTheNearestOne() {
        assertThat(act("{ actionId: aws:ecs:stop-tasks }").notes()).extracting(Problem::toString).contains(
                "t.yaml:12:17: actions.act.actionId is 'aws:ecs:stop-tasks', which is not known here; did you mean "
                        + "'aws:ecs:stop-task'?; its parameters and targets are not checked");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "actionId: aws:fis:wait | t.yaml:12:5: 'actions.act.parameters.duration' is missing; aws:fis:wait needs it",
            "actionId: aws:fis:wait; parameters: { duration: PT30S } | t.yaml:13:29: actions.act.parameters.duration is 'PT30S'; allowed: PT1M to PT12H",
            "actionId: aws:fis:wait; parameters: { duration: PT13H } | is 'PT13H'; allowed: PT1M to PT12H",
            "actionId: aws:fis:wait; parameters: { duration: 5m } | is '5m'; allowed: PT1M to PT12H",
            "actionId: aws:fis:wait; parameters: { duration: PT1M, durations: PT1M } | t.yaml:13:46: unknown 'actions.act.parameters.durations'; did you mean 'duration'?; allowed: duration",
            "actionId: aws:fis:wait; parameters: { duration: PT1M }; targets: { Tasks: tasks } | t.yaml:14:14: actions.act.targets is given; aws:fis:wait has no target, so take it out",
            "actionId: aws:ebs:pause-volume-io; parameters: { duration: PT0S } | is 'PT0S'; allowed: PT1S to PT12H",
            "actionId: aws:directconnect:virtual-interface-disconnect; parameters: { duration: PT9M } | is 'PT9M'; allowed: PT10M to PT12H",
            "actionId: aws:ec2:send-spot-instance-interruptions; parameters: { durationBeforeInterruption: PT1M } | is 'PT1M'; allowed: PT2M to PT15M",
            "actionId: aws:ecs:stop-task | 'actions.act.targets.Tasks' is missing; allowed: a target of type aws:ecs:task",
            "actionId: aws:ecs:stop-task; targets: { Task: tasks } | t.yaml:13:22: unknown 'actions.act.targets.Task'; did you mean 'Tasks'?; allowed: Tasks",
            "actionId: aws:ecs:stop-task; targets: { Tasks: hosts } | t.yaml:13:23: actions.act.targets.Tasks is 'hosts' of type aws:ec2:instance; allowed: a target of type aws:ecs:task",
            "actionId: aws:ecs:stop-task; parameters: { duration: PT1M } | unknown 'actions.act.parameters.duration'; allowed: none",
            "actionId: aws:ecs:task-network-packet-loss; parameters: { duration: PT1M, lossPercent: 101 } | lossPercent is '101'; allowed: a whole number from 1 to 100",
            "actionId: aws:ecs:task-network-packet-loss; parameters: { duration: PT1M, lossPercent: 7.5 } | lossPercent is '7.5'; allowed: a whole number from 1 to 100",
            "actionId: aws:ecs:task-network-latency; parameters: { delayMilliseconds: -1 } | delayMilliseconds is '-1'; allowed: a whole number from 0",
            "actionId: aws:ecs:task-network-latency; parameters: { sources: 'ALL,,S3' } | sources is 'ALL,,S3'; allowed: words, with commas between them",
            "actionId: aws:ecs:task-network-latency; parameters: { useEcsFaultInjectionEndpoints: yes } | useEcsFaultInjectionEndpoints is 'yes'; allowed: true, false",
            "actionId: aws:ecs:task-network-blackhole-port; parameters: { trafficType: out } | trafficType is 'out'; allowed: ingress, egress",
            "actionId: aws:ebs:volume-io-latency; parameters: { readIOPercentage: 0.05 } | readIOPercentage is '0.05'; allowed: a number from 0.1 to 100",
            "actionId: aws:cloudwatch:assert-alarm-state; parameters: { alarmStates: 'OK, Bad' } | alarmStates is 'OK, Bad'; allowed: OK, ALARM, INSUFFICIENT_DATA, with commas between them",
            "actionId: aws:cloudwatch:assert-alarm-state; parameters: { alarmArns: 'a,b,c,d,e,f' } | alarmArns is 'a,b,c,d,e,f'; allowed: words, with commas between them, at most 5",
            "actionId: aws:ssm:send-command; parameters: { documentParameters: '[1]' } | documentParameters is '[1]'; allowed: a group of fields in JSON",
            "actionId: aws:ssm:send-command; parameters: { documentParameters: '{' } | documentParameters is '{'; allowed: a group of fields in JSON"})
    void whatFisWouldRefuseIsNamedWithItsPlace(String action, String message) {
        assertThat(act(action).problems()).extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }

    @Test
    void whatATypeNeedsAndTakesIsCheckedAtTheTarget() {
        assertThat(act("{ actionId: aws:ecs:stop-task, targets: { Tasks: tasks } }").problems())
                .extracting(Problem::toString).containsExactly(
                        "t.yaml:7:50: 'targets.pods.parameters.namespace' is missing; a target of type aws:eks:pod needs it",
                        "t.yaml:7:50: 'targets.pods.parameters.selectorType' is missing; a target of type aws:eks:pod needs it",
                        "t.yaml:7:50: 'targets.pods.parameters.selectorValue' is missing; a target of type aws:eks:pod needs it",
                        "t.yaml:8:78: 'targets.cache.parameters.availabilityZoneIdentifier' is missing; a target of type aws:elasticache:redis-replicationgroup needs it",
                        "t.yaml:8:86: unknown 'targets.cache.parameters.zone'; allowed: availabilityZoneIdentifier");
    }

    @Test
    void aPlaceholderIsNotCheckedAgain() {
        assertThat(act("{ actionId: aws:fis:wait, parameters: { duration: <HOW LONG> } }").problems())
                .extracting(Problem::message).noneMatch(message -> message.contains("actions."));
    }
}
