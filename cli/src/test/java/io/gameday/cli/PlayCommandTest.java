package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlayCommandTest {

    @RegisterExtension
    private final Printed printed = new Printed();

    static List<String> shipped() {
        return new Stories(Repository.root(), new Catalog(Repository.root())).names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void bothSidesOfAStoryComeOutAsItSaysAndStandOnOnePage(String story, @TempDir Path out) throws IOException {
        assertThat(Gameday.execute("play", story, "--out", out.toString())).as(printed.err() + printed.out())
                .isEqualTo(ExitCodes.HELD);
        Path folder;
        try (Stream<Path> made = Files.list(out)) {
            folder = made.findFirst().orElseThrow();
        }
        assertThat(folder.resolve("as-it-was")).isDirectory();
        assertThat(folder.resolve("with-the-fix")).isDirectory();
        assertThat(folder.resolve("side-by-side.md")).content().contains("from the talk", "as it was, modelled",
                "with the fix, modelled");
        assertThat(folder.resolve("side-by-side.html")).content().contains("<svg");
        assertThat(folder.resolve("side-by-side.pdf")).exists();
    }

    @Test
    void anUnknownStoryIsToldWithThoseThereAre(@TempDir Path out) {
        assertThat(Gameday.execute("play", "slack-five-alarm", "--out", out.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(printed.err()).contains("did you mean 'slack-five-alarms'", "kinesis-blocked-logs");
        assertThat(out).isEmptyDirectory();
    }
}
