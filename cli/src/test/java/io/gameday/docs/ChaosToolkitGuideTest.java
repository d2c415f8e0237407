package io.gameday.docs;

import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.Substitution;
import io.gameday.chaostoolkit.ToolkitPlan;
import io.gameday.chaostoolkit.ToolkitReader;
import io.gameday.cli.Gameday;
import io.gameday.cli.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ChaosToolkitGuideTest {

    private static final String COMMAND = "    gameday ";

    private static String guide() throws IOException {
        return Files.readString(Repository.root().resolve("docs/chaos-toolkit.md"));
    }

    @Test
    void itsExperimentIsReadWithoutANoteAndHasNothingThatCannotBeDone() throws IOException {
        String yaml = guide().split("```yaml\n")[1].split("```")[0];
        ToolkitReader.Reading reading = ToolkitReader.read("shop.yaml", yaml);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.notes()).isEmpty();
        ToolkitPlan plan = ToolkitPlan.of(reading.file().orElseThrow(),
                new Substitution(Map.of("shop", Json.text("http://127.0.0.1:8080")), Map.of()));
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.activities()).hasSize(3);
    }

    @Test
    void everyCommandAndOptionIsOne() throws IOException {
        assertThat(guide().lines().filter(line -> line.startsWith(COMMAND))
                .map(line -> line.substring(COMMAND.length()).split(" "))).hasSize(2).allSatisfy(
                        command -> assertThat(new CommandLine(new Gameday()).parseArgs(command).errors()).isEmpty());
        List<String> options = Pattern.compile("`(--[a-z-]+)").matcher(guide()).results().map(found -> found.group(1))
                .distinct().toList();
        assertThat(options).hasSizeGreaterThan(10);
        assertThat(new CommandLine(new Gameday()).getSubcommands().get("run").getCommandSpec().optionsMap().keySet())
                .containsAll(options);
    }
}
