package io.gameday.experiment;

import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Quantities with their units, and guesses at misspelt words.
class WordsTest {

    @ParameterizedTest
    @CsvSource({"500ms, 500", "40s, 40000", "1.5 s, 1500", "2m, 120000", "24 h, 86400000", "' 3s ', 3000"})
    void aDurationHasANumberAndAUnit(String text, long millis) {
        assertThat(Units.duration(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "s", "-1s", "1d", "1 %", "5/s", "1,5s", "1e3s", "9999999999s", "1s2", "", "٣s"})
    void whatHasNoneIsNoDuration(String text) {
        assertThat(Units.duration(text)).isEmpty();
    }

    @Test
    void percentAndRateAreNotMixedUp() {
        assertThat(Units.percent("99.9 %")).hasValue(99.9);
        assertThat(Units.percent("99.9")).isEmpty();
        assertThat(Units.percent("99.9/s")).isEmpty();
        assertThat(Units.rate("120/s")).hasValue(120);
        assertThat(Units.rate("120 %")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "350, 350 ms", "1000, 1 s", "3440, 3.4 s", "90000, 90 s", "120000, 2 min",
            "125000, 2 min 5 s", "3900000, 1 h 5 min", "-350, -350 ms", "3600000, 1 h", "3605000, 1 h 0 min 5 s",
            "86400000, 24 h"})
    void durationsReadAsPeopleSayThem(long millis, String words) {
        assertThat(Units.words(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"latancy, latency", "zone-powerloss, zone-power-loss", "az9, az1", "latency, latency"})
    void aMisspeltWordHasANearestOne(String word, String nearest) {
        assertThat(NearestWord.to(word, List.of("latency", "zone-power-loss", "az1"))).contains(nearest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"something-else", "xyz", "zone"})
    void aWordThatIsLikeNoneHasNone(String word) {
        assertThat(NearestWord.to(word, List.of("latency", "zone-power-loss", "az1"))).isEmpty();
    }

    @Test
    void ofTwoEquallyNearTheFirstInTheAlphabetIsMeant() {
        assertThat(NearestWord.to("az", List.of("az2", "az1"))).contains("az1");
        assertThat(NearestWord.to("az", List.of())).isEmpty();
    }
}
