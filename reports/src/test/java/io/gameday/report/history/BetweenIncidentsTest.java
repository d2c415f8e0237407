package io.gameday.report.history;

import io.gameday.journal.Verdict;
import io.gameday.target.TargetKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BetweenIncidentsTest {

    private static PastRun run(TargetKind target, String at) {
        return new PastRun(at, at, Instant.parse(at), "x", "x", target, new PastRun.Settings(0, 0, 0, 0.999), 1,
                Verdict.UNKNOWN, 0, false, List.of(), List.of());
    }

    @Test
    void theTimeIsFromTheStartOfARealIncidentToTheStartOfTheNext() {
        List<PastRun> runs = List.of(run(TargetKind.INCIDENT, "2026-03-01T00:00:00Z"),
                run(TargetKind.INCIDENT, "2026-01-01T00:00:00Z"), run(TargetKind.INCIDENT, "2026-01-02T06:00:00Z"));
        assertThat(BetweenIncidents.of(runs).words())
                .isEqualTo("3 real incidents; from one to the next: median 29.5 days, 30.0 h to 57.8 days");
    }

    @Test
    void whatWasBrokenOnPurposeIsNoFailure() {
        List<PastRun> runs = List.of(run(TargetKind.INCIDENT, "2026-01-01T00:00:00Z"),
                run(TargetKind.LOCAL, "2026-01-01T10:00:00Z"), run(TargetKind.SIMULATED, "2026-01-01T11:00:00Z"));
        assertThat(BetweenIncidents.of(runs).words()).isEqualTo("1 real incident");
    }

    @Test
    void thereIsNoMeanOfFewerThanTen() {
        List<PastRun> runs = new ArrayList<>();
        for (int day = 1; day <= 10; day++) {
            runs.add(run(TargetKind.INCIDENT, "2026-01-%02dT00:00:00Z".formatted(day)));
        }
        assertThat(BetweenIncidents.of(runs).words()).doesNotContain("mean").contains("median 24.0 h");
        runs.add(run(TargetKind.INCIDENT, "2026-01-21T00:00:00Z"));
        assertThat(BetweenIncidents.of(runs).words()).contains(", mean 2.0 days");
    }
}
