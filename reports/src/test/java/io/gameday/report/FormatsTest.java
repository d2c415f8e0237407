package io.gameday.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormatsTest {

    @TempDir
    private Path folder = Path.of("");

    private Formats stream(String... pieces) {
        Formats formats = new Formats(folder);
        formats.stream("long.json", out -> {
            for (String piece : pieces) {
                out.write(piece.getBytes());
            }
        });
        return formats;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "abcx", "xbcd", "abcdef"})
    void whatIsOtherwiseIsWrittenAnew(String before) throws IOException {
        Path file = Files.writeString(folder.resolve("long.json"), before);
        assertThat(stream("ab", "", "c", "d").problems()).isEmpty();
        assertThat(file).hasContent("abcd");
        assertThat(folder.toFile().list()).containsExactly("long.json");
    }

    @Test
    void whatIsSoAlreadyKeepsItsAge() throws IOException {
        Path file = Files.writeString(folder.resolve("long.json"), "abcd");
        FileTime age = FileTime.from(Instant.parse("2026-11-21T12:00:00Z"));
        Files.setLastModifiedTime(file, age);
        assertThat(stream("a", "bcd").files()).containsExactly(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(age);
    }

    @Test
    void whatFailsHalfwayLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("long.json"), "before");
        Formats formats = new Formats(folder);
        formats.stream("long.json", out -> {
            out.write('a');
            throw new IOException("no more");
        });
        assertThat(formats.problems()).extracting(Reports.Problem::toString).singleElement().asString()
                .contains("long.json", "no more");
        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("long.json");
    }

    @Test
    void partsThatAreMadeTogetherStandInTheirOrderAndOneThatFailsCostsNoOther() {
        Formats formats = new Formats(folder);
        formats.together(List.of(first -> first.text("1.txt", () -> "one"), second -> second.text("2.txt", () -> {
            throw new IOException("no more");
        }), third -> third.text("3.txt", () -> "three")));
        assertThat(formats.files()).containsExactly(folder.resolve("1.txt"), folder.resolve("3.txt"));
        assertThat(formats.problems()).extracting(Reports.Problem::file).containsExactly("2.txt");
    }

    @Test
    void whatNoFormatThrowsIsNotSwallowed() {
        Formats formats = new Formats(folder);
        List<Consumer<Formats>> parts = List.of(part -> {
            throw new IllegalStateException("a defect");
        });
        assertThatThrownBy(() -> formats.together(parts)).hasRootCauseMessage("a defect");
    }
}
