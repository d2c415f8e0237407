package io.gameday.agent;

import io.gameday.journal.JournalFormat;
import io.gameday.target.Fault;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The calls of `docs/agent.md`, as they stand there.
@DisabledOnOs(OS.WINDOWS)
class AgentGuideTest {

    @Test
    void theCallsOfTheGuideInjectAFaultAndProveItGone(@TempDir Path folder) throws Exception {
        String guide = Files.readString(Path.of("..", "docs", "agent.md"));
        Matcher calls = Pattern.compile("```\n(api=.*?)```", Pattern.DOTALL).matcher(guide);
        assertThat(calls.find()).isTrue();
        try (TestHost host = new TestHost(folder);
                RealClock clock = new RealClock("test", Throwable::printStackTrace)) {
            AgentSetup setup = host.setup("r1", folder);
            try (RunningAgent agent = RunningAgent.alone(setup, clock, System.err::println)) {
                String script = calls.group(1).replace("PORT", String.valueOf(agent.address().getPort()))
                        .replace("FOLDER", setup.runFolder().toString()).replace("\ncurl", "\necho; curl");
                Process shell = new ProcessBuilder(List.of("/bin/sh", "-ec", script)).redirectErrorStream(true).start();
                String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(shell.waitFor()).as(said).isZero();
                assertThat(said).contains("{\"id\":\"f1\"}", "\"stage\":\"IN_FORCE\"", "\"presence\":\"GONE\"",
                        "\"type\":\"Injected\"").doesNotContain("\"error\"");
                assertThat(host.inForce()).isEmpty();
            }
        }
    }

    @Test
    void everyKindOfFaultStandsInTheGuideAsTheAgentReadsIt() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "agent.md"));
        List<Fault> faults = Pattern.compile("\\{\"kind\":[^}]*}").matcher(guide).results().map(MatchResult::group)
                .map(json -> JournalFormat.strict().readValue(json, Fault.class)).toList();
        assertThat(faults).extracting(Fault::kind).containsAll(Fault.KINDS);
    }
}
