package io.gameday.console;

import io.gameday.console.prepare.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PapersHereTest {

    @TempDir
    private Path plans;

    private PapersHere papers() {
        return new PapersHere(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", "-Dgameday.home=" + SimulatedRun.catalog().getParent().getParent(),
                        "-cp", System.getProperty("java.class.path"), "io.gameday.cli.Gameday"),
                plans, _ -> {
                });
    }

    @Test
    void thePlanIsWrittenFromTextThatIsInNoFile() throws IOException {
        String text = Files.readString(SimulatedRun.catalog().resolve("az-power-loss-unscaled.yaml"));
        Path pdf = plans.resolve("mine").resolve("plan.pdf");
        assertThat(papers().write("mine", text)).isEqualTo(new Papers.Printed(pdf, ""));
        assertThat(Files.readString(pdf, java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }

    @Test
    void whatCannotBeWrittenIsToldInWords() throws IOException {
        Files.writeString(plans.resolve("mine"), "a file where the folder is to be");
        String text = Files.readString(SimulatedRun.catalog().resolve("az-power-loss-unscaled.yaml"));
        var printed = papers().write("mine", text);
        assertThat(printed.file()).isNull();
        assertThat(printed.trouble()).contains("cannot be made").contains("--out FOLDER");
    }

    @Test
    void whatTheLauncherSaysOfItsBuildingIsNoTrouble() throws IOException {
        Path launcher = plans.resolve("gameday");
        Files.writeString(launcher, "#!/bin/sh\necho 'Building Gameday' >&2\necho \"$4/mine/plan.pdf\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        assertThat(new PapersHere(List.of(launcher.toString()), plans, _ -> {
        }).write("mine", "")).isEqualTo(new Papers.Printed(plans.resolve("mine").resolve("plan.pdf"), ""));
    }

    @Test
    void aCommandThatIsNotThereIsToldToo() {
        var printed = new PapersHere(List.of(plans.resolve("gameday").toString()), plans, _ -> {
        }).write("mine", "");
        assertThat(printed.file()).isNull();
        assertThat(printed.trouble()).contains("gameday");
    }
}
