package io.gameday.reference.orders;

import io.gameday.reference.orders.process.ChildProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Wrong revisions, and the bug of the right one, as processes with a real database.
@Timeout(120)
class DefectsTest {
    private static final String ADDRESS = "127.0.1.21";
    private static final int OUT_OF_MEMORY = 3;
    private static final JsonMapper JSON = new JsonMapper();
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void errorsFailsHalfOfTheOrdersWhileHealthIsUp() throws Exception {
        try (LaunchedProcess task = task(Map.of("GAMEDAY_DEFECT", "errors"))) {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (int i = 10; i < 30; i++) {
                answers.add(task.post(service(task, "/orders"), order("e-" + i, 1)));
            }

            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(10);
            assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).hasSize(10).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree("""
                        {"error": "failed", "message": "ArithmeticException: / by zero", "instance": "orders-5",
                         "zone": "az1", "cell": "cell-01", "revision": "8"}"""));
            });
            assertThat(health(task).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void slowAddsFourHundredMillisecondsToAnOrder() throws Exception {
        try (LaunchedProcess task = task(Map.of("GAMEDAY_DEFECT", "slow"))) {
            long began = System.nanoTime();
            HttpResponse<String> answer = task.post(service(task, "/orders"), order("s-1", 1));

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(OrderService.SLOWNESS.toNanos());
            assertThat(health(task).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void unhealthyIsDownWhileOrdersAreServed() throws Exception {
        try (LaunchedProcess task = task(Map.of("GAMEDAY_DEFECT", "unhealthy"))) {
            assertThat(health(task).statusCode()).isEqualTo(503);
            assertThat(task.post(service(task, "/orders"), order("u-1", 1)).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void crashEndsTheTaskSomeSecondsAfterItWasReady() throws Exception {
        try (LaunchedProcess task = task(Map.of("GAMEDAY_DEFECT", "crash"))) {
            assertThat(task.post(service(task, "/orders"), order("c-1", 1)).statusCode()).isEqualTo(201);

            assertThat(task.endsWithin(60)).isTrue();
            assertThat(task.process().exitValue()).isEqualTo(ChildProcess.CRASHED);
        }
    }

    @Test
    void oneHugeOrderEndsATaskWhoseRevisionIsRight() throws Exception {
        try (LaunchedProcess task = task(Map.of())) {
            CompletableFuture<HttpResponse<String>> answer = task.postLater(service(task, "/orders"),
                    order("poison", 900_000_000));

            assertThat(task.endsWithin(60)).isTrue();
            assertThat(task.process().exitValue()).isEqualTo(OUT_OF_MEMORY);
            assertThat(answer).failsWithin(Duration.ofSeconds(10));
        }
    }

    private static LaunchedProcess task(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(
                Map.of("GAMEDAY_ADDRESS", ADDRESS, "GAMEDAY_INSTANCE", "orders-5", "GAMEDAY_CELL", "cell-01",
                        "GAMEDAY_ZONE", "az1", "GAMEDAY_REVISION", "8", "GAMEDAY_SLOTS", "2", "GAMEDAY_HOLD_MS", "1",
                        "GAMEDAY_DATABASE", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                        "GAMEDAY_DATABASE_USER", "postgres"));
        environment.putAll(more);
        return LaunchedProcess.start("io.gameday.reference.orders.OrdersTask", environment);
    }

    private static HttpResponse<String> health(LaunchedProcess task) throws Exception {
        return task.get(task.at(ADDRESS, "management", "/actuator/health"));
    }

    private static String service(LaunchedProcess task, String path) {
        return task.at(ADDRESS, "service", path);
    }

    private static String order(String id, int quantity) {
        return """
                {"id": "%s", "customer": "c-07", "item": "book", "quantity": %d}""".formatted(id, quantity);
    }
}
