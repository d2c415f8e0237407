package io.gameday.report;

import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeFileReader.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

public class CoeGuideTest {

    /// The file of the guide, as it stands there.
    public static String example() throws IOException {
        Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "coe.md")));
        assertThat(yaml.find()).isTrue();
        return yaml.group(1);
    }

    @Test
    void theFileOfTheGuideIsReadWithoutAProblem() throws IOException {
        Reading reading = CoeFileReader.read("docs/coe.md", example());

        assertThat(reading.problems()).isEmpty();
        CoeFile file = reading.file().orElseThrow();
        assertThat(file.whys()).hasSize(5);
        assertThat(file.actions()).hasSize(3);
    }

    @Test
    void theGuideNamesEveryFieldOfTheFile() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "coe.md"));
        String allowed = CoeFileReader.read("x", "coe: 1\nnothing: x\n").problems().getFirst().message();
        assertThat(allowed.substring(allowed.indexOf("allowed: ") + 9).split(", "))
                .allSatisfy(field -> assertThat(guide).containsPattern("[`.]" + field + "[`.]"));
    }
}
