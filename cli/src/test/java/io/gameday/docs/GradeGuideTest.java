package io.gameday.docs;

import io.gameday.cli.Repository;
import io.gameday.experiment.GradeFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GradeGuideTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyFileInTheGuideIsReadWithoutAProblem() throws IOException {
        List<GradeFileReader.Reading> readings = YAML
                .matcher(Files.readString(Repository.root().resolve("docs/grade.md"))).results()
                .map(yaml -> GradeFileReader.read("docs/grade.md", yaml.group(1))).toList();

        assertThat(readings).allSatisfy(reading -> assertThat(reading.problems()).isEmpty());
        assertThat(readings).extracting(reading -> reading.grade().orElseThrow().alarms().size()).containsExactly(2, 1);
    }
}
