package io.gameday.reference.local;

import io.gameday.http.Admission;
import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.observability.Server;
import io.gameday.observability.ServerReport;
import io.gameday.observability.ServerReport.Counted;
import io.gameday.observability.ServerReport.Unknown;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.Address;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Servers that tell, hang or talk rubbish, asked over real sockets. Of a task that tells, each scrape counts ten orders more,
/// eight of them served and one refused, and any number of canaries.
@Timeout(60)
class LocalServersTest {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    @TempDir
    Path folder;
    private final Network network = new Network("test");
    private final HttpCaller caller = new HttpCaller(network);
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final RealClock clock = new RealClock("test-loop", failures::add);
    private final List<HttpServer> servers = new ArrayList<>();
    private final AtomicInteger process = new AtomicInteger();
    private final BlockingQueue<String> topologies = new LinkedBlockingQueue<>();
    private volatile String topology = "{}";
    private LocalApp app;
    private LocalServers asked;

    @BeforeEach
    void start() throws IOException {
        AppFolder files = AppFolder.create(AppConfig.standard(1, 2, 150, 40, 1, folder.toString()), new Random(1));
        String plane = serve(Admission.token(files.token()), (request, reply) -> {
            reply.accept(HttpAnswer.json(200, topology));
            topologies.add(topology);
        });
        AtomicInteger attempts = new AtomicInteger();
        String router = serve(Admission.token(files.token()),
                (request, reply) -> reply.accept(
                        text(histogram("router_attempts_seconds", "outcome=\"success\"", 7 * attempts.incrementAndGet())
                                + histogram("router_attempts_seconds", "outcome=\"overloaded\"", 2 * attempts.get()))));
        AppAddresses addresses = new AppAddresses("127.0.0.1:1", plane, "127.0.0.1:1", router, "127.0.0.1:1",
                "gameday");
        app = LocalApp.attach(new AppState(folder.toString(), new ProcessIdentity(-1, -1, ""), addresses), addresses);
        asked = new LocalServers(app, caller, clock, clock, Duration.ofSeconds(30));
    }

    @AfterEach
    void end() {
        clock.close();
        servers.forEach(HttpServer::close);
        network.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void eachTaskAndTheRouterTellWhatTheyCountedSinceTheyWereAsked() throws Exception {
        tasks(task("orders-1", "az1", telling()), task("orders-2", "az2", telling()),
                task("orders-3", "az1", "").replace("HEALTHY", "STARTING"));
        assertThat(ask()).as("asked for the first time").isEmpty();
        assertThat(ask()).as("the router was asked before").containsExactly(router());

        assertThat(ask()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("latencies").containsExactly(
                new Counted(server("orders-1", "az1"), 10, 8, 1, List.of()),
                new Counted(server("orders-2", "az2"), 10, 8, 1, List.of()), router());
    }

    @Test
    void aServerThatHangsIsLateOrTalksRubbishIsUnknownAndTheOthersTell() throws Exception {
        asked = new LocalServers(app, caller, clock, clock, Duration.ofSeconds(3));
        CompletableFuture<Void> never = new CompletableFuture<>();
        tasks(task("orders-1", "az1",
                serve(Admission.open(), (request, reply) -> never.thenRun(() -> reply.accept(text(""))))),
                task("orders-2", "az2", serve(Admission.open(), (request, reply) -> reply.accept(text("<html>\n")))),
                task("orders-3", "az1", "127.0.0.1:1"), task("orders-4", "az2", telling()));
        ask();
        ask();

        List<ServerReport> reports = ask();
        assertThat(reports).hasSize(5).filteredOn(Unknown.class::isInstance).extracting(r -> r.server().instance())
                .containsExactly("orders-1", "orders-2", "orders-3");
        assertThat(((Unknown) reports.get(0)).why()).isEqualTo("did not answer within 3000 ms");
        assertThat(((Unknown) reports.get(1)).why()).startsWith("told what cannot be read; line 1");
        assertThat(((Unknown) reports.get(2)).why()).startsWith("cannot be reached");
        assertThat(reports.get(3)).isInstanceOf(Counted.class);
    }

    @Test
    void aTaskThatWasStartedAnewIsUnknownForOneTimeAndNeverNegative() throws Exception {
        tasks(task("orders-1", "az1", telling()));
        ask();
        ask();
        process.incrementAndGet();

        assertThat(ask().getFirst()).isEqualTo(new Unknown(server("orders-1", "az1"),
                "told what says nothing: the server was started anew between the scrapes"));
        assertThat(ask().getFirst()).isInstanceOf(Counted.class);
    }

    @Test
    void whoeverAsksBeforeAllHaveAnsweredGetsNothingTwice() throws Exception {
        CompletableFuture<List<ServerReport>> first = new CompletableFuture<>();
        CompletableFuture<List<ServerReport>> second = new CompletableFuture<>();
        ask();
        clock.execute(() -> {
            asked.ask(first::complete);
            asked.ask(second::complete);
        });
        assertThat(second.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(first.get(30, TimeUnit.SECONDS)).containsExactly(router());
    }

    private static ServerReport router() {
        return new Counted(new Server("router", null, null), 9, 7, 2,
                List.of(new ServerReport.Bucket(Duration.ZERO, Duration.ofMillis(100), 2),
                        new ServerReport.Bucket(Duration.ZERO, Duration.ofMillis(100), 7)));
    }

    private static Server server(String id, String zone) {
        return new Server(id, "cell-1", zone);
    }

    private void tasks(String... tasks) {
        topology = "{\"tasks\":[" + String.join(",", tasks) + "]}";
    }

    private static String task(String id, String zone, String management) {
        return """
                {"id":"%s","cell":"cell-1","zone":"%s","state":"HEALTHY","management":"%s","slots":3}""".formatted(id,
                zone, management);
    }

    private String telling() throws IOException {
        AtomicInteger times = new AtomicInteger();
        return serve(Admission.open(), (request, reply) -> {
            int n = times.incrementAndGet();
            reply.accept(text("process_start_time_seconds " + process.get() + "\n" + orders("201", "none", 8 * n)
                    + orders("503", "Overloaded", n) + orders("503", "none", n)
                    + histogram("http_server_requests_seconds", "uri=\"/canary\",status=\"200\"", 50 * n)));
        });
    }

    private static String orders(String status, String exception, long count) {
        return histogram("http_server_requests_seconds",
                "uri=\"/orders\",status=\"" + status + "\",exception=\"" + exception + "\"", count);
    }

    private static String histogram(String name, String labels, long count) {
        return name + "_bucket{" + labels + ",le=\"0.1\"} " + count + "\n" + name + "_bucket{" + labels
                + ",le=\"+Inf\"} " + count + "\n";
    }

    private static HttpAnswer text(String text) {
        return new HttpAnswer(200, Map.of("content-type", TEXT), text.getBytes(StandardCharsets.UTF_8));
    }

    private String serve(Admission admission, Handler handler) throws IOException {
        HttpServer server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), admission, handler);
        servers.add(server);
        return Address.print(server.address());
    }

    private List<ServerReport> ask() throws Exception {
        CompletableFuture<List<ServerReport>> reports = new CompletableFuture<>();
        clock.execute(() -> asked.ask(reports::complete));
        List<ServerReport> told = reports.get(30, TimeUnit.SECONDS);
        // The topology is read beside the servers. Its answer has been given then; asking the same server once more and
        // going through the same loop lets it be taken.
        assertThat(topologies.poll(30, TimeUnit.SECONDS)).isNotNull();
        CompletableFuture<Object> taken = new CompletableFuture<>();
        caller.call(servers.getFirst().address(), HttpRequest.get("/"), Duration.ofSeconds(30),
                answer -> clock.execute(() -> taken.complete(answer)));
        taken.get(30, TimeUnit.SECONDS);
        return told;
    }
}
