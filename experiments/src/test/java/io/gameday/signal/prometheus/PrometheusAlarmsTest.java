package io.gameday.signal.prometheus;

import io.gameday.http.HttpAnswer;
import io.gameday.signal.AlarmHistory;
import io.gameday.signal.AlarmHistoryContract;
import io.gameday.signal.FakeServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PrometheusAlarmsTest extends AlarmHistoryContract {

    @Override
    protected void threeAlarms(FakeServer server) {
        server.answering("/api/v1/rules", """
                {"status":"success","data":{"groups":[{"name":"g","interval":15,"rules":[
                {"name":"Errors","query":"errors > 1","duration":0,"health":"ok","type":"alerting"},
                {"name":"Silent","query":"up == 7","duration":0,"health":"ok","type":"alerting"},
                {"name":"Standing","query":"vector(1)","duration":0,"health":"ok","type":"alerting"}]}]}}""")
                .answering("/api/v1/status/config", "{\"status\":\"success\",\"data\":{\"yaml\":\"\"}}")
                .answering("/api/v1/query_range",
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                                + ringing("Errors", 600, 1200) + "," + ringing("Standing", 0, 3600) + "]}}");
    }

    private static String ringing(String alarm, int from, int to) {
        return "{\"metric\":{\"__name__\":\"ALERTS\",\"alertname\":\"" + alarm + "\"},\"values\":["
                + IntStream.iterate(from, at -> at < to, at -> at + 10)
                        .mapToObj(at -> "[" + (BEGIN.getEpochSecond() + at) + ",\"1\"]")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Override
    protected void broken(FakeServer server) {
        server.answering("/api/v1/rules", request -> HttpAnswer.json(503, "{}"));
    }

    @Override
    protected AlarmHistory history(FakeServer server, Duration limit) {
        return new PrometheusAlarms(
                new PrometheusServer(closing(server.source("Prometheus", Map.of(), limit)), InstantSource.system()));
    }
}
