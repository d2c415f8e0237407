package io.gameday.proxy;

import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RangesTest {

    private static Arguments refused(ThrowingCallable call, String message) {
        return arguments(message, call);
    }

    static Stream<Arguments> everyBound() {
        return Stream.of(refused(() -> new Latency(-1, 0), "latency is -1 ms; allowed: 0 to 30000 ms"),
                refused(() -> new Latency(30_001, 0), "latency is 30001 ms; allowed: 0 to 30000 ms"),
                refused(() -> new Latency(5, 6), "jitter is 6 ms; allowed: 0 to 5 ms"),
                refused(() -> new Bandwidth(-1), "rate is -1 KB/s; allowed: 0 or more"),
                refused(() -> new SlowClose(600_001), "delay is 600001 ms; allowed: 0 to 600000 ms"),
                refused(() -> new Timeout(-1), "timeout is -1 ms; allowed: 0 to 600000 ms"),
                refused(() -> new ResetPeer(-1), "timeout is -1 ms; allowed: 0 to 600000 ms"),
                refused(() -> new Slicer(0, 0, 0), "average_size is 0 bytes; allowed: 1 to 2147483647 bytes"),
                refused(() -> new Slicer(10, 10, 0), "size_variation is 10 bytes; allowed: 0 to 9 bytes"),
                refused(() -> new Slicer(10, 5, -1), "delay is -1 µs; allowed: 0 to 30000000 µs"),
                refused(() -> new LimitData(-1), "bytes is -1 bytes; allowed: 0 or more"),
                refused(() -> new NamedToxic("x", io.gameday.proxy.Stream.UPSTREAM, 1.5f, new Noop()),
                        "toxicity is 1.5; allowed: 0 to 1"),
                refused(() -> new NamedToxic("x", io.gameday.proxy.Stream.UPSTREAM, Float.NaN, new Noop()),
                        "toxicity is NaN; allowed: 0 to 1"),
                refused(() -> new RequestFault("x", -0.1, new RequestFault.Drop()), "share is -0.1; allowed: 0 to 1"),
                refused(() -> new RequestFault("a\nb", 1, new RequestFault.Drop()),
                        "name is 'a\nb'; allowed: one or more printable ASCII letters"),
                refused(() -> new RequestFault.Status(100), "status is 100; allowed: 200 to 599"),
                refused(() -> new RequestFault.Delay(Duration.ofSeconds(31)),
                        "delay is PT31S; allowed: PT0S to PT30S"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyBound")
    void whatIsOutOfRangeIsRefusedWithTheFieldAndWhatIsAllowed(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
