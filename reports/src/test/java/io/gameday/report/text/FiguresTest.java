package io.gameday.report.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"PT3.44S, 3.4 s", "PT0S, 0.0 s", "PT-1.7S, −1.7 s", "PT119.9S, 119.9 s", "PT2M, 2 min 0.0 s",
            "PT1H2M3S, 62 min 3.0 s"})
    void durationsAreToldInSeconds(Duration duration, String words) {
        assertThat(Figures.seconds(duration)).isEqualTo(words);
    }

    @Test
    void sharesAlwaysHaveNumeratorAndDenominator() {
        assertThat(Figures.of(1197, 5867, "orders")).isEqualTo("1,197 of 5,867 orders (20.4 %)");
        assertThat(Figures.of(0, 0, "orders")).isEqualTo("0 of 0 orders");
    }

    @Test
    void instantsAreUtcAndCutOffNotRounded() {
        Instant instant = Instant.parse("2026-11-19T14:02:05.999Z");
        assertThat(Figures.clock(instant)).isEqualTo("14:02:05.9");
        assertThat(Figures.date(instant)).isEqualTo("19 November 2026");
        assertThat(Figures.stamp(instant)).isEqualTo("20261119-140205");
    }

    @Test
    void listsAndNamesReadAsWords() {
        assertThat(Figures.list(List.of())).isEqualTo("none");
        assertThat(Figures.list(List.of("az1", "az2", "az3"))).isEqualTo("az1, az2 and az3");
        assertThat(Figures.words("mitigateFromImpact")).isEqualTo("mitigate from impact");
        assertThat(Figures.many(1, "fault") + ", " + Figures.many(2, "fault")).isEqualTo("1 fault, 2 faults");
        assertThat(Figures.sentence("held") + Figures.sentence("Held.") + Figures.sentence("")).isEqualTo("held.Held.");
    }
}
