package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What an experiment would be on AWS, without asking an account.
class CheckOnAwsTest {

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    @Test
    void aStepThatIsTooShortForFisIsToldAtItsDuration() {
        assertThat(Gameday.execute("check", "az-power-loss", "--on", "aws")).isEqualTo(2);
        assertThat(printed.out())
                .contains("≈ zone-power-loss zone az1  aws:ecs:stop-task and aws:network:disrupt-connectivity",
                        "ended by: FIS, when the action's duration is over")
                .containsPattern(
                        "az-power-loss:21:56: zone-power-loss zone az1 on AWS: lasts 40 s; FIS allows 1 min to 12 h");
    }

    @Test
    void whatFisCannotDoIsToldAtItsStep() {
        assertThat(Gameday.execute("check", "task-hang", "--on", "aws")).isEqualTo(2);
        assertThat(printed.out()).contains("× task-hang cell cell-1 zone az2",
                "task-hang:21:5: task-hang cell cell-1 zone az2 on AWS: FIS has no action");
    }

    @Test
    void itsTemplateIsPlayedByOurOwnEndpointsReaderAsTheSameFault() throws IOException {
        assertThat(Gameday.execute("check", "zonal-shift", "--on", "aws", "--templates", folder.toString())).isZero();
        assertThat(printed.out()).contains("Gameday itself does not play on AWS yet");
        Path template = folder.resolve("zonal-shift.fis.json");
        String filled = Files.readString(template)
                .replace("<ARN OF A ROLE FOR FIS>", "arn:aws:iam::111122223333:role/fis")
                .replace("<ARN OF AN ALARM THAT STOPS IT>",
                        "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:site-availability");
        Files.writeString(template, filled);
        printed.reset();
        assertThat(Gameday.execute("check", template.toString())).isZero();
        assertThat(printed.out()).contains("aws:ecs:task-network-packet-loss → zone-loss:", "0 unsupported");
    }

    @Test
    void whatDiffersOnAwsCountsThereAndNotHere() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, Files.readString(Repository.root().resolve("experiments/catalog/az-power-loss.yaml"))
                + "on:\n  aws:\n    steps: [{ for: 2m }]\n  simulated:\n    steps: [{ for: 50s }]\n");
        assertThat(Gameday.execute("check", file.toString(), "--on", "aws")).isZero();
        assertThat(Gameday.execute("run", file.toString(), "--on", "simulated", "--out", folder.toString())).isZero();
        assertThat(printed.out()).contains("✓ zone-power-loss az1  in force 50.0 s");
        assertThat(Gameday.execute("run", file.toString(), "--on", "local", "--dry-run")).isZero();
        assertThat(printed.out()).contains("after the steady state, for 40 s");
        try (Stream<Path> runs = Files.list(folder)) {
            Path run = runs.filter(Files::isDirectory).findFirst().orElseThrow();
            assertThat(Files.readString(run.resolve("experiment.yaml"))).startsWith("as: simulated\n");
        }
    }

    @Test
    void templatesAreWrittenForAwsAlone() throws IOException {
        assertThat(Gameday.execute("check", "az-power-loss", "--templates", folder.toString())).isEqualTo(2);
        assertThat(printed.err()).contains("--templates is for --on aws");
    }
}
