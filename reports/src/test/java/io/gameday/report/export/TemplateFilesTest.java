package io.gameday.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateFilesTest {

    @TempDir
    Path own;

    private void own(String name) throws IOException {
        Files.writeString(own.resolve(name), "own " + name);
    }

    @Test
    void theTemplateOfTheLanguageComesBeforeTheEnglishOne() throws IOException {
        String english = new TemplateFiles(null).text("coe.md");
        assertThat(new TemplateFiles(own, "de").text("coe.md")).isEqualTo(english);

        own("coe.md");
        assertThat(new TemplateFiles(own, "de").text("coe.md")).isEqualTo("own coe.md");

        own("coe-de.md");
        assertThat(new TemplateFiles(own, "de").text("coe.md")).isEqualTo("own coe-de.md");
        assertThat(new TemplateFiles(own).text("coe.md")).isEqualTo("own coe.md");
    }

    @Test
    void ofEachLanguageTheTeamsOwnComesBeforeOurs() throws IOException {
        own("coe.yaml");
        assertThat(new TemplateFiles(own, "ja").text("phrases-ja.yaml"))
                .isEqualTo(new TemplateFiles(null).text("phrases-ja.yaml"));
        own("phrases-ja.yaml");
        assertThat(new TemplateFiles(own, "ja").text("phrases-ja.yaml")).isEqualTo("own phrases-ja.yaml");
        assertThat(new TemplateFiles(own, "ja").place("phrases-ja.yaml"))
                .isEqualTo(own.resolve("phrases-ja.yaml").toString());
        assertThat(new TemplateFiles(null, "ja").place("phrases-ja.yaml")).isEqualTo("phrases-ja.yaml");
    }
}
