package io.gameday.reference.host;

import io.gameday.http.HttpCaller;
import io.gameday.observability.Scope;
import io.gameday.process.ChildProcess;
import io.gameday.process.ProcessIdentity;
import io.gameday.prometheus.Datapoint;
import io.gameday.prometheus.Rates;
import io.gameday.prometheus.Scrape;
import io.gameday.prometheus.Scraper;
import io.gameday.prometheus.Selector;
import io.gameday.reference.Address;
import io.gameday.reference.fake.Await;
import io.gameday.target.Fault;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The effects on one real task of the orders service, with its real Chaos Monkey. It has no database, so that the
/// service itself fails (503); an assault shows all the same, because it strikes before.
@Timeout(120)
class RealTaskTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path ORDERS = Path.of("..", "orders", "target", "orders").toAbsolutePath().normalize();
    private static final Pattern OLD = Pattern.compile("Tenured +total (\\d+)K, used (\\d+)K");
    private static final String ADDRESS = "127.0.1.30";

    @TempDir
    private static Path folder;
    private static ChildProcess task;
    private static String service;
    private static String management;
    private final EffectStage stage = new EffectStage();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AssaultEffect assaults = new AssaultEffect(stage.loop, stage.calls, stage.there, stage.log::add);

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(ORDERS.resolve("orders.jar")),
                "the orders service is not built: mvn -pl reference-app/orders -am package");
        List<String> command = new OrdersProgram(ORDERS.resolve("orders.jar"), new CacheFolder(folder))
                .taskWithoutCache();
        task = ChildProcess.start("orders-1", command,
                Map.of("GAMEDAY_ADDRESS", ADDRESS, "GAMEDAY_INSTANCE", "orders-1", "GAMEDAY_CELL", "cell-1",
                        "GAMEDAY_ZONE", "az1", "GAMEDAY_REVISION", "1", "GAMEDAY_SLOTS", "3", "GAMEDAY_DATABASE",
                        "jdbc:postgresql://127.0.0.1:1/none", "GAMEDAY_DATABASE_USER", "none"),
                folder.resolve("errors"), line -> {
                }, code -> {
                });
        JsonNode ports = JSON.readTree(task.ready().get(60, TimeUnit.SECONDS));
        service = ADDRESS + ":" + ports.path("service").asInt();
        management = ADDRESS + ":" + ports.path("management").asInt();
    }

    @AfterAll
    static void kill() {
        if (task != null) {
            task.kill();
        }
    }

    @BeforeEach
    void put() {
        stage.put("orders-1", ProcessIdentity.of(task.pid()).orElseThrow(), management);
    }

    @AfterEach
    void end() {
        http.close();
        stage.close();
    }

    @Test
    void chaosMonkeyIsLeftExactlyAsItWasFound() throws Exception {
        call("POST", management, "/actuator/chaosmonkey/assaults", "{\"level\":7,\"latencyRangeStart\":1234}");
        String before = settings();

        for (Fault fault : List.of(new Fault.TaskLatency("cell-1", "az1", Duration.ofMillis(50)),
                new Fault.TaskErrors("cell-1", "az1", 50), new Fault.TaskMemory("cell-1", "az1", 90))) {
            Effect.Undo undo = stage.applied(then -> assaults.apply("f", fault, then));
            assertThat(settings()).isNotEqualTo(before);
            stage.undone(undo);
            assertThat(settings()).as(fault.kind()).isEqualTo(before);
        }
    }

    @Test
    void everyThirdRequestFailsAndNoneAfterwards() throws Exception {
        Effect.Undo undo = stage.applied(then -> assaults.apply("f", new Fault.TaskErrors("cell-1", "az1", 33), then));
        assertThat(statuses(6)).filteredOn(status -> status == 500).hasSize(2);

        stage.undone(undo);

        assertThat(statuses(3)).containsOnly(503);
    }

    /// A task counts a request a moment after it has answered it, hence the bounds and the wait.
    @Test
    void everyThirdRequestThatFailsShowsInItsMetrics() throws Exception {
        statuses(1);
        Scrape before = scrape();
        Effect.Undo undo = stage.applied(then -> assaults.apply("f", new Fault.TaskErrors("cell-1", "az1", 33), then));
        statuses(6);
        stage.undone(undo);

        Selector requests = Selector.of("http_server_requests_seconds_count").with("zone", "az1");
        Await.until(() -> Rates.between(before, scrape(),
                rates -> rates.share(requests, "status",
                        Pattern.compile("500"))) instanceof Datapoint.Value(double share)
                && share > 0.25 && share < 0.45, this::scrape);
    }

    @Test
    void theHeapIsFilledAndComesBackEachTime() throws Exception {
        for (int round = 1; round <= 2; round++) {
            int before = oldGeneration();
            Effect.Undo undo = stage
                    .applied(then -> assaults.apply("f", new Fault.TaskMemory("cell-1", "az1", 90), then));
            Await.until(() -> oldGeneration() > before + 10_000, this::oldGeneration);

            stage.undone(undo);

            Await.until(() -> oldGeneration() < before + 5_000, this::oldGeneration);
        }
        assertThat(task.alive()).isTrue();
    }

    @Test
    void aTaskThatHangsAnswersAgainWhenItGoesOn() throws Exception {
        HangEffect<RealClock> hang = new HangEffect<>(stage.loop, stage.there, folder.resolve("errors"),
                work -> Thread.ofVirtual().start(work), (name, process) -> {
                }, stage.log::add);
        Effect.Undo undo = stage.applied(then -> hang.apply("f", new Fault.TaskHang("cell-1", "az1"), then));
        CompletableFuture<HttpResponse<String>> waiting = http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://" + management + "/actuator/settings")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(
                waiting.thenApply(answer -> "answered").completeOnTimeout("silent", 300, TimeUnit.MILLISECONDS).join())
                .isEqualTo("silent");

        stage.undone(undo);

        assertThat(waiting.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongSettingIsPushedAndTakenBack() throws Exception {
        DesiredSettings desired = new DesiredSettings();
        ConfigEffect config = new ConfigEffect(stage.loop, stage.calls, stage.there, desired, stage.log::add);
        Effect.Undo undo = stage.applied(then -> config.apply("f", new Fault.BadConfig(new Scope.Zone("az1")), then));
        assertThat(call("GET", management, "/actuator/settings", "").body()).contains(ConfigEffect.WRONG_SCHEMA);

        stage.undone(undo);

        assertThat(call("GET", management, "/actuator/settings", "").body()).contains("\"public\"");
    }

    private Scrape scrape() {
        CompletableFuture<Scrape> scraped = new CompletableFuture<>();
        try (HttpCaller caller = new HttpCaller(stage.network)) {
            new Scraper(caller, stage.loop, Duration.ofSeconds(30)).scrape(Address.parse(management),
                    io.gameday.http.HttpRequest.get("/actuator/prometheus"), scraped::complete);
            return scraped.join();
        }
    }

    private List<Integer> statuses(int requests) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(call("GET", service, "/orders/none", "").statusCode());
        }
        return statuses;
    }

    private String settings() throws Exception {
        JsonNode all = JSON.readTree(call("GET", management, "/actuator/chaosmonkey", "").body());
        return all.path("assaultProperties") + " " + all.path("watcherProperties") + " "
                + all.path("chaosMonkeyProperties").path("enabled");
    }

    private HttpResponse<String> call(String method, String address, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://" + address + path))
                        .header("content-type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// What is used of it, in kilobytes.
    private int oldGeneration() {
        try {
            Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    String.valueOf(task.pid()), "GC.heap_info").redirectErrorStream(true).start();
            String told = new String(jcmd.getInputStream().readAllBytes());
            Matcher old = OLD.matcher(told);
            assertThat(old.find()).as(told).isTrue();
            return Integer.parseInt(old.group(2));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
