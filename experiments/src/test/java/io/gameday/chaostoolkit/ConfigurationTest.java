package io.gameday.chaostoolkit;

import io.gameday.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationTest {

    private static Configuration.Resolved resolve(String configuration, Given given) {
        ToolkitReader.Reading reading = ToolkitReader.read("t.json", """
                {"title": "t", "description": "d", "method": [],
                 "configuration": %s}""".formatted(configuration));
        assertThat(reading.problems()).isEmpty();
        return Configuration.of("t.json", reading.file().orElseThrow().configuration(), given);
    }

    private static Given environment(Map<String, String> environment) {
        return new Given(Map.of(), environment.keySet(), key -> Optional.ofNullable(environment.get(key)));
    }

    @Test
    void whatIsWrittenInTheFileKeepsItsType() {
        assertThat(resolve("""
                {"word": "x", "count": 3, "on": true, "deep": {"type": "other", "list": [1]}, "none": null}""",
                Given.NOTHING).configuration().orElseThrow().values())
                .isEqualTo(Map.of("word", Json.text("x"), "count", Json.number(3), "on", Json.truth(true), "deep",
                        Json.parse("{\"type\": \"other\", \"list\": [1]}").orElseThrow(), "none", Json.NULL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"str ; 1 ; \"1\"", "string ; a ; \"a\"", "int ; 12 ; 12",
            "integer ; -1 ; -1", "float ; 1 ; 1.0", "number ; 0.5 ; 0.5", "bool ; no ; false", "bool ; FALSE ; false",
            "bool ; 0 ; false", "bool ; off ; true", "bytes ; a ; \"a\"", "json ; [1, {}] ; [1, {}]"})
    void theEnvironmentGivesTextsThatAreTakenForTheirType(String type, String value, String expected) {
        Json found = resolve("""
                {"it": {"type": "env", "key": "IT", "env_var_type": "%s"}}""".formatted(type),
                environment(Map.of("IT", value))).configuration().orElseThrow().values().get("it");

        assertThat(Optional.ofNullable(found).orElseThrow().same(Json.parse(expected).orElseThrow())).isTrue();
    }

    @Test
    void onlyAllowedKeysOfTheEnvironmentAreLookedAt() {
        List<String> asked = new ArrayList<>();
        Configuration.Resolved resolved = resolve("""
                {"a": {"type": "env", "key": "ALLOWED"},
                 "b": {"type": "env", "key": "REFUSED"},
                 "c": {"type": "env", "key": "ALSO_REFUSED", "default": 7}}""",
                new Given(Map.of(), Set.of("ALLOWED"), key -> {
                    asked.add(key);
                    return Optional.of("x");
                }));

        assertThat(asked).containsExactly("ALLOWED");
        assertThat(resolved.configuration()).isEmpty();
        assertThat(resolved.problems())
                .containsExactly(new Problem("t.json", 3, 7, "configuration.b reads REFUSED of the "
                        + "environment, which was not allowed; allow it with --allow-env REFUSED, or give the value with --var NAME=VALUE"));
        assertThat(resolved.notes())
                .containsExactly(new Problem("t.json", 4, 7, "configuration.c reads ALSO_REFUSED of "
                        + "the environment, which was not allowed, so it gets its default"));
    }

    @Test
    void aKeyThatTheEnvironmentDoesNotHaveIsToldInTheWordsOfChaosToolkit() {
        Given empty = new Given(Map.of(), Set.of("TOKEN", "PORT"), key -> Optional.empty());

        assertThat(resolve("{\"a\": {\"type\": \"env\", \"key\": \"TOKEN\"}}", empty).problems())
                .extracting(Problem::message)
                .containsExactly("Configuration makes reference to an environment key that does not exist: TOKEN");
        assertThat(resolve("""
                {"a": {"type": "env", "key": "PORT", "default": "80", "env_var_type": "int"}}""", empty).configuration()
                .orElseThrow().values()).isEqualTo(Map.of("a", Json.number(80)));
    }

    @Test
    void aValueThatIsNotOfItsTypeIsRefusedWithoutBeingRepeated() {
        assertThat(resolve("{\"a\": {\"type\": \"env\", \"key\": \"PORT\", \"env_var_type\": \"int\"}}",
                environment(Map.of("PORT", "hush"))).problems()).extracting(Problem::toString)
                .containsExactly("t.json:2:25: configuration.a gets from PORT what is not of its type; "
                        + "allowed: a whole number");
    }

    @Test
    void variablesTakeThePlaceOfWhatTheFileSaysAndComeOnTop() {
        Configuration.Resolved resolved = resolve("""
                {"a": "file", "b": {"type": "env", "key": "B"},
                 "c": {"type": "probe", "name": "c", "provider": {"type": "python", "module": "m", "func": "f"}}}""",
                new Given(Map.of("a", Json.number(1), "b", Json.number(2), "c", Json.number(3), "new", Json.number(4)),
                        Set.of(), key -> Optional.empty()));

        assertThat(resolved.configuration().orElseThrow()).isEqualTo(new Configuration(
                Map.of("a", Json.number(1), "b", Json.number(2), "c", Json.number(3), "new", Json.number(4)),
                Map.of()));
    }

    @Test
    void whatAProbeHasToGiveIsNotAskedForHere() {
        Configuration configuration = resolve("""
                {"c": {"type": "probe", "name": "ask", "provider": {"type": "http", "url": "http://localhost"}}}""",
                Given.NOTHING).configuration().orElseThrow();

        assertThat(configuration.values()).isEmpty();
        assertThat(configuration.probes()).hasEntrySatisfying("c", probe -> assertThat(probe.name()).isEqualTo("ask"));
    }
}
