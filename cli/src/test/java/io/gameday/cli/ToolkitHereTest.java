package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ToolkitHereTest {

    private static final String FILE = """
            {
              "title": "The shop answers while its database is slow",
              "description": "By a toxic.",
              "configuration": { "shop": "http://127.0.0.1:8080" },
              "steady-state-hypothesis": {
                "title": "It answers",
                "probes": [
                  { "type": "probe", "name": "answers", "tolerance": 200,
                    "provider": { "type": "http", "url": "${shop}/health" } }
                ]
              },
              "method": [
                { "type": "action", "name": "slow",
                  "provider": { "type": "python", "module": "chaostoxi.toxic.actions", "func": "create_latency_toxic",
                    "arguments": { "for_proxy": "db", "toxic_name": "slow", "latency": 300, "jitter": 0 } } }
              ],
              "rollbacks": []
            }
            """;

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("shop.json"), FILE);
    }

    @Test
    void checkSaysOfEachActivityWhatItWouldComeTo() {
        assertThat(Gameday.execute("check", file.toString())).isZero();
        assertThat(printed.out()).contains("experiment of Chaos Toolkit",
                "✓ steady state: answers  GET http://127.0.0.1:8080/health; has to be allowed: calls of "
                        + "http://127.0.0.1:8080/health",
                "method: slow  chaostoxi.toxic.actions.create_latency_toxic", "0 unsupported",
                "'slow' (chaostoxi.toxic.actions.create_latency_toxic) cannot be played yet");
    }

    @Test
    void runSaysWhichActivityCannotBePlayedYet() {
        assertThat(Gameday.execute("run", file.toString(), "--out", folder.resolve("runs").toString())).isEqualTo(2);
        assertThat(printed.err()).contains(
                "shop.json: 'slow' (chaostoxi.toxic.actions.create_latency_toxic) cannot be " + "played yet",
                "nothing was started");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void anActionThatIsNotKnownIsToldAtItsPlace() throws IOException {
        Files.writeString(file, FILE.replace("chaostoxi.toxic.actions", "chaosk8s.pod.actions")
                .replace("create_latency_toxic", "terminate_pods"));
        assertThat(Gameday.execute("check", file.toString())).isEqualTo(2);
        assertThat(printed.out()).contains(
                "× method: slow  chaosk8s.pod.actions.terminate_pods: python " + "chaosk8s.pod.actions.terminate_pods",
                "shop.json:13:", "'slow' cannot be done here");
    }

    @Test
    void whatIsWrongWithItIsToldAtItsPlace() throws IOException {
        Files.writeString(file, FILE.replace("\"title\": \"The shop answers while its database is slow\",", ""));
        assertThat(Gameday.execute("check", file.toString())).isEqualTo(2);
        assertThat(printed.out()).containsPattern("shop.json:\\d+:\\d+: 'title' is missing");
    }
}
