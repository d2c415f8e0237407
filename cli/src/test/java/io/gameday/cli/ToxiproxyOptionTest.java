package io.gameday.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ToxiproxyOptionTest {

    @Test
    void theUsualPortIsTakenWhereNoneIsNamed() {
        assertThat(ToxiproxyOption.address("http://127.0.0.1")).isEqualTo("127.0.0.1:8474");
        assertThat(ToxiproxyOption.address("127.0.0.1:9000")).isEqualTo("127.0.0.1:9000");
        assertThat(ToxiproxyOption.address("http://localhost:9000/")).isEqualTo("localhost:9000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://127.0.0.1:8474", "http://127.0.0.1:8474/proxies", "http://me@127.0.0.1",
            "http://127.0.0.1:99999", "no such thing", "http://192.0.2.1:8474"})
    void whatIsNoToxiproxyOfThisMachineIsAMistakeInTheCall(String url) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ToxiproxyOption.address(url))
                .matches(refused -> refused.exitCode() == 2).withMessageContaining("--toxiproxy is ")
                .withMessageContaining("http://127.0.0.1");
    }
}
