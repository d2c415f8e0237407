package io.gameday.docs;

import io.gameday.cli.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JunitGuideTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theTestInTheGuideIsOneThatTheBuildPlaysOnBothGenerations() throws IOException {
        String sample = Files
                .readString(Repository.root().resolve("junit/src/test/java/io/gameday/junit/SampleGameDays.java"));
        Matcher shown = JAVA.matcher(Files.readString(Repository.root().resolve("docs/junit.md")));
        assertThat(shown.find()).isTrue();
        assertThat(sample).contains(shown.group(1).indent(4));
    }
}
