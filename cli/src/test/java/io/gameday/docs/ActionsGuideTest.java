package io.gameday.docs;

import io.gameday.cli.Gameday;
import io.gameday.cli.Repository;
import io.gameday.report.words.CoeFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ActionsGuideTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static String guide() throws IOException {
        return Files.readString(Repository.root().resolve("docs/actions.md"));
    }

    @Test
    void theFileInTheGuideIsReadWithoutAProblem() throws IOException {
        List<String> files = YAML.matcher(guide()).results().map(yaml -> yaml.group(1)).toList();

        assertThat(files).hasSize(1)
                .allSatisfy(file -> assertThat(CoeFileReader.read("docs/actions.md", file).problems()).isEmpty());
    }

    @Test
    void everyCommandInTheGuideIsOne() throws IOException {
        List<String> commands = guide().lines().filter(line -> line.startsWith("    ./gameday "))
                .map(line -> line.strip().substring("./gameday ".length())).toList();

        assertThat(commands).hasSize(9).allSatisfy(
                command -> assertThat(new CommandLine(new Gameday()).parseArgs(command.split(" ")).errors()).isEmpty());
    }
}
