package io.gameday.signal.prometheus;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.signal.AlarmCondition;
import io.gameday.signal.Alarms;
import io.gameday.signal.Breaches;
import io.gameday.signal.FakeServer;
import io.gameday.signal.Firing;
import io.gameday.signal.HttpSource;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Against what a Prometheus 2.42 answered, recorded, and what its documentation says it may answer.
class PrometheusTest {

    private static final Instant BEGIN = Instant.ofEpochSecond(1_795_335_390);
    private static final Period TEN_STEPS = new Period(BEGIN, BEGIN.plusSeconds(100));
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final String RULES = """
            {"status":"success","data":{"groups":[{"name":"g","file":"rules.yml","rules":[
            {"state":"firing","name":"Errors","query":"errors \\u003e 1","duration":120,"keepFiringFor":0,
             "labels":{"severity":"page"},"annotations":{},"alerts":[],"health":"ok","type":"alerting"},
            {"state":"inactive","name":"Silent","query":"up == 7","duration":0,"labels":{},"annotations":{},
             "alerts":[],"health":"err","lastError":"many-to-many matching","type":"alerting"},
            {"name":"x","query":"up","health":"ok","type":"recording"}],"interval":15,"limit":0}]}}
            """;
    private static final String CONFIG = """
            {"status":"success","data":{"yaml":"global:\\n  external_labels:\\n    site: lab\\n"}}""";

    private FakeServer fake;
    private HttpSource source;
    private PrometheusServer server;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeServer().answering("/api/v1/rules", RULES).answering("/api/v1/status/config", CONFIG);
        source = fake.source("Prometheus");
        server = new PrometheusServer(source, InstantSource.system());
    }

    @AfterEach
    void stop() {
        source.close();
        fake.close();
    }

    @Test
    void everyAlarmIsKnownAndWhenItRang() throws Exception {
        fake.answering("/api/v1/query_range", matrix("""
                {"metric":{"__name__":"ALERTS","alertname":"Errors","alertstate":"firing","cell":"1"},
                 "values":[[1795335390,"1"],[1795335410,"1"],[1795335420,"1"],[1795335480,"1"]]},
                {"metric":{"__name__":"ALERTS","alertname":"Deleted","alertstate":"firing"},
                 "values":[[1795335430.5,"1"]]}"""));

        Alarms alarms = new PrometheusAlarms(server).read(TEN_STEPS, STEP);

        Map<String, String> labels = Map.of("alertname", "Errors", "cell", "1");
        assertThat(alarms.alarms()).containsExactly(
                new KnownAlarm("Deleted", List.of(),
                        List.of(new Firing(Map.of("alertname", "Deleted"), BEGIN.plusMillis(40_500),
                                BEGIN.plusMillis(50_500), false, false))),
                new KnownAlarm("Errors",
                        List.of(new AlarmCondition("errors > 1", Duration.ofMinutes(2), Duration.ofSeconds(15), "")),
                        List.of(new Firing(labels, BEGIN, BEGIN.plusSeconds(10), true, false),
                                new Firing(labels, BEGIN.plusSeconds(20), BEGIN.plusSeconds(40), false, false),
                                new Firing(labels, BEGIN.plusSeconds(90), BEGIN.plusSeconds(100), false, true))),
                new KnownAlarm("Silent", List.of(
                        new AlarmCondition("up == 7", Duration.ZERO, Duration.ofSeconds(15), "many-to-many matching")),
                        List.of()));
        assertThat(alarms.added()).isEqualTo(Map.of("site", "lab"));
        assertThat(alarms.notes()).isEmpty();
    }

    @Test
    void whatIsNotMeasuredIsMissingAndNotZero() throws Exception {
        fake.answering("/api/v1/query_range",
                matrix("""
                        {"metric":{},"values":[[1795335390,"0.5"],[1795335400,"NaN"],[1795335410,"+Inf"],[1795335430,"1"]]}"""));

        Series series = new PrometheusMetric(server, "ok / all").read(TEN_STEPS, STEP);

        assertThat(series.samples()).containsExactly(new Sample(BEGIN, 0.5), new Sample(BEGIN.plusSeconds(40), 1));
    }

    @Test
    void aQueryThatGivesNothingGivesNoSamples() throws Exception {
        fake.answering("/api/v1/query_range", matrix(""));

        assertThat(new PrometheusMetric(server, "nothing").read(TEN_STEPS, STEP).samples()).isEmpty();
    }

    @Test
    void aQueryThatGivesSeveralSeriesIsTheWrongQuestion() {
        fake.answering("/api/v1/query_range",
                matrix("""
                        {"metric":{"zone":"a"},"values":[[1795335390,"1"]]},{"metric":{"zone":"b"},"values":[[1795335390,"1"]]}"""));

        assertThatThrownBy(() -> new PrometheusMetric(server, "ok").read(TEN_STEPS, STEP))
                .isInstanceOf(SourceFailure.class)
                .hasMessageEndingWith("gave 2 series for the customers' query ok, such as {zone=a}; allowed: one. Put "
                        + "sum(…), min(…) or the like around it");
    }

    @Test
    void aRangeOfMoreThan11000PointsIsAskedForInPages() throws Exception {
        fake.answering("/api/v1/query_range", PrometheusTest::whatWasAskedFor);
        Period long_ = new Period(BEGIN, BEGIN.plusSeconds(25_000));

        Series series = new PrometheusMetric(server, "ok").read(long_, Duration.ofSeconds(1));

        assertThat(fake.asked("/api/v1/query_range"))
                .extracting(r -> r.query().get("start") + " " + r.query().get("end"))
                .containsExactly("1795335390.000 1795345389.000", "1795345390.000 1795355389.000",
                        "1795355390.000 1795360389.999");
        assertThat(series.samples()).hasSize(25_000).doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(Sample::at));
    }

    /// A point for each step asked for; refused as Prometheus does when there are too many.
    private static HttpAnswer whatWasAskedFor(HttpRequest request) {
        long start = new BigDecimal(request.query().get("start")).longValue();
        long end = new BigDecimal(request.query().get("end")).longValue();
        long step = new BigDecimal(request.query().get("step")).longValue();
        if ((end - start) / step > 11_000) {
            return HttpAnswer.json(400, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"exceeded maximum "
                    + "resolution of 11,000 points per timeseries\"}");
        }
        List<String> values = new ArrayList<>();
        for (long at = start; at <= end; at += step) {
            values.add("[" + at + ",\"1\"]");
        }
        return HttpAnswer.json(200, matrix("{\"metric\":{},\"values\":[" + String.join(",", values) + "]}"));
    }

    @Test
    void anErrorOfTheServerIsShown() {
        fake.answering("/api/v1/query_range", request -> HttpAnswer.json(400, "{\"status\":\"error\",\"errorType\":"
                + "\"bad_data\",\"error\":\"1:8: parse error: unclosed left parenthesis\"}"));

        assertThatThrownBy(() -> new PrometheusMetric(server, "sum(").read(TEN_STEPS, STEP)).hasMessage("Prometheus at "
                + fake.address() + " answered 400 to /api/v1/query_range: 1:8: parse error: unclosed left parenthesis");
    }

    @Test
    void aValueThatIsNoNumberIsSaid() {
        fake.answering("/api/v1/query_range", matrix("{\"metric\":{},\"values\":[[1795335390,\"many\"]]}"));

        assertThatThrownBy(() -> new PrometheusMetric(server, "ok").read(TEN_STEPS, STEP))
                .isInstanceOf(SourceFailure.class)
                .hasMessageEndingWith("gave 'many' for a value; is that a Prometheus?");
    }

    @Test
    void warningsOfTheServerAreShownOnce() throws Exception {
        fake.answering("/api/v1/query_range", """
                {"status":"success","warnings":["one store did not answer"],"infos":["a metric is no counter"],
                 "data":{"resultType":"matrix","result":[]}}""");

        assertThat(new PrometheusMetric(server, "ok").read(TEN_STEPS, STEP).notes()).containsExactly(
                "Prometheus says: one store did not answer", "Prometheus says: a metric is no counter");
    }

    @Test
    void aServerThatHidesItsConfigurationIsReadAllTheSame() throws Exception {
        fake.answering("/api/v1/query_range", matrix("")).answering("/api/v1/status/config",
                request -> HttpAnswer.json(403, "{}"));

        Alarms alarms = new PrometheusAlarms(server).read(TEN_STEPS, STEP);

        assertThat(alarms.names()).containsExactly("Errors", "Silent");
        assertThat(alarms.notes()).singleElement().asString()
                .startsWith("whether Prometheus puts labels of its own onto alarms is not known");
    }

    @Test
    void theConditionOfAnAlarmIsReadAtItsOwnEvaluations() throws Exception {
        fake.answering("/api/v1/query_range", matrix("""
                {"metric":{"cell":"1"},"values":[[1795335390,"2"],[1795335420,"3"]]},
                {"metric":{"cell":"2"},"values":[[1795335480,"2"]]}"""));
        var condition = new AlarmCondition("errors > 1", Duration.ofMinutes(1), Duration.ofSeconds(15), "");

        Breaches breaches = new PrometheusAlarms(server).breaches(condition, TEN_STEPS);

        assertThat(breaches)
                .isEqualTo(new Breaches(BEGIN, Duration.ofSeconds(15), 7, List.of(Set.of(0, 2), Set.of(6))));
        assertThat(fake.asked("/api/v1/query_range").getFirst().query()).containsEntry("step", "15.000");
    }

    @Test
    void itsClockIsComparedWithOurs() throws Exception {
        fake.answering("/api/v1/query",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1795335393.322,\"1795335393.322\"]}}");
        var ours = InstantSource.fixed(Instant.ofEpochSecond(1_795_335_400));

        var offset = new PrometheusServer(source, ours).offset();

        assertThat(offset.ahead()).isEqualTo(Duration.ofMillis(-6_678));
        assertThat(offset.worthSaying()).isTrue();
    }

    private static String matrix(String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + series + "]}}";
    }
}
