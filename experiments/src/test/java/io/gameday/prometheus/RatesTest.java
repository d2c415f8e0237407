package io.gameday.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class RatesTest {

    private static final Selector REQUESTS = Selector.of("requests_total");
    private static final Pattern FAILED = Pattern.compile("5..");

    @Test
    void countersOfANameAddUpToOneRate() {
        Rates rates = rates("requests_total{zone=\"az1\"} 10\nrequests_total{zone=\"az2\"} 5\n",
                "requests_total{zone=\"az1\"} 30\nrequests_total{zone=\"az2\"} 15\n");

        assertThat(rates.perSecond(REQUESTS)).isEqualTo(new Datapoint.Value(3));
        assertThat(rates.perSecond(REQUESTS.with("zone", "az2"))).isEqualTo(new Datapoint.Value(1));
        assertThat(rates.perSecond(REQUESTS.matching("zone", Pattern.compile("az[12]"))))
                .isEqualTo(new Datapoint.Value(3));
    }

    @Test
    void aCounterThatStoodStillHasARateOfZero() {
        assertThat(rates("requests_total 10\n", "requests_total 10\n").perSecond(REQUESTS))
                .isEqualTo(new Datapoint.Value(0));
    }

    @Test
    void aKindThatAppearsBesideOthersBeganAtZero() {
        Rates rates = rates("requests_total{status=\"200\"} 10\n",
                "requests_total{status=\"200\"} 40\nrequests_total{status=\"500\"} 10\n");

        assertThat(rates.perSecond(REQUESTS.with("status", "500"))).isEqualTo(new Datapoint.Value(1));
        assertThat(rates.share(REQUESTS, "status", FAILED)).isEqualTo(new Datapoint.Value(0.25));
    }

    @Test
    void noFailureAmongRequestsIsAShareOfZero() {
        assertThat(rates("requests_total{status=\"200\"} 10\n", "requests_total{status=\"200\"} 40\n").share(REQUESTS,
                "status", FAILED)).isEqualTo(new Datapoint.Value(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "other 1                     | other 1                     | no series was requests_total in the scrape before",
            "other 1                     | requests_total 7            | no series was requests_total in the scrape before",
            "requests_total 7            | other 1                     | requests_total is gone, and with it what it counted last",
            "requests_total 7            | requests_total 5            | requests_total fell from 7.0 to 5.0: it was reset between the scrapes",
            "requests_total 7            | requests_total NaN          | requests_total is NaN; allowed for a counter: zero or more, and finite",
            "requests_total -7           | requests_total 5            | requests_total was -7.0; allowed for a counter: zero or more, and finite",
            "requests_total 7            | requests_total +Inf         | requests_total is Infinity; allowed for a counter: zero or more, and finite",
            "requests_total 7 1000       | requests_total 7 1000       | requests_total was not renewed since the scrape before",
            "requests_total 7 2000       | requests_total 9 1000       | requests_total was not renewed since the scrape before",
            "requests_total 7            | requests_total 9 1000       | requests_total tells a time of its own in one of the scrapes only",
            "requests_total{a=\"1\"} 7   | requests_total{a=\"2\"} 9   | requests_total{a=\"1\"} is gone, and with it what it counted last"})
    void whatCannotBeToldIsMissingAndNeverZero(String before, String after, String why) {
        Datapoint missing = new Datapoint.Missing(why);
        assertThat(rates(before + "\n", after + "\n").perSecond(REQUESTS)).isEqualTo(missing);
        assertThat(rates(before + "\n", after + "\n").share(REQUESTS, "status", FAILED)).isEqualTo(missing);
        assertThat(rates(before + "\n", after + "\n").share(REQUESTS, REQUESTS)).isEqualTo(missing);
        assertThat(rates(before + "\n", after + "\n").quantile(0.99, REQUESTS)).isEqualTo(missing);
    }

    @Test
    void aSelectorThatMeansNothingIsMissing() {
        assertThat(rates("requests_total 1\n", "requests_total 2\n").perSecond(REQUESTS.with("zone", "az1")))
                .isEqualTo(new Datapoint.Missing("no series is requests_total{zone=\"az1\"}"));
    }

    @Test
    void aNewCounterWithATimeOfItsOwnMayBeOld() {
        assertThat(rates("requests_total{a=\"1\"} 7\n", "requests_total{a=\"1\"} 7\nrequests_total{a=\"2\"} 9 1000\n")
                .perSecond(REQUESTS))
                .isEqualTo(new Datapoint.Missing(
                        "requests_total{a=\"2\"} was not there before, and tells a time of its own"));
    }

    @Test
    void aServerThatWasStartedAnewIsMissingAlsoWhenItsCountersHaveOvertakenTheirOldValues() {
        assertThat(rates("process_start_time_seconds 1000.5\nrequests_total 3\n",
                "process_start_time_seconds 1007.25\nrequests_total 50\n").perSecond(REQUESTS))
                .isEqualTo(new Datapoint.Missing("the server was started anew between the scrapes"));
    }

    @Test
    void theServersOwnTimesCountWhereItTellsThem() {
        assertThat(rates("requests_total 10 1000\n", "requests_total 30 5000\n").perSecond(REQUESTS))
                .isEqualTo(new Datapoint.Value(5));
    }

    @Test
    void aShareOfALabelThatIsNotThereIsMissing() {
        assertThat(rates("requests_total{status=\"200\"} 1\n", "requests_total{status=\"200\"} 2\n").share(REQUESTS,
                "code", FAILED)).isEqualTo(new Datapoint.Missing("requests_total{status=\"200\"} has no label code"));
    }

    @Test
    void aShareOfNothingIsMissing() {
        assertThat(rates("requests_total{status=\"200\"} 1\n", "requests_total{status=\"200\"} 1\n").share(REQUESTS,
                "status", FAILED))
                .isEqualTo(new Datapoint.Missing("requests_total counted nothing between the scrapes"));
    }

    @Test
    void failuresThatAreCountedByThemselvesHaveAShareToo() {
        assertThat(rates("requests_total 10\nfailures_total 0\n", "requests_total 50\nfailures_total 10\n")
                .share(Selector.of("failures_total"), REQUESTS)).isEqualTo(new Datapoint.Value(0.25));
        assertThat(rates("requests_total 10\n", "requests_total 50\n").share(Selector.of("failures_total"), REQUESTS))
                .isEqualTo(new Datapoint.Missing("no series was failures_total in the scrape before"));
    }

    @Test
    void anUnknownScrapeIsAMissingDatapoint() {
        Scrape read = read(0, "requests_total 1\n");
        Scrape unknown = new Scrape.Unknown("did not answer within 500 ms");

        assertThat(Rates.between(unknown, read, rates -> rates.perSecond(REQUESTS)))
                .isEqualTo(new Datapoint.Missing("the scrape before did not answer within 500 ms"));
        assertThat(Rates.between(read, unknown, rates -> rates.perSecond(REQUESTS)))
                .isEqualTo(new Datapoint.Missing("the scrape did not answer within 500 ms"));
        assertThat(Rates.between(read, read(1_000_000_000, "requests_total 4\n"), rates -> rates.perSecond(REQUESTS)))
                .isEqualTo(new Datapoint.Value(3));
    }

    @Test
    void timeGoesForwardBetweenTwoScrapes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rates(read(5, ""), read(5, "")))
                .withMessage("after is 0 ns later than before; allowed: more than 0");
    }

    /// The values are those of `histogram_quantile` for the same buckets, worked out by its formula.
    @ParameterizedTest
    @CsvSource({"0.5, 0.125", "0.25, 0.0625", "0.4, 0.1", "0.8, 0.2", "0.9, 0.6", "1, 1"})
    void aQuantileLiesWithinItsBucketAsIfObservationsLayEvenly(double quantile, double value) {
        assertThat(histogram(new double[]{0.1, 0.2, 1}, 40, 80, 100, 100).quantile(quantile, buckets()))
                .isInstanceOfSatisfying(Datapoint.Value.class,
                        found -> assertThat(found.value()).isCloseTo(value, within(1e-12)));
    }

    @Test
    void aQuantileBeyondTheLastBoundLiesAboveItAndNobodyKnowsHowFar() {
        assertThat(histogram(new double[]{0.1, 0.2, 1}, 40, 80, 90, 100).quantile(0.99, buckets()))
                .isEqualTo(new Datapoint.Above(1));
    }

    @Test
    void countsThatFallFromOneBoundToTheNextAreRaised() {
        assertThat(histogram(new double[]{0.1, 0.2, 1}, 40, 39, 100, 100).quantile(0.4, buckets()))
                .isEqualTo(new Datapoint.Value(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0.5, -2", "0.9, -1.2"})
    void aLowestBucketBelowZeroEndsAtItsBoundAndTheNextBeginsThere(double quantile, double value) {
        assertThat(histogram(new double[]{-2, -1}, 50, 100, 100).quantile(quantile, buckets())).isInstanceOfSatisfying(
                Datapoint.Value.class, found -> assertThat(found.value()).isCloseTo(value, within(1e-12)));
    }

    @Test
    void whatIsNoHistogramHasNoQuantile() {
        String zero = "h_bucket{le=\"1.0\"} 0\nh_bucket{le=\"+Inf\"} 0\n";
        assertThat(rates(zero, zero).quantile(0.5, buckets()))
                .isEqualTo(new Datapoint.Missing("the histogram observed nothing between the scrapes"));
        assertThat(rates("h_bucket 0\n", "h_bucket 1\n").quantile(0.5, buckets())).isEqualTo(
                new Datapoint.Missing("h_bucket is no bucket: le is ''; allowed: a decimal number, NaN, +Inf or -Inf"));
        assertThat(rates("h_bucket{le=\"1\"} 0\nh_bucket{le=\"1.0\"} 0\n",
                "h_bucket{le=\"1\"} 1\nh_bucket{le=\"1.0\"} 1\n").quantile(0.5, buckets()))
                .isEqualTo(new Datapoint.Missing("h_bucket{le=\"1.0\"} is no bucket: its bound is given twice, or "
                        + "neither finite nor +Inf"));
        assertThat(rates("h_bucket{le=\"1\"} 0\n", "h_bucket{le=\"1\"} 1\n").quantile(0.5, buckets())).isEqualTo(
                new Datapoint.Missing("a histogram has the bounds [1.0]; allowed: two or more, the last of them +Inf"));
        assertThat(rates(zero + "h_bucket{a=\"b\",le=\"+Inf\"} 0\n", zero + "h_bucket{a=\"b\",le=\"+Inf\"} 1\n")
                .quantile(0.5, buckets())).isEqualTo(
                        new Datapoint.Missing("the histograms have different bounds; choose those that have the same"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.1", "NaN"})
    void aQuantileIsAShare(double quantile) {
        assertThatIllegalArgumentException().isThrownBy(() -> rates("", "").quantile(quantile, buckets()))
                .withMessage("quantile is " + quantile + "; allowed: above 0, at most 1");
    }

    @Test
    void anEstimateLiesInTheSameBucketAsTheTrueQuantile() {
        Random random = new Random(13);
        for (int round = 0; round < 500; round++) {
            double[] bounds = random.doubles(1 + random.nextInt(8), 0.01, 10).sorted().distinct().toArray();
            double[] observed = random.doubles(1 + random.nextInt(200), 0, 12).sorted().toArray();
            long[] counts = new long[bounds.length + 1];
            for (int i = 0; i < bounds.length; i++) {
                double bound = bounds[i];
                counts[i] = Arrays.stream(observed).filter(value -> value <= bound).count();
            }
            counts[bounds.length] = observed.length;
            double quantile = 1 - random.nextDouble();
            double exact = observed[(int) Math.ceil(quantile * observed.length) - 1];
            int bucket = (int) Arrays.stream(bounds).filter(bound -> bound < exact).count();

            Datapoint estimate = histogram(bounds, counts).quantile(quantile, buckets());

            if (bucket == bounds.length) {
                assertThat(estimate).as("round %d", round).isEqualTo(new Datapoint.Above(bounds[bounds.length - 1]));
            } else {
                assertThat(estimate).as("round %d", round).isInstanceOfSatisfying(Datapoint.Value.class,
                        found -> assertThat(found.value()).isBetween(bucket == 0 ? 0 : bounds[bucket - 1],
                                bounds[bucket] + 1e-9));
            }
        }
    }

    @Test
    void whateverCountersDoTheRateIsWhatTheyGrewByOrMissing() {
        Random random = new Random(14);
        for (int round = 0; round < 2000; round++) {
            StringBuilder before = new StringBuilder("requests_total{n=\"there\"} 1\n");
            StringBuilder after = new StringBuilder("requests_total{n=\"there\"} 1\n");
            double grown = 0;
            boolean known = true;
            for (int n = random.nextInt(5); n > 0; n--) {
                int was = random.nextInt(20);
                int is = random.nextInt(20);
                boolean isThere = random.nextInt(10) > 0;
                boolean wasThere = random.nextInt(10) > 0;
                before.append(wasThere ? "requests_total{n=\"" + n + "\"} " + was + "\n" : "");
                after.append(isThere ? "requests_total{n=\"" + n + "\"} " + is + "\n" : "");
                known &= !wasThere || isThere && is >= was;
                grown += (isThere ? is : 0) - (wasThere ? was : 0);
            }
            Datapoint rate = rates(before.toString(), after.toString()).perSecond(REQUESTS);

            if (known) {
                double perSecond = grown / 10;
                assertThat(rate).as("round %d", round).isInstanceOfSatisfying(Datapoint.Value.class,
                        found -> assertThat(found.value()).isCloseTo(perSecond, within(1e-9)));
            } else {
                assertThat(rate).as("round %d", round).isInstanceOf(Datapoint.Missing.class);
            }
        }
    }

    private static Selector buckets() {
        return Selector.of("h_bucket");
    }

    /// @param counts cumulative, the last one of the bucket without end
    private static Rates histogram(double[] bounds, long... counts) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            String bucket = "h_bucket{le=\"" + (i < bounds.length ? bounds[i] : "+Inf") + "\"} ";
            before.append(bucket).append(1000 + i).append('\n');
            after.append(bucket).append(1000 + i + counts[i]).append('\n');
        }
        return rates(before.toString(), after.toString());
    }

    /// Ten seconds apart.
    private static Rates rates(String before, String after) {
        return new Rates(read(1_000, before), read(10_000_001_000L, after));
    }

    private static Scrape.Read read(long ticks, String text) {
        Parsed parsed = ExpositionReader.read(text.getBytes(StandardCharsets.UTF_8), Format.TEXT);
        assertThat(parsed).isInstanceOf(Parsed.Complete.class);
        return new Scrape.Read(ticks, ((Parsed.Complete) parsed).exposition());
    }
}
