package io.gameday.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What `run` and `check` say of a file that grades the team's own alarms and pages.
class TeamOptionsTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(told, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void aRunWithoutTheAddressesIsRefusedWithTheNextStep() throws IOException {
        assertThat(run(file("prometheus", "alertmanager"))).isEqualTo(2);
        assertThat(told()).contains("detect.from is prometheus, and nothing says where it is; give --prometheus URL",
                "give --listen PORT to hear what it sends");
    }

    @Test
    void cloudWatchIsReadOnlyWhereTheOperatorSaysSo() throws IOException {
        assertThat(run(file("cloudwatch", "pagerduty"), "--pagerduty")).isEqualTo(2);
        assertThat(told()).contains("detect.from is cloudwatch; give --cloudwatch, or --cloudwatch=REGION");
    }

    @Test
    void aSimulationIsRefusedBecauseTheTeamsToolsKnowNothingOfIt() throws IOException {
        assertThat(run(file("prometheus", "pagerduty"), "--on", "simulated", "--prometheus", "http://127.0.0.1:1",
                "--pagerduty")).isEqualTo(2);
        assertThat(told()).contains("which know nothing of a simulation");
    }

    @Test
    void aPrometheusThatDoesNotAnswerIsNotStarted() throws IOException {
        assertThat(run(file("prometheus", "gameday"), "--prometheus", "http://127.0.0.1:1")).isEqualTo(5);
        assertThat(told()).contains("Prometheus at http://127.0.0.1:1 did not answer", "nothing was started");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void anAddressThatNothingWouldReadIsRefused() throws IOException {
        assertThat(run(file("gameday", "gameday"), "--prometheus", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(told()).contains("--prometheus is given, and no experiment here grades by it",
                "Write detect.from: prometheus into the file, or leave the option out");
        assertThat(run(file("prometheus", "gameday"), "--prometheus", "http://127.0.0.1:1", "--listen", "0"))
                .isEqualTo(2);
        assertThat(told()).contains("--listen is given, and no experiment here grades by it");
        assertThat(run(file("prometheus", "gameday"), "--prometheus", "http://127.0.0.1:1", "--aws-endpoint",
                "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(told()).contains("--aws-endpoint is given without --cloudwatch");
    }

    @Test
    void listeningWithoutATokenIsRefused() throws IOException {
        assertThat(run(file("gameday", "alertmanager"), "--listen", "0")).isEqualTo(2);
        assertThat(told()).contains("GAMEDAY_LISTEN_TOKEN");
        assertThat(Gameday.execute("listen", "--out", folder.resolve("log").toString())).isEqualTo(2);
    }

    @Test
    void checkSaysWhatAFileNeeds() throws IOException {
        assertThat(Gameday.execute("check", file("prometheus", "pagerduty"))).isEqualTo(0);
        assertThat(told()).contains("detect.from: prometheus needs --prometheus URL",
                "respond.from: pagerduty needs --pagerduty and GAMEDAY_PAGERDUTY_TOKEN");
    }

    private int run(String file, String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "run";
        all[1] = file;
        all[2] = "--out";
        all[3] = folder.resolve("runs").toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return Gameday.execute(all);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private String file(String alarms, String pages) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), """
                title: t
                hypothesis: h
                system: { cells: 2 }
                traffic: { customers: 40, rate: 120/s }
                prepare:
                  steadyState: [ { metric: availability, atLeast: 99.9 %% } ]
                  blastRadius: { zones: 1 }
                steps: [ { inject: zone-power-loss, zone: az1, for: 40s } ]
                detect: { from: %s }
                respond: { from: %s }
                """.formatted(alarms, pages)).toString();
    }
}
