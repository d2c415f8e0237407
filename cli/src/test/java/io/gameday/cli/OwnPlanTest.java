package io.gameday.cli;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPlanTest {

    static final String FILE = """
            title: One zone of the shop is slow
            hypothesis: Nobody notices.
            system:
              app: http
              entry: http://shop.example.com:8080
              cells:
                shop:
                  az1: { url: "http://10.0.1.10:8080", health: /healthz, toxiproxy: "http://10.0.1.10:8474", proxy: shop-az1 }
                  az2: { url: "http://10.0.2.10:8080" }
            traffic: { customers: 20, rate: 40/s, request: GET /checkout }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99 %, for: 5s } ]
              blastRadius: { zones: 1, customers: 30 % }
              stopWhen: [ { metric: availability, below: 80 %, for: 5s } ]
            steps: [ { inject: zone-latency, zone: az1, delay: 300ms, at: 5s, for: 40s } ]
            respond: { expect: [ { interventions: 0 } ] }
            """;

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    @AfterEach
    void listenNoMore() {
        System.clearProperty("gameday.home");
    }

    private static OwnPlan plan(String text) {
        Experiment experiment = ExperimentReader.read("x", "x.yaml", text).experiment().orElseThrow();
        return OwnPlan.of(experiment);
    }

    @Test
    void thePlanNamesEveryAddressThatIsCalledAndEveryTargetThatIsHit() {
        assertThat(String.join("\n", plan(FILE).lines()) + "\n").isEqualTo(
                """
                          system      1 cell, 2 zones, 2 addresses of your own
                            shop az1: http://10.0.1.10:8080, health /healthz, toxiproxy http://10.0.1.10:8474 proxy shop-az1
                            shop az2: http://10.0.2.10:8080, health /
                          customers   20, together 40/s: GET /checkout through http://shop.example.com:8080
                          canaries    GET /checkout at each of the 2 addresses, 5/s each
                          steps       1
                            zone-latency az1, 300 ms later, 5 s after the steady state, for 40 s
                              1 target: shop az1 by proxy shop-az1 at http://10.0.1.10:8474
                          at most     1 zone, 30 % of the customers, else it is stopped
                          stops when  availability < 80 % for 5 s
                          not seen    the zone of a customer's request: give system.zoneHeader for those that are answered, or leave system.entry out
                          not seen    whether what was acknowledged is kept: nothing is read back
                          not seen    interventions 0: what your system does by itself is not told to Gameday
                        """);
    }

    @Test
    void whatAHeaderCannotTellStaysUnseen() {
        assertThat(plan(FILE.replace("  cells:", "  zoneHeader: x-zone\n  cells:")).lines())
                .contains("  not seen    the zone of a customer's request that gets no answer, so no bound is on one "
                        + "zone's customers: leave system.entry out for that");
    }

    @Test
    void anotherTargetDelayOrAddressIsAnotherPlan() {
        String hash = plan(FILE).hash();
        assertThat(hash).matches("[0-9a-f]{16}");
        assertThat(plan(FILE).hash()).isEqualTo(hash);
        assertThat(plan(FILE.replace("title: One", "title: Once one")).hash()).isEqualTo(hash);
        for (String changed : new String[]{FILE.replace("300ms", "400ms"), FILE.replace("for: 40s", "for: 41s"),
                FILE.replace("10.0.2.10", "10.0.3.10"), FILE.replace("40/s", "41/s"), FILE.replace("30 %", "31 %")}) {
            assertThat(plan(changed).hash()).isNotEqualTo(hash);
            assertThat(plan(changed).refusal(hash)).hasValueSatisfying(
                    why -> assertThat(why).contains("it is not the one that was approved, so nothing was started"));
        }
        assertThat(plan(FILE).refusal(hash)).isEmpty();
    }

    @Test
    void checkPrintsThePlanWithItsHash() throws IOException {
        Path file = Files.writeString(folder.resolve("ours.yaml"), FILE);
        assertThat(Gameday.execute("check", file.toString())).isZero();
        assertThat(printed.out()).contains("✓ " + file + ": One zone of the shop is slow",
                "1 target: shop az1 by proxy shop-az1", "plan        " + plan(FILE).hash(),
                "gameday run " + file + " --unleashed " + plan(FILE).hash());
    }

    @Test
    void whatDoesNotGoWithASystemOfOnesOwnIsRefused() throws IOException {
        String file = Files.writeString(folder.resolve("ours.yaml"), FILE).toString();
        refused("is of app: http, a system of your own, of which there is no simulation", file, "--on", "simulated");
        refused("play them with two commands", file, "az-power-loss");
        refused("--unleashed is for a system of your own", "az-power-loss", "--unleashed", "1");
        refused("--unleashed approves the plan of one file, but there are 2; give one", file, file, "--unleashed", "1");
        refused("--agent is for the reference app", file, "--agent", folder.toString());
    }

    private void refused(String message, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        printed.reset();
        assertThat(Gameday.execute(all)).isEqualTo(2);
        assertThat(printed.err()).contains(message);
    }
}
