package io.gameday.aws.fis.plan;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.plan.Schedule.Planned;
import io.gameday.aws.fis.plan.Schedule.Timed;
import io.gameday.aws.fis.template.FisTemplateReader;
import io.gameday.aws.fis.template.FisTemplateReader.Reading;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {

    private static final String HEAD = """
            description: An order of actions
            roleArn: arn:aws:iam::111122223333:role/experiments
            stopConditions: [{ source: none }]
            targets:
              some: { resourceType: aws:ecs:task, resourceTags: { a: b }, selectionMode: ALL }
            actions:
            """;

    private static Planned planned(String file, String text) {
        Reading reading = FisTemplateReader.read(file, text);
        assertThat(reading.problems()).isEmpty();
        return Schedule.of(reading.template().orElseThrow(), ActionCatalog.standard(), reading.places());
    }

    private static Planned planned(String actions) {
        return planned("t.yaml", HEAD + actions.replace("; ", "\n").indent(2));
    }

    private static String wait(String name, String length, String... after) {
        return name + ": { actionId: aws:fis:wait, parameters: { duration: " + length + " }, startAfter: ["
                + String.join(", ", after) + "] }; ";
    }

    private static Timed minutes(String name, long offset, long length) {
        return new Timed(name, Duration.ofMinutes(offset), Duration.ofMinutes(length));
    }

    @Test
    void withoutAnythingToWaitForActionsBeginTogether() {
        assertThat(planned(wait("a", "PT2M") + wait("b", "PT1H")).schedule().orElseThrow().actions())
                .containsExactly(minutes("a", 0, 2), minutes("b", 0, 60));
    }

    @Test
    void anActionWaitsForTheLastOfThoseItComesAfter() {
        Schedule diamond = planned(wait("end", "PT1M", "left", "right") + wait("left", "PT5M", "start")
                + wait("right", "PT10M", "start") + wait("start", "PT3M")).schedule().orElseThrow();

        assertThat(diamond.actions()).containsExactly(minutes("end", 13, 1), minutes("left", 3, 5),
                minutes("right", 3, 10), minutes("start", 0, 3));
        assertThat(diamond.length()).isEqualTo(Duration.ofMinutes(14));
        assertThat(diamond.action("left")).contains(minutes("left", 3, 5));
    }

    @Test
    void whatIsOverAtOnceHoldsNobodyUp() throws IOException {
        Planned planned = planned("tasks-of-one-zone.json",
                Files.readString(Path.of("src", "test", "resources", "fis", "tasks-of-one-zone.json")));

        assertThat(planned.schedule().orElseThrow().actions()).containsExactly(minutes("stopThem", 0, 0),
                minutes("breathe", 0, 1), minutes("loseThem", 1, 15), minutes("tellOperators", 1, 20));
        assertThat(planned.notes()).extracting(Problem::toString).containsExactly(
                "tasks-of-one-zone.json:54:24: actions.tellOperators.parameters.maxDuration is the longest that it may take; what comes after it may begin earlier than planned");
    }

    @Test
    void stoppedInstancesAreBackWhenTheTemplateSaysSo() throws IOException {
        assertThat(planned("zone-loses-power.json",
                Files.readString(Path.of("src", "test", "resources", "fis", "zone-loses-power.json"))).schedule()
                .orElseThrow().actions()).containsExactly(minutes("stop", 0, 30), minutes("cut", 0, 2),
                        minutes("cacheDark", 0, 30), minutes("pause", 2, 30), minutes("untilShift", 0, 5),
                        minutes("shift", 5, 25));
    }

    @Test
    void anUnknownActionTakesAsLongAsItSays() {
        assertThat(
                planned("a: { actionId: aws:new:thing, parameters: { duration: PT7M } }; b: { actionId: aws:new:thing, "
                        + "startAfter: [a] }").schedule().orElseThrow().actions())
                .containsExactly(minutes("a", 0, 7), minutes("b", 7, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a: { actionId: aws:fis:wait, parameters: { duration: PT1M }, startAfter: [a] } | t.yaml:7:77: actions.a.startAfter[1] is 'a' itself, for which it would wait for ever; take it out",
            "a: { actionId: aws:new:x, startAfter: [bb] }; bbb: { actionId: aws:new:x } | t.yaml:7:42: actions.a.startAfter[1] is 'bb'; did you mean 'bbb'?; allowed: bbb",
            "a: { actionId: aws:new:x, startAfter: [other] } | actions.a.startAfter[1] is 'other'; allowed: another action, of which there is none",
            "a: { actionId: aws:new:x, startAfter: [b] }; b: { actionId: aws:new:x, startAfter: [a] } | t.yaml:7:42: actions.a.startAfter[1] closes a circle of actions that wait for each other, each after the next: a, b, a; take one of them out",
            "z: { actionId: aws:new:x, startAfter: [c] }; a: { actionId: aws:new:x, startAfter: [z, b] }; b: { actionId: aws:new:x, startAfter: [c] }; c: { actionId: aws:new:x, startAfter: [b] } | t.yaml:9:42: actions.b.startAfter[1] closes a circle of actions that wait for each other, each after the next: b, c, b",
            "a: { actionId: aws:fis:wait } | t.yaml:7:6: 'actions.a.parameters.duration' is missing, so nobody knows when aws:fis:wait is over; allowed: hours",
            "a: { actionId: aws:fis:wait, parameters: { duration: <HOW LONG> } } | t.yaml:7:56: actions.a.parameters.duration is '<HOW LONG>', a placeholder; allowed: hours, minutes",
            "a: { actionId: aws:fis:wait, parameters: { duration: 5m } } | actions.a.parameters.duration is '5m'; allowed: hours, minutes",
            "a: { actionId: aws:fis:wait, parameters: { duration: PT12H } }; b: { actionId: aws:fis:wait, parameters: { duration: PT1M }, startAfter: [a] } | t.yaml:8:6: actions.b would end 12 h 1 min after the start; allowed: experiments of at most 12 h"})
    void whatCannotBePlannedIsNamedWithItsPlace(String actions, String message) {
        Planned planned = planned(actions);

        assertThat(planned.schedule()).isEmpty();
        assertThat(planned.problems()).singleElement().asString().contains(message);
    }

    @Test
    void everyCircleIsToldOnce() {
        assertThat(planned(wait("a", "PT1M", "b") + wait("b", "PT1M", "c") + wait("c", "PT1M", "a")
                + wait("d", "PT1M", "e", "a") + wait("e", "PT1M", "d")).problems()).extracting(Problem::line)
                .containsExactly(7, 10);
    }

    @Test
    void moreAtOneMomentThanAwsAllowsIsNoted() {
        String eleven = IntStream.rangeClosed(1, 11).mapToObj(i -> wait("a" + i, "PT1M")).collect(Collectors.joining());

        assertThat(planned(eleven).notes()).extracting(Problem::message).containsExactly(
                "actions has 11 that are in force at one moment; AWS allows 10 unless an account's quota was raised");
        assertThat(
                planned(eleven.replace("a11: { actionId: aws:fis:wait, parameters: { duration: PT1M }, startAfter: []",
                        "a11: { actionId: aws:fis:wait, parameters: { duration: PT1M }, startAfter: [a1]")).notes())
                .isEmpty();
    }
}
