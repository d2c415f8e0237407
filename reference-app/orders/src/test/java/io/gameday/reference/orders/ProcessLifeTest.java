package io.gameday.reference.orders;

import com.sun.net.httpserver.HttpServer;
import io.gameday.reference.orders.process.ChildProcess;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// How the processes begin and end, with nobody around them.
@Timeout(120)
class ProcessLifeTest {
    private static final String ORDERS = "io.gameday.reference.orders.OrdersTask";
    private static final String INVENTORY = "io.gameday.reference.orders.inventory.InventoryServer";

    /// Port 1 refuses, as a database does that is not there.
    private static final Map<String, String> WITHOUT_DATABASE = Map.of("GAMEDAY_ADDRESS", "127.0.1.18",
            "GAMEDAY_INSTANCE", "orders-4", "GAMEDAY_CELL", "cell-01", "GAMEDAY_ZONE", "az1", "GAMEDAY_REVISION", "7",
            "GAMEDAY_SLOTS", "2", "GAMEDAY_DATABASE", "jdbc:postgresql://127.0.0.1:1/none", "GAMEDAY_DATABASE_USER",
            "postgres");

    @Test
    void aTaskWithoutItsDatabaseIsUnhealthyDeafToTheTerminalAndEndsWhenTold() throws Exception {
        try (LaunchedProcess task = LaunchedProcess.start(ORDERS, WITHOUT_DATABASE)) {
            HttpResponse<String> health = task.get(task.at("127.0.1.18", "management", "/actuator/health"));
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"status\":\"DOWN\"");
            HttpResponse<String> canary = task.get(task.at("127.0.1.18", "service", "/canary"));
            assertThat(canary.statusCode()).isEqualTo(503);
            assertThat(canary.body()).contains("\"error\":\"database unavailable\"");

            interrupt(task);
            assertThat(task.get(task.at("127.0.1.18", "service", "/nowhere")).statusCode()).isEqualTo(404);

            // Process.destroy() would also close its input, which means something else.
            task.process().toHandle().destroy();
            assertThat(task.endsWithin(60)).isTrue();
            assertThat(task.process().exitValue()).isEqualTo(143);
        }
    }

    @Test
    void inventoryAnswersIgnoresTheTerminalAndEndsWithItsParent() throws Exception {
        try (LaunchedProcess inventory = LaunchedProcess.start(INVENTORY, Map.of("GAMEDAY_ADDRESS", "127.0.1.19"))) {
            interrupt(inventory);
            HttpResponse<String> stock = inventory.get(inventory.at("127.0.1.19", "service", "/stock/book"));
            assertThat(stock.body()).isEqualTo("{\"item\":\"book\",\"available\":true}");
            assertThat(inventory.get(inventory.at("127.0.1.19", "service", "/else")).statusCode()).isEqualTo(404);

            inventory.closeItsInput();
            assertThat(inventory.endsWithin(60)).isTrue();
            assertThat(inventory.process().exitValue()).isEqualTo(ChildProcess.ABANDONED);
        }
    }

    @Test
    void aTaskEndsWithItsParentEvenWhileItStarts() throws Exception {
        try (LaunchedProcess task = LaunchedProcess.start(ORDERS, WITHOUT_DATABASE)) {
            task.closeItsInput();

            assertThat(task.endsWithin(60)).isTrue();
            assertThat(task.process().exitValue()).isEqualTo(ChildProcess.ABANDONED);
        }
    }

    /// As in a container: no parent, input closed from the start, zone and instance known to ECS alone.
    @Test
    void aTaskOnItsOwnServesWithoutAParentAndEndsWhenToldInOrder() throws Exception {
        HttpServer ecs = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        ecs.createContext("/v4/id/task", exchange -> {
            try (exchange) {
                byte[] task = """
                        {"TaskARN":"arn:aws:ecs:eu-west-1:111122223333:task/gameday-cell-01/0f3a","AvailabilityZone":"eu-west-1b"}
                        """
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, task.length);
                exchange.getResponseBody().write(task);
            }
        });
        ecs.start();
        Map<String, String> who = new HashMap<>(WITHOUT_DATABASE);
        who.keySet().removeAll(List.of("GAMEDAY_INSTANCE", "GAMEDAY_ZONE"));
        who.put("GAMEDAY_ON_ITS_OWN", "1");
        who.put("GAMEDAY_ADDRESS", "0.0.0.0");
        who.put("ECS_CONTAINER_METADATA_URI_V4", "http://127.0.0.1:" + ecs.getAddress().getPort() + "/v4/id");
        try (LaunchedProcess task = LaunchedProcess.start(ORDERS, who)) {
            task.closeItsInput();

            // Any address reaches the service port; on the management port only loopback's first one is listened to.
            HttpResponse<String> answer = task.get(task.at("127.0.1.77", "service", "/nowhere"));
            assertThat(answer.headers().firstValue("X-Gameday-Zone")).contains("eu-west-1b");
            assertThat(answer.headers().firstValue("X-Gameday-Instance")).contains("0f3a");
            assertThat(task.get(task.at("127.0.0.1", "management", "/actuator/settings")).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> task.get(task.at("127.0.1.77", "management", "/actuator/settings")))
                    .isInstanceOf(ConnectException.class);

            task.process().toHandle().destroy();
            assertThat(task.endsWithin(60)).isTrue();
            assertThat(task.process().exitValue()).isEqualTo(143);
        } finally {
            ecs.stop(0);
        }
    }

    @Test
    void aTrainingRunNeedsNothingAndEndsByItself() throws Exception {
        try (LaunchedProcess training = LaunchedProcess.start(ORDERS, Map.of("GAMEDAY_TRAINING", "1"))) {
            assertThat(training.endsWithin(60)).isTrue();
            assertThat(training.process().exitValue()).isZero();
        }
    }

    /// Twice, because the second takes the ports that the first left when it was killed.
    @Test
    void aProcessThatStandsByBecomesTheTaskThatItIsToldToBeAtItsPorts() throws Exception {
        Map<String, String> who = new HashMap<>(WITHOUT_DATABASE);
        int service = becomes(who, "orders-4");

        who.put("GAMEDAY_SERVICE_PORT", String.valueOf(service));
        who.put("GAMEDAY_INSTANCE", "orders-5");
        assertThat(becomes(who, "orders-5")).isEqualTo(service);
    }

    private static int becomes(Map<String, String> who, String instance) throws Exception {
        try (LaunchedProcess task = LaunchedProcess.start(ORDERS, Map.of("GAMEDAY_STAND_BY", "1"))) {
            task.awaitLine("GAMEDAY-STANDS-BY");
            task.tell(JsonMapper.shared().writeValueAsString(who));

            HttpResponse<String> answer = task.get(task.at("127.0.1.18", "service", "/nowhere"));
            assertThat(answer.headers().firstValue("X-Gameday-Instance")).contains(instance);
            HttpResponse<String> counts = task.get(task.at("127.0.1.18", "management", "/actuator/prometheus"));
            assertThat(counts.body()).contains("process_start_time_seconds").doesNotContain("/orders");
            return task.ports().path("service").intValue();
        }
    }

    @Test
    void aProcessThatStandsByEndsWithItsParent() throws Exception {
        try (LaunchedProcess task = LaunchedProcess.start(ORDERS, Map.of("GAMEDAY_STAND_BY", "1"))) {
            task.closeItsInput();

            assertThat(task.endsWithin(60)).isTrue();
            assertThat(task.process().exitValue()).isEqualTo(ChildProcess.ABANDONED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDERS, INVENTORY})
    void anUnusableEnvironmentEndsTheProcessAtOnce(String mainClass) throws Exception {
        try (LaunchedProcess process = LaunchedProcess.start(mainClass, Map.of("GAMEDAY_ADDRESS", "0.0.0.0"))) {
            assertThat(process.endsWithin(60)).isTrue();
            assertThat(process.process().exitValue()).isEqualTo(ChildProcess.INVALID_ENVIRONMENT);
        }
    }

    /// What Ctrl-C sends; the ready line has been read before, so the process ignores it by now.
    private static void interrupt(LaunchedProcess process) throws Exception {
        process.ports();
        String pid = Long.toString(process.process().pid());
        assertThat(new ProcessBuilder(List.of("kill", "-INT", pid)).start().waitFor()).isZero();
    }
}
