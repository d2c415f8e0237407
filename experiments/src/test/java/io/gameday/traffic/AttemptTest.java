package io.gameday.traffic;

import io.gameday.observability.Outcome;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptTest {

    @ParameterizedTest
    @CsvSource({"201, USEFUL", "200, USEFUL", "503, FAILED", "overloaded, REFUSED", "500, FAILED", "502, FAILED",
            "404, FAILED", "504, UNANSWERED", "timeout, UNANSWERED", "unreachable, FAILED", "broken, FAILED"})
    void eachOutcomeIsRead(String word, Outcome outcome) {
        assertThat(Attempt.parse("az1/orders-1/" + word)).containsExactly(new Attempt("az1", "orders-1", outcome));
    }

    @Test
    void attemptsKeepTheirOrder() {
        assertThat(Attempt.parse("az1/orders-1/broken, az2/orders-5/201")).containsExactly(
                new Attempt("az1", "orders-1", Outcome.FAILED), new Attempt("az2", "orders-5", Outcome.USEFUL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "/", "az1", "az1/orders-1", "az1/orders-1/", "az1/orders-1/yes", "/orders-1/201",
            "az1//201", "az1/orders-1/201/more", "az1/orders-1/2010", "az1/orders-1/-1"})
    void whatCannotBeReadIsLeftOutAndTheRestKept(String malformed) {
        assertThat(Attempt.parse(malformed)).isEmpty();
        assertThat(Attempt.parse(malformed + ",az2/orders-5/201"))
                .containsExactly(new Attempt("az2", "orders-5", Outcome.USEFUL));
    }

    @Test
    void noHeaderIsFatalHoweverLongOrStrange() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            StringBuilder header = new StringBuilder();
            random.ints(random.nextInt(200), 32, 127).forEach(c -> header.append(c % 5 == 0 ? ',' : (char) c));
            assertThat(Attempt.parse(header.toString())).hasSizeLessThanOrEqualTo(16);
        }
        assertThat(Attempt.parse("az1/orders-1/201,".repeat(1000))).hasSize(16);
    }
}
