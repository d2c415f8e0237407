package io.gameday.prometheus;

import io.gameday.observability.Server;
import io.gameday.observability.ServerReport;
import io.gameday.observability.ServerReport.Bucket;
import io.gameday.observability.ServerReport.Counted;
import io.gameday.observability.ServerReport.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Two scrapes, two seconds apart by our clock.
class RequestHistogramTest {

    private static final Server SERVER = new Server("orders-1", "cell-1", "az1");
    private static final Selector ORDERS = Selector.of("took_seconds_bucket").with("uri", "/orders");
    private static final RequestHistogram HISTOGRAM = new RequestHistogram(ORDERS,
            ORDERS.matching("status", Pattern.compile("2..")), ORDERS.with("exception", "Overloaded"));
    private static final String CANARY = "took_seconds_bucket{uri=\"/canary\",status=\"200\",le=\"+Inf\"} 5\n";

    @Test
    void whatWasCountedBetweenIsToldByHowItEndedAndHowLongItTook() {
        String before = series("201", "none", 10, 30, 30) + series("500", "none", 1, 1, 1) + CANARY;
        String after = series("201", "none", 12, 40, 41) + series("500", "none", 1, 2, 2)
                + series("503", "Overloaded", 6, 6, 6) + series("503", "none", 0, 1, 1);

        assertThat(between(before, after + CANARY)).hasValueSatisfying(told -> {
            Counted counted = (Counted) told;
            assertThat(counted).returns(11L + 1 + 6 + 1, Counted::requests).returns(11L, Counted::useful).returns(6L,
                    Counted::refused);
            assertThat(counted.latencies()).containsExactlyInAnyOrder(bucket(0, 100, 2), bucket(100, 500, 8),
                    bucket(500, 500, 1), bucket(100, 500, 1), bucket(0, 100, 6), bucket(100, 500, 1));
        });
    }

    @Test
    void aServerThatCountedNothingIsKnownToHaveCountedNothing() {
        Optional<ServerReport> none = Optional.of(new Counted(SERVER, 0, 0, 0, List.of()));
        assertThat(between(series("201", "none", 1, 2, 3), series("201", "none", 1, 2, 3))).isEqualTo(none);
        assertThat(between(CANARY, CANARY)).isEqualTo(none);
    }

    @Test
    void theFirstOrderBesideCanariesIsCounted() {
        assertThat(between(CANARY, CANARY + series("201", "none", 1, 1, 1)))
                .contains(new Counted(SERVER, 1, 1, 0, List.of(bucket(0, 100, 1))));
    }

    @Test
    void sinceWhenAServerCountsThatDidNotBeforeIsNotKnown() {
        assertThat(between("up 1\n", series("201", "none", 1, 2, 3))).isEmpty();
    }

    @Test
    void aServerThatWasStartedAnewOrDoesNotAnswerIsUnknown() {
        assertThat(why(between("process_start_time_seconds 1\n" + series("201", "none", 1, 2, 3),
                "process_start_time_seconds 2\n" + series("201", "none", 2, 3, 4))))
                .isEqualTo("told what says nothing: the server was started anew between the scrapes");
        assertThat(why(between(series("201", "none", 5, 5, 5), series("201", "none", 1, 2, 3)))).contains("fell from");
        Scrape hung = new Scrape.Unknown("did not answer within 800 ms");
        Scrape read = read(2, series("201", "none", 1, 2, 3));
        assertThat(why(HISTOGRAM.between(SERVER, read, hung))).isEqualTo("did not answer within 800 ms");
        assertThat(why(HISTOGRAM.between(SERVER, hung, read)))
                .isEqualTo("did not answer within 800 ms when it was asked before");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "-1", "-Inf", "many", "1e300"})
    void aBoundThatIsNoneMakesNoNumbers(String bound) {
        String told = series("201", "none", 1, 2, 3);
        String odd = "took_seconds_bucket{uri=\"/orders\",status=\"201\",exception=\"none\",le=\"" + bound + "\"} 3\n";
        Optional<ServerReport> report = between(told + odd, told + odd);
        assertThat(report).hasValueSatisfying(r -> assertThat(r).matches(
                any -> any instanceof Unknown || any instanceof Counted counted && counted.requests() == 0,
                "no numbers"));
    }

    @Test
    void moreThanAnybodyCountsIsUnknown() {
        assertThat(why(between(series("201", "none", 0, 0, 0), series("201", "none", 0, 0, 2_000_000_000_000L))))
                .contains("with at most");
    }

    private static Bucket bucket(long from, long to, long count) {
        return new Bucket(Duration.ofMillis(from), Duration.ofMillis(to), count);
    }

    private static String why(Optional<ServerReport> report) {
        return ((Unknown) report.orElseThrow()).why();
    }

    private static Optional<ServerReport> between(String before, String after) {
        return HISTOGRAM.between(SERVER, read(0, before), read(2, after));
    }

    private static String series(String status, String exception, long to100, long to500, long all) {
        String labels = "took_seconds_bucket{uri=\"/orders\",status=\"" + status + "\",exception=\"" + exception
                + "\",le=\"";
        return labels + "0.1\"} " + to100 + "\n" + labels + "0.5\"} " + to500 + "\n" + labels + "+Inf\"} " + all + "\n";
    }

    private static Scrape.Read read(long seconds, String text) {
        Parsed parsed = ExpositionReader.read(text.getBytes(StandardCharsets.UTF_8), Format.TEXT);
        return new Scrape.Read(seconds * 1_000_000_000L, ((Parsed.Complete) parsed).exposition());
    }
}
