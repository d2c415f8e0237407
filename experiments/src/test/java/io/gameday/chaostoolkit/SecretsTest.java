package io.gameday.chaostoolkit;

import io.gameday.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    private static final String SCOPED = """
            {"web": {"token": "hush", "user": {"type": "env", "key": "USER_NAME"}}, "db": {"token": "quiet"}}""";

    private static Secrets.Resolved resolve(String secrets, Given given) {
        ToolkitReader.Reading reading = ToolkitReader.read("t.json", """
                {"title": "t", "description": "d", "method": [],
                 "secrets": %s}""".formatted(secrets));
        assertThat(reading.problems()).isEmpty();
        return Secrets.of("t.json", reading.file().orElseThrow().secrets(), given);
    }

    private static Given environment(Map<String, String> environment, String... allowed) {
        return new Given(Map.of(), Set.of(allowed), key -> Optional.ofNullable(environment.get(key)));
    }

    @Test
    void anActivityGetsTheScopesThatItWantsAndOfOneNameTheFirstScopeCounts() {
        Secrets secrets = resolve(SCOPED, environment(Map.of("USER_NAME", "ann"), "USER_NAME")).secrets().orElseThrow();

        assertThat(secrets.of(List.of("web", "nowhere")))
                .isEqualTo(Map.of("web", Map.of("token", Json.text("hush"), "user", Json.text("ann"))));
        assertThat(secrets.byName()).isEqualTo(Map.of("token", Json.text("hush"), "user", Json.text("ann")));
        assertThat(secrets).hasToString("Secrets[token, user]");
    }

    @Test
    void theFormWithoutScopesIsTakenToo() {
        assertThat(resolve("{\"token\": \"hush\", \"user\": {\"type\": \"env\", \"key\": \"U\"}}",
                environment(Map.of("U", "ann"), "U")).secrets().orElseThrow().byName())
                .isEqualTo(Map.of("token", Json.text("hush"), "user", Json.text("ann")));
    }

    @Test
    void aKeyThatTheEnvironmentDoesNotHaveIsToldInTheWordsOfChaosToolkit() {
        assertThat(resolve(SCOPED, environment(Map.of(), "USER_NAME")).problems()).extracting(Problem::message)
                .containsExactly("Secrets make reference to an environment key that does not exist: USER_NAME");
    }

    @Test
    void aKeyThatWasNotAllowedIsNotRead() {
        assertThat(resolve(SCOPED, environment(Map.of("USER_NAME", "ann"))).problems()).extracting(Problem::message)
                .containsExactly("secrets.web.user reads USER_NAME of the environment, which was not allowed; "
                        + "allow it with --allow-env USER_NAME, or give the value with --var NAME=VALUE");
    }

    @Test
    void aVaultIsNotSupportedUnlessAVariableGivesTheValue() {
        String vault = "{\"web\": {\"token\": {\"type\": \"vault\", \"path\": \"secret/web\", \"key\": \"token\"}}}";

        assertThat(resolve(vault, Given.NOTHING).problems()).containsExactly(new Problem("t.json", 2, 31,
                "secrets.web.token is kept in a vault, which is not supported; give the value as a variable, "
                        + "or by the environment"));
        assertThat(resolve(vault, new Given(Map.of("token", Json.text("x")), Set.of(), key -> Optional.empty()))
                .secrets().orElseThrow().byName()).isEqualTo(Map.of("token", Json.text("x")));
    }
}
