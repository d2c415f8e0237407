package io.gameday.docs;

import io.gameday.cli.Gameday;
import io.gameday.cli.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The workflows that teams copy give commands that there are. They are played by hand, red and green, before a release.
class CiGuideTest {

    private static final String COMMAND = ".gameday/gameday ";

    private static final Pattern SHOWN = Pattern
            .compile(" {4}[$] (?:[.]/)?(?:docker run .* local/)?gameday(?::test)? (.*)");

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("docs/ci"))) {
            return files.sorted().toList();
        }
    }

    private static List<String[]> commands(Path workflow) throws IOException {
        JsonNode file = YAMLMapper.builder().build().readTree(Files.readString(workflow));
        List<String> lines = new ArrayList<>();
        file.findValues("run").forEach(run -> lines.addAll(run.asString().lines().toList()));
        file.findValues("script").forEach(script -> script.forEach(line -> lines.add(line.asString())));
        return lines.stream().filter(line -> line.startsWith(COMMAND))
                .map(line -> line.substring(COMMAND.length()).split(" ")).toList();
    }

    @Test
    void everyCommandOfEveryWorkflowIsOne() throws IOException {
        assertThat(workflows()).hasSize(3);
        for (Path workflow : workflows()) {
            assertThat(commands(workflow)).as(workflow.toString()).isNotEmpty().allSatisfy(
                    command -> assertThat(new CommandLine(new Gameday()).parseArgs(command).errors()).isEmpty());
        }
    }

    @Test
    void everyWorkflowKeepsWhatItsRunsLeaveAlsoWhenTheyFail() throws IOException {
        for (Path workflow : workflows()) {
            String text = Files.readString(workflow);
            assertThat(commands(workflow)).as(workflow.toString())
                    .anyMatch(command -> List.of(command).contains("--artifacts"));
            assertThat(text).as(workflow.toString()).containsPattern("if: always\\(\\)|when: always");
        }
    }

    @Test
    void theGuideNamesEveryWorkflowAndItsCommandIsOne() throws IOException {
        String guide = Files.readString(Repository.root().resolve("docs/ci.md"));
        for (Path workflow : workflows()) {
            assertThat(guide).contains("(ci/" + workflow.getFileName() + ")");
        }
        assertThat(guide.lines().map(SHOWN::matcher).filter(Matcher::matches).map(line -> line.group(1).split(" ")))
                .hasSize(4).allSatisfy(
                        command -> assertThat(new CommandLine(new Gameday()).parseArgs(command).errors()).isEmpty());
    }
}
