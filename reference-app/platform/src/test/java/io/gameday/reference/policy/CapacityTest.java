package io.gameday.reference.policy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CapacityTest {

    @ParameterizedTest(name = "{0}/s, {1} %, {2} zones, {3} cells, {4} ms")
    @CsvSource({"120, 150, 3, 2, 90, 66, 3, 6", "120, 100, 3, 2, 90, 44, 2, 4", "120, 300, 3, 2, 90, 132, 6, 12",
            "100, 200, 2, 1, 90, 110, 10, 10", "1, 100, 3, 2, 90, 1, 1, 2"})
    void scalesAheadOfThePeak(double peak, int headroom, int zones, int cells, long hold, int perZone, int perTask,
            int slots) {
        assertThat(Capacity.of(peak, headroom, zones, cells, Duration.ofMillis(hold)))
                .isEqualTo(new Capacity(perZone, perTask, slots));
    }

    @Test
    void namesTheHeadroomThatIsNotAllowed() {
        assertThatThrownBy(() -> Capacity.of(120, 99, 3, 2, Duration.ofMillis(90)))
                .hasMessage("headroom is 99 %; allowed: 100 to 300 %");
    }
}
