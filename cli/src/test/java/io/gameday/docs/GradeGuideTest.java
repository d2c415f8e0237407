package io.gameday.docs;

import io.gameday.cli.Repository;
import io.gameday.experiment.GradeFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GradeGuideTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void theFileInTheGuideIsReadWithoutAProblem() throws IOException {
        Matcher yaml = YAML.matcher(Files.readString(Repository.root().resolve("docs/grade.md")));

        assertThat(yaml.find()).isTrue();
        GradeFileReader.Reading reading = GradeFileReader.read("docs/grade.md", yaml.group(1));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.grade().orElseThrow().alarms()).hasSize(2);
    }
}
