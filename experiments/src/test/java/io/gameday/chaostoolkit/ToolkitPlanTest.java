package io.gameday.chaostoolkit;

import io.gameday.chaostoolkit.PlannedActivity.Section;
import io.gameday.target.Fidelity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ToolkitPlanTest {

    private static ToolkitPlan plan(String yaml) {
        ToolkitReader.Reading reading = ToolkitReader.read("x.yaml", "title: t\ndescription: d\n" + yaml);
        assertThat(reading.problems()).isEmpty();
        return ToolkitPlan.of(reading.file().orElseThrow(),
                new Substitution(Map.of("host", Json.text("localhost"), "slow", Json.number(300)), Map.of()));
    }

    private static PlannedActivity method(String type, String provider) {
        return plan("method: [{ type: " + type + ", name: n, provider: " + provider + " }]").activities().getFirst();
    }

    @Test
    void everyPartOfTheFileIsPlannedInTheOrderInWhichItIsReached() {
        ToolkitPlan plan = plan("""
                configuration:
                  token: { type: probe, name: token, provider: { type: http, url: "http://${host}/token" } }
                steady-state-hypothesis:
                  title: s
                  probes:
                    - { type: probe, name: answers, tolerance: 200, provider: { type: http, url: "http://${host}" } }
                    - type: probe
                      name: there
                      provider: { type: python, module: os.path, func: exists, arguments: { path: x } }
                      tolerance:
                        type: probe
                        name: decides
                        provider: { type: python, module: m, func: f }
                method:
                  - type: action
                    name: slow-down
                    provider:
                      type: python
                      module: chaostoxi.toxic.actions
                      func: create_latency_toxic
                      arguments: { for_proxy: p, toxic_name: t, latency: "${slow}" }
                  - ref: answers
                rollbacks:
                  - type: action
                    name: mend
                    provider:
                      type: python
                      module: chaostoxi.toxic.actions
                      func: delete_toxic
                      arguments: { for_proxy: p, toxic_name: t }
                """);

        assertThat(plan.activities())
                .extracting(PlannedActivity::section, one -> one.activity().name(),
                        one -> one.activity().place().line(), PlannedActivity::calls, PlannedActivity::fault,
                        PlannedActivity::endsBy)
                .containsExactly(tuple(Section.CONFIGURATION, "token", 4, "GET http://localhost/token", false, ""),
                        tuple(Section.STEADY_STATE, "answers", 8, "GET http://localhost", false, ""),
                        tuple(Section.STEADY_STATE, "there", 9, "os.path.exists", false, ""),
                        tuple(Section.STEADY_STATE, "decides", 13, "m.f", false, ""),
                        tuple(Section.METHOD, "slow-down", 17, "chaostoxi.toxic.actions.create_latency_toxic", true,
                                "its lease, by whoever keeps it"),
                        tuple(Section.METHOD, "answers", 24, "GET http://localhost", false, ""),
                        tuple(Section.ROLLBACKS, "mend", 26, "chaostoxi.toxic.actions.delete_toxic", false, ""));
        assertThat(plan.activities().get(4).fidelity()).isEqualTo(new Fidelity.Equal());
        assertThat(plan.refusals()).containsExactly("'decides' cannot be done: python m.f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "action | { type: http, url: 'http://h' }                          | GET http://h                | true",
            "probe  | { type: http, url: 'http://h', method: HEAD }            | HEAD http://h               | false",
            "probe  | { type: http, url: 'http://h', method: POST }            | POST http://h               | true",
            "action | { type: process, path: stop, arguments: [a, 1] }         | stop a 1                    | true",
            "action | { type: process, path: sh, arguments: ['-c', 'a b'] }     | sh -c 'a b'                 | true",
            "action | { type: process, path: sh, arguments: 'x && rm ${host}' } | through a shell: sh x && rm localhost | true",
            "probe  | { type: process, path: look }                            | look                        | false",
            "action | { type: python, module: os, func: remove }               | os.remove                   | true",
            "probe  | { type: python, module: m, func: f }                     | m.f                         | false"})
    void anActionThatCannotBeToldHarmlessCountsAsAFaultThatNobodyEnds(String type, String provider, String calls,
            boolean fault) {
        PlannedActivity planned = method(type, provider);

        assertThat(planned.calls()).isEqualTo(calls);
        assertThat(planned.fault()).isEqualTo(fault);
        assertThat(planned.endsBy()).isEqualTo(fault ? "nobody but the rollbacks of the file" : "");
    }

    @Test
    void whatTheOperatorHasToAllowIsNamed() {
        assertThat(method("probe", "{ type: http, url: 'http://${host}:1/x' }").needs())
                .containsExactly("calls of http://localhost:1/x");
        assertThat(method("probe", "{ type: process, path: look }").needs()).containsExactly("commands");
        assertThat(method("probe", "{ type: python, module: m, func: f }").needs()).isEmpty();
    }

    @Test
    void anUnsupportedActionRefusesTheExperimentAndAProbeOfTheMethodDoesNot() {
        String python = "{ type: python, module: chaosk8s.pod.actions, func: terminate_pods }";

        assertThat(plan("method: [{ type: action, name: kill, provider: " + python + " }]").refusals())
                .containsExactly("'kill' cannot be done: python chaosk8s.pod.actions.terminate_pods");
        assertThat(plan("method: [{ type: probe, name: look, provider: " + python + " }]").refusals()).isEmpty();
    }

    @Test
    void aControlIsLeftOutUnlessByItsNameItProtects() {
        ToolkitPlan plan = plan("""
                method: []
                controls:
                  - { name: log, provider: { type: python, module: m.logging } }
                  - { name: stop, provider: { type: python, module: chaosaddons.controls.safeguards } }
                  - { name: Ask for Approval, provider: { type: python, module: m.ask } }
                """);

        assertThat(plan.controls()).extracting(ToolkitPlan.PlannedControl::refused)
                .isEqualTo(List.of(false, true, true));
        assertThat(plan.refusals()).containsExactly(
                "control 'stop' (chaosaddons.controls.safeguards) cannot be run, and by its name it protects",
                "control 'Ask for Approval' (m.ask) cannot be run, and by its name it protects");
    }
}
