package io.gameday.cli;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What `gameday coe new` makes of an incident, against a server that answers as Prometheus does.
class CoeNewCommandTest {

    private static final Instant FROM = Instant.parse("2026-11-21T14:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-21T15:00:00Z");
    private static final String NOTHING = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";
    private static final String CHAT = """
            [14:20] Anna Smith: checkout fails, @bob can you look?
            [14:24] Bob Jones: restarted cell-1, told anna@example.com
            [14:31] on-call: all well
            """;

    @TempDir
    private Path folder;
    private final Map<String, HttpAnswer> answers = new ConcurrentHashMap<>();
    private final Network network = new Network("prometheus");
    private final HttpServer server;
    private final String address;
    @RegisterExtension
    private final Printed printed = new Printed();

    CoeNewCommandTest() throws IOException {
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(), this::serve);
        address = "http://127.0.0.1:" + server.address().getPort();
        answers.put("/api/v1/rules", HttpAnswer.json(200, """
                {"status":"success","data":{"groups":[{"name":"shop","interval":15,"rules":[
                 {"type":"alerting","name":"CheckoutErrors","query":"errors > 0.01","duration":0,"health":"ok",
                  "labels":{},"alerts":[]},
                 {"type":"alerting","name":"CheckoutSaturation","query":"busy > 0.9","duration":0,"health":"ok",
                  "labels":{},"alerts":[]}]}]}}"""));
        answers.put("/api/v1/status/config", HttpAnswer.json(200, "{\"status\":\"success\",\"data\":{\"yaml\":\"\"}}"));
        answers.put("/api/v1/query", HttpAnswer.json(200,
                "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1795335393.322,\"1\"]}}"));
    }

    private void serve(HttpRequest request, Consumer<HttpAnswer> reply) {
        HttpAnswer answer = answers.get(request.path());
        if (answer != null) {
            reply.accept(answer);
        } else if (request.path().equals("/api/v1/query_range")) {
            reply.accept(HttpAnswer.json(200, range(request.toString())));
        }
    }

    /// Customers had half of their answers from 14:20 to 14:30, and CheckoutErrors rang from 14:21 to 14:32.
    private static String range(String question) {
        if (question.contains("ALERTS")) {
            return matrix("{\"alertname\":\"CheckoutErrors\",\"alertstate\":\"firing\"}", 1260, 1920, at -> 1);
        }
        if (question.contains("useful")) {
            return matrix("{}", 0, 3600, at -> at >= 1200 && at < 1800 ? 0.5 : 1);
        }
        return question.contains("rate_of_all") ? matrix("{}", 0, 3600, at -> 10) : NOTHING;
    }

    private static String matrix(String labels, long from, long to, LongToDoubleFunction value) {
        String values = LongStream.rangeClosed(0, 240).map(step -> step * 15).filter(at -> at >= from && at < to)
                .mapToObj(at -> "[" + FROM.plusSeconds(at).getEpochSecond() + ",\"" + value.applyAsDouble(at) + "\"]")
                .collect(Collectors.joining(","));
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":" + labels
                + ",\"values\":[" + values + "]}]}}";
    }

    @AfterEach
    void stop() {
        server.close();
        network.close();
    }

    @Test
    void anIncidentIsMadeIntoJournalAndDocuments() throws IOException {
        Path file = Files.writeString(folder.resolve("grade.yaml"), """
                title: Checkout failed
                objective: 99.9 %
                customers: useful
                alarms:
                  - { name: CheckoutErrors, within: 2m }
                  - { name: CheckoutSaturation, within: 2m }
                """);
        Path chat = Files.writeString(folder.resolve("chat.txt"), CHAT);

        int code = make(file.toString(), "--prometheus", address, "--requests", "rate_of_all", "--notes",
                chat.toString());

        System.err.println(printed.out());
        System.err.println(printed.err());
        Path made = folder.resolve("runs/incident-20261121-140000");
        System.err.println(Files.readString(made.resolve("coe.md")));
        assertThat(code).isZero();
    }

    private int make(String... arguments) {
        List<String> all = new ArrayList<>(List.of("coe", "new"));
        all.addAll(List.of(arguments));
        given(all, "--from", FROM.toString());
        given(all, "--to", TO.toString());
        given(all, "--runs", folder.resolve("runs").toString());
        return Gameday.execute(all.toArray(String[]::new));
    }

    private static void given(List<String> all, String option, String value) {
        if (!all.contains(option)) {
            all.addAll(List.of(option, value));
        }
    }
}
