package io.gameday.cli;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.target.Feed;
import io.gameday.target.Feed.Reading;
import io.gameday.target.Port;
import io.gameday.target.Reply;
import io.gameday.target.Target;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import io.gameday.target.TeamAlarms;
import io.gameday.target.TeamPages;
import io.gameday.target.Topology;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/// A run's feeds, put together from an operator's options: a server that answers as Prometheus does, and webhooks that are
/// heard.
class TeamToolsTest {

    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2 }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 % } ]
              blastRadius: { zones: 1 }
            steps: [ { inject: zone-power-loss, zone: az1, for: 40s } ]
            detect: { from: prometheus, expect: [ { alarm: CheckoutErrors, within: 1m } ] }
            respond: { from: alertmanager, expect: [ { page: payments, within: 1m } ] }
            """;
    private static final Map<String, String> ANSWERS = Map.of("/api/v1/rules", """
            {"groups":[{"interval":15,"rules":[{"type":"alerting","name":"CheckoutErrors","query":"errors > 1",
             "duration":60,"health":"ok"}]}]}""", "/api/v1/status/config", "{\"yaml\":\"\"}", "/api/v1/query_range",
            "{\"resultType\":\"matrix\",\"result\":[]}", "/api/v1/query", "{\"resultType\":\"vector\",\"result\":[]}");

    private final Network network = new Network("prometheus");
    private final HttpServer prometheus;
    private final List<String> notices = new ArrayList<>();

    TeamToolsTest() throws IOException {
        prometheus = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                (request, reply) -> reply.accept(HttpAnswer.json(200,
                        "{\"status\":\"success\",\"data\":" + ANSWERS.getOrDefault(request.path(), "{}") + "}")));
    }

    @AfterEach
    void stop() {
        prometheus.close();
        network.close();
    }

    @Test
    void alarmsAreReadAndWebhooksHeard() throws Exception {
        Experiment experiment = ExperimentReader.read("x", "x.yaml", FILE).experiment().orElseThrow();
        TeamOptions options = CommandLine.populateCommand(new TeamOptions(), "--prometheus",
                "http://127.0.0.1:" + prometheus.address().getPort(), "--listen", "0");
        BlockingQueue<Reading<TeamAlarms>> alarms = new LinkedBlockingQueue<>();
        BlockingQueue<Reading<TeamPages>> pages = new LinkedBlockingQueue<>();
        try (TeamTools tools = TeamTools.open(experiment, options, InstantSource.system(), Runnable::run, network,
                Map.of("GAMEDAY_LISTEN_TOKEN", "secret"), notices::add)) {
            Target target = tools.over(target());
            feed(target.teamAlarms()).follow(alarms::add);
            feed(target.teamPages()).follow(pages::add);

            assertThat(next(alarms, read -> true).alarms()).singleElement()
                    .returns("CheckoutErrors", TeamAlarms.TeamAlarm::name)
                    .returns("it has no data: there is no series of errors", TeamAlarms.TeamAlarm::trouble);
            assertThat(next(pages, read -> true).deaf()).contains("no webhook of Alertmanager came at all");
            assertThat(send("secret")).isEqualTo(200);
            TeamPages told = next(pages, read -> !read.pages().isEmpty());
            assertThat(told.deaf()).isEmpty();
            assertThat(told.pages()).singleElement().returns(List.of("payments"), TeamPages.TeamPage::to)
                    .returns(List.of("CheckoutErrors"), TeamPages.TeamPage::alarms);
        }
    }

    private int send(String token) throws IOException, InterruptedException {
        String url = notices.getFirst().substring(notices.getFirst().indexOf("http"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client
                    .send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers
                                    .ofString("{\"version\":\"4\",\"receiver\":\"payments\",\"alerts\":[{\"status\":"
                                            + "\"firing\",\"labels\":{\"alertname\":\"CheckoutErrors\"},\"startsAt\":\""
                                            + Instant.now() + "\"}]}"))
                            .build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static <T> T next(BlockingQueue<Reading<T>> readings, Predicate<T> wanted) throws InterruptedException {
        while (true) {
            Reading<T> reading = readings.poll(60, TimeUnit.SECONDS);
            assertThat(reading).isInstanceOf(Reading.Read.class);
            if (reading instanceof Reading.Read<T> read && wanted.test(read.what())) {
                return read.what();
            }
        }
    }

    private static <T> Feed<T> feed(Port<Feed<T>> port) {
        return port.get().orElseThrow();
    }

    private static Target target() {
        Topology nothing = new Topology() {
            @Override
            public List<String> cells() {
                return List.of();
            }

            @Override
            public List<String> zones() {
                return List.of();
            }

            @Override
            public void tasks(Reply<List<Task>> reply) {
                reply.ok(List.of());
            }
        };
        return new Target(TargetKind.LOCAL, nothing, Port.absent("none"), Port.absent("none"), Port.absent("none"),
                Port.absent("none"));
    }
}
