package io.gameday.reference.orders;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The task as a process with a real database and a real inventory, over its real ports.
@Timeout(120)
class OrdersTaskTest {
    private static final String ADDRESS = "127.0.1.17";
    private static final JsonMapper JSON = new JsonMapper();
    private static EmbeddedPostgres postgres;
    private static LaunchedProcess inventory;
    private static LaunchedProcess task;

    @BeforeAll
    static void start() throws IOException {
        inventory = LaunchedProcess.start("io.gameday.reference.orders.inventory.InventoryServer",
                Map.of("GAMEDAY_ADDRESS", "127.0.1.9"));
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        task = LaunchedProcess.start("io.gameday.reference.orders.OrdersTask",
                Map.of("GAMEDAY_ADDRESS", ADDRESS, "GAMEDAY_INSTANCE", "orders-3", "GAMEDAY_CELL", "cell-01",
                        "GAMEDAY_ZONE", "az1", "GAMEDAY_REVISION", "7", "GAMEDAY_SLOTS", "2", "GAMEDAY_HOLD_MS", "300",
                        "GAMEDAY_DATABASE", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                        "GAMEDAY_DATABASE_USER", "postgres", "GAMEDAY_INVENTORY",
                        inventory.at("127.0.1.9", "service", "")));
        task.ports();
    }

    @AfterAll
    static void stop() throws IOException {
        task.close();
        inventory.close();
        postgres.close();
    }

    @Test
    void anOrderIsAcceptedOnceHoweverOftenItIsSent() throws Exception {
        long began = System.nanoTime();
        HttpResponse<String> first = task.post(service("/orders"), order("once"));
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos());
        HttpResponse<String> second = task.post(service("/orders"), order("once"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(JSON.readTree(first.body())).isEqualTo(JSON.readTree("""
                {"id": "once", "status": "accepted", "stock": "available",
                 "instance": "orders-3", "zone": "az1", "cell": "cell-01",
                 "revision": "7"}"""));
        assertThat(task.get(service("/orders/once")).body()).isEqualTo("""
                {"id":"once","customer":"c-07","item":"book","quantity":1,"acceptedBy":"orders-3"}""");
    }

    @Test
    void everyAnswerNamesTheTask() throws Exception {
        for (HttpResponse<String> answer : List.of(task.get(service("/canary")),
                task.get(service("/orders/nobody-wrote-this")), task.get(service("/nowhere")),
                task.post(service("/orders"), "{"))) {
            assertThat(answer.headers().firstValue("X-Gameday-Instance")).hasValue("orders-3");
            assertThat(answer.headers().firstValue("X-Gameday-Zone")).hasValue("az1");
            assertThat(answer.headers().firstValue("X-Gameday-Cell")).hasValue("cell-01");
            assertThat(answer.headers().firstValue("X-Gameday-Revision")).hasValue("7");
        }
    }

    @Test
    void theCanaryAnswersWhereOrdersGetThrough() throws Exception {
        HttpResponse<String> canary = task.get(service("/canary"));

        assertThat(canary.statusCode()).isEqualTo(200);
        assertThat(canary.body())
                .isEqualTo("{\"instance\":\"orders-3\",\"zone\":\"az1\",\"cell\":\"cell-01\",\"revision\":\"7\"}");
    }

    @Test
    void anOrderNobodyWroteIsNotFound() throws Exception {
        assertThat(task.get(service("/orders/nobody-wrote-this")).statusCode()).isEqualTo(404);
    }

    @Test
    void anInvalidOrderIsToldWhatIsAllowed() throws Exception {
        HttpResponse<String> answer = task.post(service("/orders"), """
                {"id": "x", "customer": "c-07", "item": "book", "quantity": 0}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("quantity is '0'; allowed: 1 to 1000000000");
    }

    @Test
    void aRequestIsLoggedInOneLineOfAKibibyte() throws Exception {
        task.post(service("/orders"), order("logged"));

        // The line was written before the answer; a canary's line after it has been read says it arrived.
        while (task.linesWith("\"id\":\"logged\"").isEmpty()) {
            task.get(service("/canary"));
        }
        assertThat(task.linesWith("\"id\":\"logged\"")).singleElement().satisfies(line -> {
            assertThat(line.length() + 1).isGreaterThanOrEqualTo(RequestLog.LEAST_BYTES);
            assertThat(JSON.readTree(line).path("zone").stringValue()).isEqualTo("az1");
        });
    }

    /// Two slots of 300 ms leave three places to wait: of thirty at once most find no place.
    @Test
    void anOverloadedTaskRefusesAtOnceAndStaysHealthy() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(task.postLater(service("/orders"), order("overload-" + i)));
        }
        HttpResponse<String> health = task.get(management("/actuator/health"));
        List<HttpResponse<String>> done = answers.stream().map(CompletableFuture::join).toList();

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(done).extracting(HttpResponse::statusCode).containsOnly(201, 503);
        assertThat(done).filteredOn(answer -> answer.statusCode() == 201).hasSizeGreaterThanOrEqualTo(5);
        assertThat(done).filteredOn(answer -> answer.statusCode() == 503).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.body()).contains("\"error\":\"overloaded\"");
            assertThat(answer.headers().firstValue("X-Gameday-Overloaded")).hasValue("true");
        });
        assertThat(metricsOnceTheyHave("exception=\"Overloaded\"")).containsPattern("http_server_requests_seconds_count"
                + "\\{[^}]*exception=\"Overloaded\"[^}]*status=\"503\",uri=\"/orders\"[^}]*} [1-9]");
    }

    /// Fact A17. The pipe takes some sixty lines; then the two slots and the three places fill with requests that
    /// wait for their log line, and the next is refused. Nothing here is measured in time.
    @Test
    void aLogThatNobodyReadsStopsTheServiceAndNotItsHealth() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> stuck = new ArrayList<>();
        task.stallReading();
        try {
            CompletableFuture<HttpResponse<String>> refusal = new CompletableFuture<>();
            while (!refusal.isDone()) {
                CompletableFuture<HttpResponse<String>> canary = task.getLater(service("/canary"));
                canary.thenAccept(answer -> {
                    if (answer.statusCode() == 503) {
                        refusal.complete(answer);
                    }
                });
                stuck.add(canary);
                CompletableFuture.anyOf(canary, refusal).completeOnTimeout(canary, 200, TimeUnit.MILLISECONDS).join();
            }
            assertThat(task.get(management("/actuator/health")).statusCode()).isEqualTo(200);
            assertThat(stuck).filteredOn(canary -> !canary.isDone()).isNotEmpty();
        } finally {
            task.resumeReading();
        }
        assertThat(stuck.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).distinct())
                .containsOnly(200, 503);
    }

    @Test
    void chaosMonkeySlowsAnOrderOnceAndOnlyWhenTold() throws Exception {
        assertThat(task.get(management("/actuator/chaosmonkey/status")).body()).isEqualTo("{\"enabled\":false}");
        assertThat(task.post(management("/actuator/chaosmonkey/assaults"), """
                {"level": 1, "deterministic": true, "latencyActive": true,
                 "latencyRangeStart": 700, "latencyRangeEnd": 700, "exceptionsActive": false,
                 "killApplicationActive": false, "memoryActive": false, "cpuActive": false}""").statusCode())
                .isEqualTo(200);
        assertThat(task.post(management("/actuator/chaosmonkey/enable"), "").statusCode()).isEqualTo(200);
        try {
            assertThat(task.post(service("/orders"), order("slow")).statusCode()).isEqualTo(201);
        } finally {
            assertThat(task.post(management("/actuator/chaosmonkey/disable"), "").statusCode()).isEqualTo(200);
        }
        assertThat(task.post(service("/orders"), order("quick")).statusCode()).isEqualTo(201);

        assertThat(workMicroseconds("slow")).isBetween(700_000L, 1_399_999L);
        assertThat(workMicroseconds("quick")).isLessThan(700_000L);
    }

    @Test
    void aWrongSchemaThatIsPushedFailsEveryStatementAndHealthUntilTheRightOneIsBack() throws Exception {
        String settings = management("/actuator/settings");
        assertThat(task.get(settings).body()).isEqualTo("{\"schema\":\"public\",\"databaseTimeoutMillis\":3000}");
        HttpResponse<String> pushed = task.post(settings, "{\"schema\": \"orders_v2\"}");
        try {
            assertThat(pushed.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(pushed.body())).isEqualTo(JSON.readTree("""
                    {"before": {"schema": "public", "databaseTimeoutMillis": 3000},
                     "now": {"schema": "orders_v2", "databaseTimeoutMillis": 3000}}"""));
            for (HttpResponse<String> answer : List.of(task.post(service("/orders"), order("nowhere")),
                    task.get(service("/canary")), task.get(service("/orders/once")))) {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("\"error\":\"database unavailable\"");
            }
            assertThat(healthOnceItIs(503)).contains("orders_v2");
        } finally {
            assertThat(task.post(settings, "{\"schema\": \"public\"}").statusCode()).isEqualTo(200);
        }
        assertThat(task.post(service("/orders"), order("somewhere")).statusCode()).isEqualTo(201);
        healthOnceItIs(200);
    }

    @Test
    void aDatabaseThatIsSlowerThanThePushedTimeoutIsTakenForUnavailable() throws Exception {
        String settings = management("/actuator/settings");
        try (Connection locking = postgres.getPostgresDatabase().getConnection();
                Statement statement = locking.createStatement()) {
            task.post(service("/orders"), order("before-the-lock"));
            locking.setAutoCommit(false);
            statement.execute("LOCK TABLE orders");
            task.post(settings, "{\"databaseTimeoutMillis\": 50}");

            assertThat(task.post(service("/orders"), order("locked")).statusCode()).isEqualTo(503);
        } finally {
            task.post(settings, "{\"databaseTimeoutMillis\": 3000}");
        }
        assertThat(task.post(service("/orders"), order("unlocked")).statusCode()).isEqualTo(201);
    }

    @Test
    void settingsThatAreNotAllowedAreToldAllAtOnceAndChangeNothing() throws Exception {
        String settings = management("/actuator/settings");

        HttpResponse<String> refused = task.post(settings,
                "{\"schema\": \"a; DROP TABLE orders\", \"databaseTimeoutMillis\": 0}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(refused.body()).path("error").stringValue()).isEqualTo(
                "schema is 'a; DROP TABLE orders'; allowed: 1 to 63 lower-case letters, digits or underscores, "
                        + "not beginning with a digit; databaseTimeoutMillis is 0; allowed: 1 to 60000");
        assertThat(task.get(settings).body()).isEqualTo("{\"schema\":\"public\",\"databaseTimeoutMillis\":3000}");
    }

    @Test
    void aThousandPiecesAreAnOrdinaryOrder() throws Exception {
        HttpResponse<String> answer = task.post(service("/orders"), """
                {"id": "many", "customer": "c-07", "item": "book", "quantity": 1000}""");

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void aWebPageCannotReadWhatIsCounted() throws Exception {
        HttpRequest fromAPage = HttpRequest.newBuilder(URI.create(management("/actuator/prometheus")))
                .header("Origin", "https://example.org").build();

        assertThat(task.send(fromAPage).statusCode()).isEqualTo(403);
    }

    @Test
    void aWebPageCannotSwitchChaosMonkeyOn() throws Exception {
        HttpRequest fromAPage = HttpRequest.newBuilder(URI.create(management("/actuator/chaosmonkey/enable")))
                .header("Origin", "https://example.org").POST(HttpRequest.BodyPublishers.noBody()).build();

        assertThat(task.send(fromAPage).statusCode()).isEqualTo(403);
    }

    @Test
    void howRequestsFaredIsToldToPrometheusByCellZoneAndInstance() throws Exception {
        assertThat(task.post(service("/orders"), order("counted")).statusCode()).isEqualTo(201);

        String order = "{cell=\"cell-01\",error=\"none\",exception=\"none\",instance=\"orders-3\",method=\"POST\","
                + "outcome=\"SUCCESS\",status=\"201\",uri=\"/orders\",zone=\"az1\"";
        assertThat(metricsOnceTheyHave(order))
                .containsPattern("http_server_requests_seconds_count\\" + order + "} [1-9]")
                .contains("\nhttp_server_requests_seconds_bucket" + order + ",le=\"0.11\"} ")
                .contains("\nhttp_server_requests_seconds_bucket" + order + ",le=\"5.0\"} ")
                .contains("\nprocess_start_time_seconds{cell=\"cell-01\",instance=\"orders-3\",zone=\"az1\"} ");
        assertThat(task.get(management("/actuator/prometheus")).headers().firstValue("Content-Type"))
                .hasValue("text/plain;version=0.0.4;charset=utf-8");
    }

    /// Each series costs memory, and a path that somebody made up may not make one.
    @Test
    void nothingElseIsToldToPrometheus() throws Exception {
        task.get(service("/nowhere/7"));
        String told = metricsOnceTheyHave("status=\"404\"");

        assertThat(told.lines().filter(line -> !line.startsWith("#")).map(line -> line.replaceFirst("[{ ].*", ""))
                .distinct()).containsExactlyInAnyOrder("http_server_requests_seconds_bucket",
                        "http_server_requests_seconds_count", "http_server_requests_seconds_sum",
                        "http_server_requests_seconds_max", "process_start_time_seconds");
        assertThat(told).doesNotContain("nowhere");
    }

    /// The linter of Prometheus itself, where it is installed.
    @Test
    void whatIsToldToPrometheusIsAsPrometheusWantsItButForHelpTexts() throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool"))),
                "promtool is not on the path: apt-get install prometheus");
        task.get(service("/canary"));
        String told = metricsOnceTheyHave("uri=\"/canary\"");
        Process promtool = new ProcessBuilder("promtool", "check", "metrics").redirectErrorStream(true).start();
        try (OutputStream input = promtool.getOutputStream()) {
            input.write(told.getBytes(StandardCharsets.UTF_8));
        }

        // Spring gives none to its timer.
        assertThat(new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrder("http_server_requests_seconds no help text",
                        "http_server_requests_seconds_max no help text");
    }

    /// In a database of its own, where the table is still missing.
    @Test
    void tasksThatStartAtOnceMakeTheTableWithoutARace() throws Exception {
        OrderDatabase empty = new OrderDatabase(postgres.getDatabase("postgres", "template1"),
                () -> new DatabaseSettings("public", 30_000));
        try (ExecutorService tasks = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> start = () -> {
                empty.check(Duration.ofSeconds(30));
                return true;
            };
            for (Future<Boolean> started : tasks.invokeAll(Collections.nCopies(8, start))) {
                assertThat(started.get()).isTrue();
            }
        }
        assertThat(empty.write(new OrderRequest("first", "c-07", "book", 1), "orders-3")).isTrue();
    }

    /// What is known of it is kept for a second.
    private static String healthOnceItIs(int status) throws Exception {
        HttpResponse<String> health = task.get(management("/actuator/health"));
        while (health.statusCode() != status) {
            health = task.get(management("/actuator/health"));
        }
        return health.body();
    }

    /// A request is counted a moment after it was answered.
    private static String metricsOnceTheyHave(String part) throws Exception {
        String told = task.get(management("/actuator/prometheus")).body();
        while (!told.contains(part)) {
            told = task.get(management("/actuator/prometheus")).body();
        }
        return told;
    }

    private static long workMicroseconds(String id) throws IOException, InterruptedException {
        while (task.linesWith("\"id\":\"" + id + "\"").isEmpty()) {
            task.get(service("/canary"));
        }
        return JSON.readTree(task.linesWith("\"id\":\"" + id + "\"").getFirst()).path("workMicroseconds").longValue();
    }

    private static String service(String path) {
        return task.at(ADDRESS, "service", path);
    }

    private static String management(String path) {
        return task.at(ADDRESS, "management", path);
    }

    private static String order(String id) {
        return """
                {"id": "%s", "customer": "c-07", "item": "book", "quantity": 1}""".formatted(id);
    }
}
