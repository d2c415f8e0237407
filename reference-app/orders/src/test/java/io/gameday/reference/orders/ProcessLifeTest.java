package io.gameday.reference.orders;

import io.gameday.reference.orders.process.ChildProcess;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

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
