package io.gameday.traffic;

import io.gameday.http.HttpAnswer;
import io.gameday.target.Transfer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TransferredTest {

    private final Transferred transferred = new Transferred();

    @Test
    void whatAnswersTellIsAddedUp() {
        transferred.add(telling("700/0"));
        transferred.add(telling("900/700"));

        assertThat(transferred.sum(Duration.ofSeconds(9))).contains(new Transfer(1600, 700, Duration.ofSeconds(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "700", "700/701", "-1/0", "1e3/0", "9999999999999/0", "7/0/0"})
    void whatIsNoCountIsLeftOut(String header) {
        transferred.add(telling(header));

        assertThat(transferred.sum(Duration.ofSeconds(9))).isEmpty();
    }

    private static HttpAnswer telling(String header) {
        return new HttpAnswer(201, Map.of(Transferred.HEADER, header), new byte[0]);
    }
}
