package io.gameday.aws.cloudwatch;

import io.gameday.signal.FakeServer;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gameday.aws.cloudwatch.FakeCloudWatch.data;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CloudWatchMetricTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    private static final Period FIVE_MINUTES = new Period(BEGIN, BEGIN.plusSeconds(300));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SHARE = """
            [{"Id":"ok","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"Shop","MetricName":"Ok",
              "Dimensions":[{"Name":"Service","Value":"checkout"}]},"Period":60,"Stat":"Sum"}},
             {"Id":"all","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"Shop","MetricName":"All"},"Stat":"Sum"}},
             {"Id":"share","Expression":"ok/all"}]""";

    private FakeServer server;
    private FakeCloudWatch fake;
    private CloudWatch cloudWatch;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        fake = new FakeCloudWatch(server);
        cloudWatch = fake.at(BEGIN.plus(Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        cloudWatch.close();
        server.close();
    }

    @Test
    void whatIsNotMeasuredIsMissingAndNotZero() throws Exception {
        fake.answering("GetMetricData", data(result("customers", BEGIN, MINUTE, "1 0.5 - 0 1")));

        assertThat(read("SUM(SEARCH('{Shop} Ok', 'Sum'))")).isEqualTo(
                new Series(MINUTE, List.of(sample(0, 1), sample(60, 0.5), sample(180, 0), sample(240, 1)), List.of()));
        assertThat(fake.asked("GetMetricData")).singleElement()
                .satisfies(asked -> assertThat(asked)
                        .containsEntry("MetricDataQueries.member.1.Expression", "SUM(SEARCH('{Shop} Ok', 'Sum'))")
                        .containsEntry("MetricDataQueries.member.1.Period", "60"));
    }

    @Test
    void queriesAreTakenAsTheCommandLineOfAwsTakesThem() throws Exception {
        fake.answering("GetMetricData", data(result("share", BEGIN, MINUTE, "1")));

        assertThat(read(SHARE).samples()).containsExactly(sample(0, 1));
        assertThat(fake.asked("GetMetricData")).singleElement().satisfies(asked -> assertThat(asked)
                .containsEntry("MetricDataQueries.member.1.ReturnData", "false")
                .containsEntry("MetricDataQueries.member.1.MetricStat.Metric.Namespace", "Shop")
                .containsEntry("MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value", "checkout")
                .containsEntry("MetricDataQueries.member.2.MetricStat.Period", "60")
                .containsEntry("MetricDataQueries.member.3.Expression", "ok/all")
                .doesNotContainKey("MetricDataQueries.member.3.Period"));
    }

    @Test
    void queriesWithAPeriodOfTheirOwnAreReadAtThat() throws Exception {
        fake.answering("GetMetricData", data(result("share", BEGIN, Duration.ofMinutes(5), "1")));

        assertThat(read(SHARE.replace("60", "300")).step()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aSeriesThatComesInPagesIsOneSeries() throws Exception {
        fake.answering("GetMetricData",
                fields -> FakeCloudWatch.xml("GetMetricData",
                        fields.containsKey("NextToken")
                                ? data(result("customers", BEGIN.plusSeconds(120), MINUTE, "1"))
                                : data(result("customers", BEGIN, MINUTE, "1 0.5").replace("Complete", "PartialData"))
                                        + "<NextToken>more</NextToken>"));

        Series series = read("ok");

        assertThat(series.samples()).containsExactly(sample(0, 1), sample(60, 0.5), sample(120, 1));
        assertThat(series.notes()).isEmpty();
    }

    @Test
    void aPartThatIsAllThereIsIsSaid() throws Exception {
        fake.answering("GetMetricData", data(result("customers", BEGIN, MINUTE, "1").replace("Complete", "PartialData"))
                + "<Messages><member><Code>ArchiveWarning</Code><Value>some data is old</Value></member></Messages>");

        assertThat(read("ok").notes()).containsExactly("CloudWatch says: some data is old",
                "CloudWatch gave only a part of the values of customers");
    }

    @Test
    void aPeriodThatIsNotOverIsNotMeasuredYet() throws Exception {
        cloudWatch.close();
        cloudWatch = fake.at(BEGIN.plusSeconds(119));
        fake.answering("GetMetricData", data(result("customers", BEGIN, MINUTE, "1 0.2")));

        assertThat(read("ok").samples()).containsExactly(sample(0, 1));
    }

    @Test
    void severalSeriesAreTheWrongQuestion() {
        fake.answering("GetMetricData", data(result("customers", BEGIN, MINUTE, "1")
                + result("customers", BEGIN, MINUTE, "1").replace("<Label>customers", "<Label>zone b")));

        assertThat(failure("SEARCH('{Shop} Ok', 'Sum')")).satisfies(failed -> {
            assertThat(failed.whose()).isEqualTo(Cause.QUESTION);
            assertThat(failed).hasMessageContaining("gave 2 series for the customers' query SEARCH(")
                    .hasMessageEndingWith("allowed: one. Put SUM(…), MIN(…) or the like around it");
        });
    }

    @ParameterizedTest
    @CsvSource({"InternalError, SOURCE, could not work out customers: timed out",
            "Forbidden, QUESTION, may not be asked for customers by these credentials: timed out"})
    void whatCloudWatchDoesNotWorkOutIsAFailure(String status, Cause whose, String message) {
        fake.answering("GetMetricData", data("<member><Id>customers</Id><Label>customers</Label><StatusCode>" + status
                + "</StatusCode><Messages><member><Code>c</Code><Value>timed out</Value></member></Messages></member>"));

        assertThat(failure("ok").whose()).isEqualTo(whose);
        assertThat(failure("ok")).hasMessageEndingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "[{]                                    | the customers' queries are no metric data queries: ",
            "[{'Id':'a','Colour':'red'}]            | the customers' queries are no metric data queries: ",
            "[{'Id':'a','Expression':'b'},{'Id':'c','Expression':'d'}] | the customers' queries give 2 results (a, c); "
                    + "allowed: one",
            "{'Id':'a','MetricStat':{'Stat':'Sum'}} | the customers' queries have the query a without Metric or Stat"})
    void whatAreNoQueriesIsSaidBeforeAnythingIsAsked(String query, String message) {
        assertThat(failure(query.replace('\'', '"'))).hasMessageContaining(message);
        assertThat(fake.asked("GetMetricData")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "15 | 0 | has no values of every 15 s; allowed: 1, 5, 10, 20, 30, or a multiple",
            "10 | 4 | keeps values of every 10 s for 3 hours, and asked is from",
            "60 | 500 | keeps values of every 60 s for 15 days, and asked is from"})
    void whatIsNotKeptIsNotAskedFor(int step, int hoursAgo, String message) {
        Period early = new Period(BEGIN.minus(Duration.ofHours(hoursAgo)), BEGIN.plusSeconds(60));

        assertThat(catchThrowableOfType(SourceFailure.class,
                () -> new CloudWatchMetric(cloudWatch, "ok").read(early, Duration.ofSeconds(step))))
                .hasMessageContaining(message);
    }

    private Series read(String query) throws SourceFailure {
        return new CloudWatchMetric(cloudWatch, query).read(FIVE_MINUTES, MINUTE);
    }

    private SourceFailure failure(String query) {
        return catchThrowableOfType(SourceFailure.class, () -> read(query));
    }

    private static Sample sample(int seconds, double value) {
        return new Sample(BEGIN.plusSeconds(seconds), value);
    }
}
