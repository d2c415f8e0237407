package io.gameday.reference.host;

import io.gameday.experiment.Experiment.Restart;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// A host with real processes, stand-ins for the services, that restarts tasks in place after they ran for a second.
@Timeout(180)
class HostRestartTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    @TempDir
    Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private AppFolder app;
    private ChildProcess host;
    private String address;

    @BeforeEach
    void start() throws Exception {
        AppConfig standard = AppConfig.standard(1, 2, 150, 40, 1, folder.toString());
        AppConfig.Mechanisms usual = standard.mechanisms();
        AppConfig config = new AppConfig(standard.cells(), standard.zones(), standard.headroomPercent(),
                standard.rate(), Map.of(), standard.shape(), standard.routing(),
                new AppConfig.Mechanisms(true, true, true, usual.logging(), true, usual.evacuation(), null,
                        new Restart(Duration.ofSeconds(1), Set.of())),
                1, folder.toString());
        app = AppFolder.create(config, new Random(1));
        host = ChildProcess.start("host", JavaCommand.of(FakeHostMain.class, 64, List.of(folder.toString())),
                Map.of("GAMEDAY_CACHE", CACHE.toString()), app.log("host-process"), line -> {
                }, code -> {
                });
        address = JSON.readTree(host.ready().get(60, TimeUnit.SECONDS)).path("host").asString();
    }

    @AfterEach
    void end() {
        host.close();
        http.close();
    }

    /// The control plane of the cell is down meanwhile, which makes no difference to the host.
    @Test
    void aKilledTaskRunsOnAsAnotherProcessAtTheSameAddressesAndTheProcessThatStoodByIsIt() throws Exception {
        call("POST", "/tasks", "{\"cell\":\"cell-1\",\"zone\":\"az1\",\"slots\":1,\"revision\":\"1\"}");
        await(() -> task().path("status").asString().equals("RUNNING"));
        long running = System.nanoTime();
        await(() -> Files.readString(app.log("host")).contains("stand-by-1 stands by"));
        await(() -> System.nanoTime() - running > Duration.ofSeconds(1).toNanos());
        JsonNode before = task();
        assertThat(inject("down", "{\"kind\":\"control-plane-down\",\"cell\":\"cell-1\"}")).isEqualTo(201);

        assertThat(inject("crash", "{\"kind\":\"task-crash\",\"cell\":\"cell-1\",\"zone\":\"az1\"}")).isEqualTo(201);

        await(() -> get("/events").path("events").size() == 1);
        JsonNode event = get("/events").path("events").get(0);
        assertThat(event.path("name").asString()).isEqualTo("restart");
        assertThat(event.path("scope").asString()).isEqualTo("cell cell-1 zone az1");
        assertThat(event.path("text").asString()).startsWith(
                "(service orders-cell-1) (task orders-1) restarted in place in az1 after exit code 137; it serves again");
        JsonNode after = task();
        assertThat(after.path("id").asString()).isEqualTo("orders-1");
        assertThat(after.path("status").asString()).isEqualTo("RUNNING");
        assertThat(after.path("service")).isEqualTo(before.path("service"));
        assertThat(after.path("management")).isEqualTo(before.path("management"));
        long stoodBy = StartedProcesses.read(app).stream().filter(process -> process.name().equals("stand-by-1"))
                .findFirst().orElseThrow().identity().pid();
        assertThat(after.path("pid").asLong()).isEqualTo(stoodBy).isNotEqualTo(before.path("pid").asLong());
        await(() -> Files.readString(app.log("host")).contains("stand-by-2 stands by"));
    }

    private int inject(String id, String fault) throws IOException, InterruptedException {
        return call("POST", "/faults", """
                {"id":"%s","run":"r","fault":%s,"duration":"PT60S","lease":"PT60S"}
                """.formatted(id, fault)).statusCode();
    }

    private JsonNode task() throws IOException, InterruptedException {
        return get("/state").path("tasks").get(0);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(call("GET", path, "").body());
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://" + address + path))
                        .header("authorization", "Bearer " + app.token()).header("content-type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// Asks until it is so.
    private void await(Check wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!wanted.holds()) {
            assertThat(System.nanoTime()).as("last seen: " + get("/state")).isLessThan(end);
        }
    }

    @FunctionalInterface
    private interface Check {
        boolean holds() throws IOException, InterruptedException;
    }
}
