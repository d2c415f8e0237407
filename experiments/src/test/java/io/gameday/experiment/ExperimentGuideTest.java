package io.gameday.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The examples of `docs/experiment.md`, as they stand there.
class ExperimentGuideTest {

    @Test
    void everyExampleOfTheGuideIsValid() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "experiment.md"));
        List<String> examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(guide).results()
                .map((MatchResult found) -> found.group(1)).toList();
        assertThat(examples).isNotEmpty().allSatisfy(
                example -> assertThat(ExperimentReader.read("guide", "guide.yaml", example).problems()).isEmpty());
    }
}
