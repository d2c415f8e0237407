package io.gameday.target;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TransferTest {

    @Test
    void aGigabyteThatCrossesCostsTwoCentsOneForEachDirection() {
        Transfer hour = new Transfer(3_000_000_000L, 1_000_000_000L, Duration.ofHours(1));

        assertThat(hour.dollarsAMonth()).isCloseTo(14.4, within(1e-9));
        assertThat(hour.words()).isEqualTo("1000.0 MB of 3000.0 MB (33 %), at this rate $14.40 in 30 days");
    }

    @Test
    void whereNothingWentNothingIsCharged() {
        Transfer none = new Transfer(0, 0, Duration.ZERO);

        assertThat(none.share()).isZero();
        assertThat(none.dollarsAMonth()).isZero();
    }

    @Test
    void noMoreCrossesThanGoes() {
        assertThatThrownBy(() -> new Transfer(10, 11, Duration.ofSeconds(1)))
                .hasMessage("crossed is 11 of 10 bytes; allowed: 0 to the number of bytes, which is 0 or more");
    }
}
