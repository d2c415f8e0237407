package io.gameday.chaostoolkit;

import io.gameday.chaostoolkit.Activity.Kind;
import io.gameday.chaostoolkit.Activity.Pauses;
import io.gameday.chaostoolkit.ToolkitFile.Hypothesis;
import io.gameday.chaostoolkit.ToolkitFile.HypothesisStrategy;
import io.gameday.chaostoolkit.ToolkitFile.RollbackStrategy;
import io.gameday.chaostoolkit.ToolkitFile.Runtime;
import io.gameday.chaostoolkit.ToolkitReader.Reading;
import io.gameday.yaml.Node.Place;
import io.gameday.yaml.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ToolkitReaderTest {

    private static final String SMALL = """
            title: Orders live with a slow database
            description: Customers do not notice
            steady-state-hypothesis:
              title: Orders are taken
              probes:
                - type: probe
                  name: orders-answer
                  tolerance: 200
                  provider: { type: http, url: "http://${host}/orders", timeout: 3 }
            configuration:
              host: localhost
            method:
              - type: action
                name: slow-down
                provider: { type: process, path: slow, arguments: ["--by", 200] }
                pauses: { after: 5 }
              - ref: orders-answer
            """;

    private static Reading read(String text) {
        return ToolkitReader.read("x.yaml", text);
    }

    private static Reading changed(String from, String to) {
        assertThat(SMALL).contains(from);
        return read(SMALL.replace(from, to));
    }

    private static List<String> problems(Reading reading) {
        assertThat(reading.file()).isEmpty();
        return reading.problems().stream().map(Problem::toString).toList();
    }

    private static List<String> notes(Reading reading) {
        assertThat(reading.problems()).isEmpty();
        return reading.notes().stream().map(Problem::toString).toList();
    }

    @Test
    void everythingInAnExperimentIsRead() {
        Provider http = new Provider.Http("http://${host}/orders", "GET", Map.of(), Json.NULL, Json.number(3),
                Json.truth(true), Json.number(0));
        Activity probe = new Activity(Kind.PROBE, "orders-answer", http, new Tolerance.Equal(Json.number(200)), false,
                Pauses.NONE, List.of(), List.of(), new Place(6, 7));
        Activity action = new Activity(Kind.ACTION, "slow-down",
                new Provider.Process("slow", Json.items(Json.text("--by"), Json.number(200)), null), null, false,
                new Pauses(Json.number(0), Json.number(5)), List.of(), List.of(), new Place(13, 5));
        Activity referred = new Activity(Kind.PROBE, "orders-answer", http, null, false, Pauses.NONE, List.of(),
                List.of(), new Place(17, 5));

        Reading reading = read(SMALL);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.file()).contains(new ToolkitFile("Orders live with a slow database",
                "Customers do not notice", List.of(),
                Map.of("host", new Setting.Inline(Json.text("localhost"), new Place(11, 9))), Map.of(),
                new Hypothesis("Orders are taken", List.of(probe), List.of()), List.of(action, referred), List.of(),
                List.of(), Map.of(), List.of(), new Runtime(HypothesisStrategy.DEFAULT, RollbackStrategy.DEFAULT)));
    }

    @Test
    void jsonWithEverythingThatAnExperimentMayHaveIsRead() {
        Reading reading = ToolkitReader.read("x.json", """
                {
                \t"version": "1.0.0", "title": "t", "description": "d", "tags": ["a", "b"],
                \t"secrets": {"web": {"token": {"type": "env", "key": "TOKEN"}}},
                \t"controls": [{"name": "guard", "provider": {"type": "python", "module": "m.guard",
                \t    "arguments": {"x": 1}}, "scope": "before", "automatic": false}],
                \t"method": [{"type": "action", "name": "a", "background": true, "secrets": ["web"],
                \t    "pauses": {"before": "${wait}"}, "provider": {"type": "http", "method": "post",
                \t    "url": "http://h", "headers": {"A": "b"}, "arguments": {"k": 1}, "timeout": [1, 2.5],
                \t    "verify_tls": false, "max_retries": 2}}],
                \t"configuration": {"wait": 3},
                \t"rollbacks": [{"type": "action", "name": "back", "provider": {"type": "python",
                \t    "module": "m", "func": "f", "secrets": ["web"]}}],
                \t"contributions": {"reliability": "high"},
                \t"extensions": [{"name": "e", "free": {"form": 1}}],
                \t"runtime": {"rollbacks": {"strategy": "always"}, "hypothesis": {"strategy": "continously"}}
                }""");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.notes()).isEmpty();
        ToolkitFile file = reading.file().orElseThrow();
        assertThat(file.tags()).containsExactly("a", "b");
        assertThat(file.hypothesis()).isNull();
        assertThat(file.secrets()).isEqualTo(
                Map.of("web", Map.of("token", new Setting.Env("TOKEN", null, ValueType.AS_IT_IS, new Place(3, 31)))));
        assertThat(file.controls()).containsExactly(new Control("guard", "m.guard",
                new Json.Group(Map.of("x", Json.number(1))), "before", false, List.of(), new Place(4, 15)));
        assertThat(file.method()).containsExactly(new Activity(Kind.ACTION, "a",
                new Provider.Http("http://h", "POST", Map.of("A", Json.text("b")),
                        new Json.Group(Map.of("k", Json.number(1))), Json.parse("[1, 2.5]").orElseThrow(),
                        Json.truth(false), Json.number(2)),
                null, true, new Pauses(Json.text("${wait}"), Json.number(0)), List.of(), List.of("web"),
                new Place(6, 13)));
        assertThat(file.rollbacks()).containsExactly(
                new Activity(Kind.ACTION, "back", new Provider.Python("m", "f", new Json.Group(Map.of())), null, false,
                        Pauses.NONE, List.of(), List.of("web"), new Place(11, 16)));
        assertThat(file.contributions()).isEqualTo(Map.of("reliability", "high"));
        assertThat(file.extensions()).containsExactly(Json.parse("""
                {"name": "e", "free": {"form": 1}}""").orElseThrow());
        assertThat(file.runtime()).isEqualTo(new Runtime(HypothesisStrategy.CONTINUOUSLY, RollbackStrategy.ALWAYS));
    }

    @Test
    void everythingThatIsWrongIsToldInOnePass() {
        assertThat(problems(ToolkitReader.read("bad.json", """
                {"tags": [1, ""],
                 "steady-state-hypothesis": {"probes": [{"type": "probe", "provider": {"type": "python"}}]},
                 "rollbacks": [{"type": "actoin", "name": "a", "provider": {"type": "ftp"}}, {"ref": "b"}]}""")))
                .containsExactly("bad.json:1:1: 'title' is missing; allowed: a text",
                        "bad.json:1:1: 'description' is missing; allowed: a text",
                        "bad.json:1:1: 'method' is missing; allowed: a list of activities, which may be empty",
                        "bad.json:1:14: tags holds ''; allowed: words",
                        "bad.json:2:29: 'steady-state-hypothesis.title' is missing; allowed: a text",
                        "bad.json:2:41: 'steady-state-hypothesis.probes[1].tolerance' is missing; allowed: true, false, a whole "
                                + "number, a text, a list, or a group with a type of jsonpath, probe, range or regex",
                        "bad.json:2:41: 'steady-state-hypothesis.probes[1].name' is missing; allowed: a text",
                        "bad.json:2:71: 'steady-state-hypothesis.probes[1].provider.module' is missing; allowed: a module of Python",
                        "bad.json:2:71: 'steady-state-hypothesis.probes[1].provider.func' is missing; allowed: a function of the "
                                + "module",
                        "bad.json:3:25: rollbacks[1].type is 'actoin'; did you mean 'action'?; allowed: action, probe",
                        "bad.json:3:69: rollbacks[1].provider.type is 'ftp'; allowed: http, process, python",
                        "bad.json:3:86: rollbacks[2].ref is 'b', which no activity of this file is called; did you mean 'a'?; "
                                + "allowed: a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "title: Orders live with a slow database | title: | x.yaml:1:7: 'title' is missing; allowed: a text",
            "ref: orders-answer | ref: orders-anser | x.yaml:17:10: method[2].ref is 'orders-anser', which no activity of this file is called; did you mean 'orders-answer'?; allowed: orders-answer, slow-down",
            "type: action | type: | x.yaml:13:10: 'method[1].type' is missing; allowed: action, probe",
            "after: 5 | after: -5 | x.yaml:16:22: method[1].pauses.after is -5; allowed: a number of seconds from 0, or exactly one ${name}",
            "after: 5 | after: '${host} s' | x.yaml:16:22: method[1].pauses.after is '${host} s'; allowed: a number of seconds from 0, or exactly one ${name}",
            "timeout: 3 | timeout: soon | x.yaml:9:70: steady-state-hypothesis.probes[1].provider.timeout is 'soon'; allowed: a number of seconds, or one ${name}, or a list of two: to connect and to read",
            "timeout: 3 | verify_tls: maybe | x.yaml:9:73: steady-state-hypothesis.probes[1].provider.verify_tls is 'maybe'; allowed: true, false, or one ${name}",
            "pauses: { after: 5 } | background: 'yes' | x.yaml:16:17: method[1].background is 'yes'; allowed: true or false",
            "path: slow | path: ~/slow | x.yaml:15:38: method[1].provider.path is '~/slow', which Chaos Toolkit looks up before it knows what ~ is; allowed: a program of the PATH, or a path without ~",
            "host: localhost | host: { type: env } | x.yaml:11:9: 'configuration.host.key' is missing; allowed: a key of the environment",
            "host: localhost | host: { type: env, key: H, env_var_type: itn } | x.yaml:11:44: configuration.host.env_var_type is 'itn'; allowed: bool, boolean, bytes, float, int, integer, json, number, str, string"})
    void aProblemNamesPlaceFieldValueAndWhatIsAllowed(String from, String to, String expected) {
        assertThat(problems(changed(from, to))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "0.5 | tolerance is 0.5; allowed: true, false, a whole number, a text, a list, or a group with a type of jsonpath, probe, range or regex; a decimal goes into {type: range, range: [lowest, highest]}",
            "{ type: rang } | tolerance.type is 'rang'; did you mean 'range'?; allowed: jsonpath, probe, range, regex",
            "{ range: [1, 2] } | 'T.type' is missing; allowed: jsonpath, probe, range, regex",
            "{ type: range, range: [1] } | tolerance.range is a list; allowed: a list of two numbers, the lowest and the highest",
            "{ type: range } | 'T.range' is missing; allowed: a list of two numbers, the lowest and the highest",
            "{ type: regex } | 'T.pattern' is missing; allowed: a regular expression",
            "{ type: regex, pattern: '(' } | tolerance.pattern is '(': Unclosed group; allowed: a regular expression of Python that Java knows too",
            "{ type: jsonpath, path: a } | tolerance.path is 'a': at 'a' it needs '$'; allowed: a JSON path of jsonpath2, such as $.items[*].name",
            "{ type: jsonpath, path: $.a, count: few } | tolerance.count is 'few'; allowed: a whole number from 0",
            "{ type: probe, name: p } | 'T.provider' is missing; allowed: a group with a type of http, process or python"})
    void aToleranceSaysWhatItMayBe(String tolerance, String expected) {
        String path = "steady-state-hypothesis.probes[1].tolerance";
        String message = expected.startsWith("tolerance")
                ? path + expected.substring("tolerance".length())
                : expected.replace("'T.", "'" + path + ".");

        assertThat(changed("tolerance: 200", "tolerance: " + tolerance).problems()).extracting(Problem::message)
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "timeout: 3 | timout: 3 | x.yaml:9:61: unknown field 'steady-state-hypothesis.probes[1].provider.timout'; did you mean 'timeout'?; allowed: arguments, expected_status, headers, max_retries, method, secrets, timeout, type, url, verify_tls",
            "timeout: 3 | expected_status: 200 | x.yaml:9:78: steady-state-hypothesis.probes[1].provider.expected_status has no effect: Chaos Toolkit does not look at it; write a tolerance",
            "pauses: { after: 5 } | timeout: 5 | x.yaml:16:14: method[1].timeout has no effect: only that of the provider is looked at",
            "pauses: { after: 5 } | dry: actions | x.yaml:16:10: method[1].dry has no effect: Chaos Toolkit compares it with a value that no file can hold",
            "pauses: { after: 5 } | tolerance: 1 | x.yaml:16:16: method[1].tolerance has no effect: only probes of steady-state-hypothesis are held against one",
            "path: slow, arguments: [\"--by\", 200] | path: slow, arguments: { by: 1 } | x.yaml:15:55: method[1].provider.arguments is a group of fields, which is an old form; write a list",
            "http://${host} | http://${hots} | x.yaml:9:36: steady-state-hypothesis.probes[1].provider.url holds '${hots}', which neither configuration nor secrets of this file has; did you mean '${host}'?; it stays as it is unless a variable of that name is given"})
    void whatChaosToolkitTakesInSilenceIsNoted(String from, String to, String note) {
        assertThat(notes(changed(from, to))).containsExactly(note);
    }

    @Test
    void aReferenceInTheSteadyStateNeedsItsOwnTolerance() {
        String reference = "    - { ref: orders-answer, tolerance: [200, 204] }\nconfiguration:";
        Reading reading = changed("configuration:", reference);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.file().map(ToolkitFile::hypothesis).orElseThrow().probes()).extracting(Activity::tolerance)
                .containsExactly(new Tolerance.Equal(Json.number(200)),
                        new Tolerance.In(List.of(Json.number(200), Json.number(204))));
        assertThat(changed("configuration:", reference.replace(", tolerance: [200, 204]", "")).problems())
                .extracting(Problem::message).singleElement().asString()
                .startsWith("'steady-state-hypothesis.probes[2].tolerance' is missing");
    }

    @Test
    void aProbeMayDecideInPlaceOfATolerance() {
        Reading reading = changed("tolerance: 200",
                "tolerance: { type: probe, name: small, provider: { type: python, module: m, func: f, arguments: {} } }");

        assertThat(reading.notes()).isEmpty();
        assertThat(reading.file().map(ToolkitFile::hypothesis).orElseThrow().probes().getFirst().tolerance())
                .isInstanceOfSatisfying(Tolerance.ProbeCall.class,
                        call -> assertThat(call.probe().name()).isEqualTo("small"));
    }

    @Test
    void anUnknownStrategyIsRefused() {
        assertThat(problems(changed("method:", "runtime: { rollbacks: { strategy: allways } }\nmethod:")))
                .containsExactly("x.yaml:12:35: runtime.rollbacks.strategy is 'allways'; did you mean 'always'?; "
                        + "allowed: always, default, deviated, never");
    }

    @Test
    void aMethodMayBeEmpty() {
        Reading reading = read("{title: t, description: d, method: []}");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.file().orElseThrow().method()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "words", "{\"title\": ", "{} {}", "title: [", "1: 2: 3"})
    void whatIsNoExperimentIsRefused(String text) {
        assertThat(problems(read(text))).isNotEmpty();
    }

    @Test
    void anAliasIsRefusedForItsNameWouldBeTakenForTheValue() {
        assertThat(problems(changed("host: localhost", "host: &a localhost\n  other: *a")))
                .containsExactly("x.yaml:12:10: '*a' stands for what is written elsewhere; write it out here");
    }
}
