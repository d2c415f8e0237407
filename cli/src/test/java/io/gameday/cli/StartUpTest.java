package io.gameday.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What a quick command loads.
class StartUpTest {

    @TempDir
    private Path folder;

    @Test
    void aCheckDoesNotLoadTheLibraryOfAws() throws Exception {
        Path loaded = folder.resolve("loaded");
        Process check = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + loaded, "-cp",
                System.getProperty("java.class.path"), "io.gameday.cli.Gameday", "check",
                Repository.root().resolve("experiments/catalog/az-power-loss.yaml").toString()).inheritIO().start();

        assertThat(check.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).isZero();
        assertThat(Files.readAllLines(loaded)).anyMatch(line -> line.contains(" io.gameday.cli.GradeCommand "))
                .noneMatch(line -> line.contains(" software.amazon.") || line.contains(" io.gameday.aws."));
    }
}
