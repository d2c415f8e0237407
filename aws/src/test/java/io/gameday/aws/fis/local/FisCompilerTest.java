package io.gameday.aws.fis.local;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.catalog.ActionKind;
import io.gameday.aws.fis.endpoint.FisError;
import io.gameday.aws.fis.endpoint.StagePlan;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import io.gameday.target.Operation;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What a template becomes on two cells in three zones, a task of each cell in each zone.
class FisCompilerTest {

    private static final List<String> ZONES = List.of("az1", "az2", "az3");
    private static final List<Place> TASKS = ZONES.stream()
            .flatMap(zone -> List.of(new Place("cell-1", zone), new Place("cell-2", zone)).stream()).toList();
    private static final ObjectNode BASE = json("""
            {"title": "x", "hypothesis": "x",
             "system": {"app": "reference", "cells": 2, "zones": ["az1", "az2", "az3"], "headroom": "150 %"},
             "traffic": {"customers": 40, "rate": "120/s"},
             "prepare": {"steadyState": [{"metric": "availability", "atLeast": "99.9 %", "for": "10s"}],
                         "blastRadius": {"zones": 1}}}""");

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private static FisCompiler compiler(boolean skipUnsupported) {
        return new FisCompiler(new LocalResources("eu-west-1", "000000000000", ZONES, TASKS, Map.of("app", "shop")),
                BASE, 1, skipUnsupported);
    }

    /// @param targets one group of targets, without braces
    private static ObjectNode template(String targets, String actions) {
        return json("""
                {"description": "One", "roleArn": "arn:aws:iam::000000000000:role/fis",
                 "stopConditions": [{"source": "none"}], "targets": {%s}, "actions": {%s}}""".formatted(targets,
                actions));
    }

    private static String tasks(String selection) {
        return """
                "t": {"resourceType": "aws:ecs:task", "resourceTags": {"app": "shop"}, "selectionMode": "ALL"%s}"""
                .formatted(selection);
    }

    private static final String IN_A = ", \"filters\": [{\"path\": \"AvailabilityZone\", \"values\": [\"eu-west-1a\"]}]";

    private static String latency(String name, String more) {
        return """
                "%s": {"actionId": "aws:ecs:task-network-latency", "targets": {"Tasks": "t"},
                       "parameters": {"duration": "PT2M"}%s}""".formatted(name, more);
    }

    private static Experiment experiment(StagePlan plan) {
        return ExperimentReader.read("x", "x", plan.experiment()).experiment().orElseThrow();
    }

    @Test
    void allTasksOfAZoneAreTheZoneAndTimesAreThoseOfTheTemplate() {
        StagePlan plan = compiler(false).plan("EXP1", template(tasks(IN_A), """
                "wait": {"actionId": "aws:fis:wait", "parameters": {"duration": "PT1M"}},
                """ + latency("slow", ", \"startAfter\": [\"wait\"]")));
        assertThat(experiment(plan).steps()).singleElement().satisfies(step -> {
            assertThat(step.fault())
                    .isEqualTo(new Fault.ZoneLatency("az1", Duration.ofMillis(200), Duration.ofMillis(10)));
            assertThat(step.at()).isEqualTo(Duration.ofMinutes(1));
            assertThat(step.lasts()).isEqualTo(Duration.ofMinutes(2));
        });
        assertThat(plan.actions()).extracting(StagePlan.Action::name).containsExactly("wait", "slow");
        assertThat(plan.actions().getLast().faults()).containsExactly("f1");
        assertThat(plan.actions().getFirst().lasts()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plan.resolved().get("t")).extracting(StagePlan.Resource::arn).containsExactly(
                "arn:aws:ecs:eu-west-1:000000000000:task/cell-1/az1-1",
                "arn:aws:ecs:eu-west-1:000000000000:task/cell-2/az1-1");
    }

    @Test
    void faultsAreNumberedAsTheRunWillNumberThem() {
        String router = """
                , "r": {"resourceType": "aws:arc:zonal-shift-managed-resource", "resourceTags": {"app": "shop"},
                        "selectionMode": "ALL"}""";
        StagePlan plan = compiler(false).plan("EXP1", template(tasks("") + router, latency("all", "") + """
                , "shift": {"actionId": "aws:arc:start-zonal-autoshift", "targets": {"ManagedResources": "r"},
                    "parameters": {"duration": "PT1M", "availabilityZoneIdentifier": "euw1-az2"}},
                "stop": {"actionId": "aws:ecs:stop-task", "targets": {"Tasks": "t"}, "startAfter": ["all"]}""")
                .deepCopy());
        assertThat(plan.failed()).isEmpty();
        List<String> kinds = experiment(plan).steps().stream().map(step -> step.fault().kind()).toList();
        assertThat(kinds).startsWith("zone-latency", "zone-latency", "zone-latency", "task-crash").hasSize(9);
        assertThat(plan.actions().get(0).faults()).containsExactly("f1", "f2", "f3");
        assertThat(plan.actions().get(2).faults()).containsExactly("f4", "f5", "f6", "f7", "f8", "f9");
    }

    @Test
    void aPartOfAZoneIsACellsPartInIt() {
        StagePlan plan = compiler(false).plan("EXP1",
                template(tasks(IN_A).replace("ALL", "COUNT(1)"), latency("slow", "")));
        assertThat(experiment(plan).steps()).singleElement()
                .satisfies(step -> assertThat(step.fault()).isInstanceOf(Fault.TaskLatency.class));
    }

    @Test
    void theSameExperimentChoosesTheSameAndAnotherIdMayChooseOthers() {
        ObjectNode one = template(tasks("").replace("ALL", "COUNT(1)"), latency("slow", ""));
        assertThat(compiler(false).plan("EXP1", one)).isEqualTo(compiler(false).plan("EXP1", one));
        Set<Object> chosen = new LinkedHashSet<>();
        for (int i = 0; i < 20; i++) {
            chosen.add(compiler(false).plan("EXP" + i, one).resolved());
        }
        assertThat(chosen).hasSizeGreaterThan(1);
    }

    @Test
    void aShiftIsDoneByTheRouter() {
        StagePlan plan = compiler(false).plan("EXP1", template("""
                "r": {"resourceType": "aws:arc:zonal-shift-managed-resource", "resourceTags": {"app": "shop"},
                      "selectionMode": "ALL"}""", """
                "shift": {"actionId": "aws:arc:start-zonal-autoshift", "targets": {"ManagedResources": "r"},
                    "parameters": {"duration": "PT1M", "availabilityZoneIdentifier": "euw1-az2"}}"""));
        assertThat(experiment(plan).operations()).singleElement()
                .satisfies(doing -> assertThat(doing.operation()).isInstanceOf(Operation.Shift.class));
        assertThat(plan.actions().getFirst().steps()).containsExactly("s1");
        assertThat(plan.actions().getFirst().faults()).isEmpty();
    }

    @Test
    void whatHasNoLikeIsRefusedByNameOrSkippedWhereThatWasSaid() {
        ObjectNode odd = template(tasks(IN_A), latency("slow", "") + """
                , "burn": {"actionId": "aws:ecs:task-cpu-stress", "targets": {"Tasks": "t"},
                           "parameters": {"duration": "PT1M"}}""");
        assertThatThrownBy(() -> compiler(false).plan("EXP1", odd)).isInstanceOf(FisError.class)
                .hasMessageContaining("cannot be played here: burn (aws:ecs:task-cpu-stress): a burner");
        StagePlan plan = compiler(true).plan("EXP1", odd);
        assertThat(plan.actions().getLast().skipped()).startsWith("a burner");
        assertThat(experiment(plan).steps()).hasSize(1);
    }

    @Test
    void aTargetThatFindsNothingFailsTheExperimentOrSkipsItsActions() {
        ObjectNode nowhere = template(tasks(", \"filters\": [{\"path\": \"LastStatus\", \"values\": [\"STOPPED\"]}]"),
                latency("slow", ""));
        StagePlan failed = compiler(false).plan("EXP1", nowhere);
        assertThat(failed.failed()).startsWith("target t has no resources here").contains("task/cell-1/az1-1");
        assertThat(failed.experiment()).isEmpty();
        nowhere.putObject("experimentOptions").put("emptyTargetResolutionMode", "skip");
        StagePlan skipped = compiler(false).plan("EXP1", nowhere);
        assertThat(skipped.failed()).isEmpty();
        assertThat(skipped.actions().getFirst().skipped()).isEqualTo("target t has no resources here");
    }

    @Test
    void aPercentageOfLessThanOneResourceFailsTheExperiment() {
        assertThat(compiler(false).plan("EXP1", template(tasks("").replace("ALL", "PERCENT(10)"), latency("slow", "")))
                .failed()).startsWith("target t: PERCENT(10) of 6 is less than one");
    }

    @Test
    void anAlarmOfOursStopsItAndAnotherIsNamed() {
        ObjectNode watched = template(tasks(IN_A), latency("slow", ""));
        watched.putArray("stopConditions").addObject().put("source", "aws:cloudwatch:alarm").put("value",
                "arn:aws:cloudwatch:eu-west-1:000000000000:alarm:site-availability");
        assertThat(compiler(false).plan("EXP1", watched).stopAlarms()).containsExactly("site-availability");
        watched.putArray("stopConditions").addObject().put("source", "aws:cloudwatch:alarm").put("value",
                "arn:aws:cloudwatch:eu-west-1:000000000000:alarm:mine");
        assertThatThrownBy(() -> compiler(false).plan("EXP1", watched)).isInstanceOf(FisError.class)
                .hasMessageContaining("there is no alarm 'mine' here; there are site-availability");
    }

    @Test
    void aCircleIsToldAsTheFileReaderTellsIt() {
        assertThatThrownBy(() -> compiler(false).plan("EXP1",
                template(tasks(IN_A),
                        latency("a", ", \"startAfter\": [\"b\"]") + ", " + latency("b", ", \"startAfter\": [\"a\"]"))))
                .isInstanceOf(FisError.class).hasMessageContaining("circle");
    }

    @Test
    void everyActionOfTheCatalogueIsMappedOrSaysWhyNot() {
        FisMapping mapping = new FisMapping(TASKS, zone -> ZONES.stream().filter(zone::equals).findFirst());
        for (ActionKind kind : ActionCatalog.standard().actions()) {
            Map<String, String> given = kind.id().contains("autoshift")
                    ? Map.of("availabilityZoneIdentifier", "az1")
                    : Map.of("percentage", "100", "scope", "all");
            Mapped mapped = mapping.of(kind.id(), parameter -> kind.value(parameter, given).orElse(""),
                    Duration.ofMinutes(1), TASKS.subList(0, 2));
            if (mapped.fidelity() instanceof Fidelity.Unsupported(String why)) {
                assertThat(why).as(kind.id()).isNotEqualTo("it is not known here");
                assertThat(mapped.steps()).isEmpty();
            } else if (!kind.id().equals("aws:fis:wait")) {
                assertThat(mapped.steps()).as(kind.id()).isNotEmpty();
                assertThat(mapped.fidelity()).as(kind.id()).isInstanceOf(Fidelity.Approximated.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"eu-west-1,euw1-az3", "us-east-1,use1-az3", "ap-southeast-2,apse2-az3", "ca-central-1,cac1-az3",
            "ap-northeast-1,apne1-az3"})
    void zonesAreFoundByTheIdsThatTheirRegionGivesThem(String region, String id) {
        LocalResources resources = new LocalResources(region, "000000000000", ZONES, TASKS, Map.of());
        assertThat(resources.zone(id)).hasValue("az3");
        assertThat(resources.zone(region + "b")).hasValue("az2");
        assertThat(resources.zone("az1")).hasValue("az1");
        assertThat(resources.zone("elsewhere")).isEmpty();
    }
}
