package io.gameday.observability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"0, 0 %", "1, 100 %", "0.5, 50 %", "0.204, 20.4 %", "0.999, 99.9 %", "0.99996, > 99.9 %",
            "0.0001, < 0.1 %", "0.0006, < 0.1 %", "0.001, 0.1 %", "0.9994999, 99.9 %"})
    void whatIsNotAllNeverReadsAsAllNorWhatIsSomethingAsNothing(double share, String words) {
        assertThat(Share.percent(share)).isEqualTo(words);
    }

    @Test
    void sharesHaveNumeratorAndDenominator() {
        assertThat(Share.of(2, 7687)).isEqualTo("2 of 7,687 (< 0.1 %)");
        assertThat(Share.of(0, 0)).isEqualTo("0 of 0");
        assertThat(Share.percent(0, 0)).isEqualTo("–");
    }
}
