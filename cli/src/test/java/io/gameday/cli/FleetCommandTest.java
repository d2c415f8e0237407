package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// `gameday fleet`, in this process, over a fleet small enough to be played in no time.
class FleetCommandTest {

    private static final String FLEET = """
            title: Two cells
            trough: 50 %
            hurtFrom: 1 %
            alarms: { healthyHosts: 50 %, errors: 1 %, requests: 30 % }
            transfer: { kilobytes: 8, hops: 9, dollars: 0.02 }
            instances: [ { instance: small, rate: 300/s, dollars: 0.03 } ]
            before: { instance: small, scaleAt: 35 % }
            regions:
              - region: north
                zones: [n1, n2]
                peakAt: 2h
                clusters: [ { cluster: web, peak: 900/s, customers: 80, cells: { n1: 1, n2: 1 }, instance: small, scaleAt: 45 % } ]
            faults: [ { fault: zone-power-loss, region: north, zone: n1, at: 1h, for: 20m } ]
            """;

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    private int fleet(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), text);
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 2, options.length);
        all[0] = "fleet";
        all[1] = file.toString();
        return Gameday.execute(all);
    }

    @Test
    void threeGenerationsStandUnderEachFault() throws IOException {
        assertThat(fleet(FLEET, "--hours", "3")).isZero();

        assertThat(printed.out()).contains("Two cells   SIMULATED BY RATES   seed 1, 3 h",
                "1 Region, 1 cluster, 2 cells", "zone-power-loss north n1, 20 min from 01:00", "zone affinity");
        assertThat(printed.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(printed.err()).contains("· generation 3 of 3: 3 of 3 h");
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        for (String name : new String[]{"a", "b"}) {
            assertThat(fleet(FLEET, "--hours", "3", "--seed", "5", "--journal", folder.resolve(name).toString(),
                    "--out", folder.resolve(name + ".json").toString())).isZero();
        }

        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b")).content()
                .startsWith("{\"seq\":1,\"at\":\"2026-11-19T00:00:00Z\"").contains("\"CellLeft\"");
        assertThat(folder.resolve("a.json")).hasSameBinaryContentAs(folder.resolve("b.json")).content()
                .contains("\"hurt\"");
    }

    @Test
    void jsonOnStdoutIsAllThatIsThere() throws IOException {
        assertThat(fleet(FLEET, "--hours", "2", "--json")).isZero();

        assertThat(printed.out()).startsWith("{").endsWith("}\n").contains("\"busiestPeak\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --hours   | 0          | --hours is 0; allowed: 1 to 48
            --out     | no/x.json  | --out is no/x.json, and there is no folder
            --journal | no/x.jsonl | --journal is no/x.jsonl, and there is no folder
            """)
    void aWrongOptionIsToldBeforeAnythingIsPlayed(String option, String value, String told) throws IOException {
        assertThat(fleet(FLEET, option, value)).isEqualTo(2);
        assertThat(printed.err()).contains(told).doesNotContain("generation");
    }

    @Test
    void everyProblemOfTheFileIsToldWithItsPlace() throws IOException {
        assertThat(fleet(FLEET.replace("trough: 50 %", "trough: 0 %").replace("zone: n1, at", "zone: n7, at")))
                .isEqualTo(2);
        assertThat(printed.err()).contains("mine.yaml:2:9: trough is 0 %; allowed: 1 % to 100 %",
                "faults[1].zone is 'n7'; did you mean 'n1'?; allowed: n1, n2");
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        assertThat(Gameday.execute("fleet", "egres-platform")).isEqualTo(2);
        assertThat(printed.err()).contains("unknown fleet 'egres-platform'; did you mean 'egress-platform'?");
    }
}
