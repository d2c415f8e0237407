package io.gameday.console.prepare;

import java.io.IOException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReachWordsTest {

    @Test
    void withoutHeadroomTheOtherZonesCannotHoldThePeak() throws IOException {
        ReachWords words = words(Bench.text("az-power-loss-unscaled"));
        assertThat(words.warning()).contains("At 100 % the other zones (2) hold 88 of 120 req/s: up to 27 % of orders "
                + "may fail. That is what this experiment asks.");
        assertThat(words.asked("cell-1", "az1")).isEqualTo("20/s");
        assertThat(words.asked("cell-1", "az2")).isEqualTo("20 → 30/s");
        assertThat(words.holds()).isEqualTo("holds 22");
        assertThat(words.overloaded("cell-2")).isTrue();
        assertThat(words.zonesAtMost()).isEqualTo("1 of 3");
        assertThat(words.customersAtMost()).isEqualTo("10 of 40 (25 %)");
        assertThat(words.customersInReach()).isEqualTo("40 of 40");
        assertThat(words.inside()).isTrue();
        assertThat(words.compared()).isEqualTo("1 of at most 1 zones");
    }

    @Test
    void withHeadroomNothingIsWarnedOf() throws IOException {
        assertThat(words(Bench.text("az-power-loss")).warning()).isEmpty();
    }

    @Test
    void whatATeamsOwnSystemHoldsIsNotGuessedThoughAllOfItIsHit() {
        ReachWords words = words(
                """
                        title: A surge
                        hypothesis: Everybody is served all the same.
                        system: { app: http, cells: { shop: { az1: { url: "http://127.0.0.1:8080" }, az2: { url: "http://127.0.0.1:8081" } } } }
                        traffic: { customers: 4, rate: 20/s, request: GET /checkout }
                        prepare:
                          steadyState: [ { metric: availability, atLeast: 90 %, for: 2s } ]
                          blastRadius: { zones: 2 }
                        steps: [ { inject: surge, rate: 40/s, at: 1s, for: 12s } ]
                        respond: { expect: [ { metric: availability, atLeast: 90 %, within: 2s, for: 2s } ] }
                        """);
        assertThat(words.warning()).isEmpty();
        assertThat(words.holds()).doesNotContain("NaN");
    }

    @Test
    void whatOperatorsDoIsToldThoughItIsInNoReach() throws IOException {
        assertThat(words(Bench.text("zonal-shift")).operations())
                .isEqualTo("operators at 20 s: zonal shift away from az1, for 60 s");
        assertThat(words(Bench.text("task-crash")).operations()).isEmpty();
    }

    @Test
    void aCrashReachesTheCustomersOfItsCell() throws IOException {
        ReachWords words = words(Bench.text("task-crash"));
        assertThat(words.customersInReach()).isEqualTo("20 of 40");
        assertThat(words.overloaded("cell-2")).isFalse();
    }

    @Test
    void everyLimitThatIsPassedIsNamed() throws IOException {
        ReachWords words = words(Bench.text("az-power-loss").replaceFirst("blastRadius: \\{ zones: 1",
                "blastRadius: { zones: 0, tasks: 5, cells: 2"));
        assertThat(words.inside()).isFalse();
        assertThat(words.compared()).isEqualTo("1 of at most 0 zones");
    }

    private static ReachWords words(String text) {
        return new ReachWords(Checked.of("x", "x.yaml", text).reach().orElseThrow());
    }
}
