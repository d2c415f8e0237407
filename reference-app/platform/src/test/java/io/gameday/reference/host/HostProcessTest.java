package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import java.io.IOException;
import java.net.ConnectException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/// One real host with a real PostgreSQL; the programs it starts are shells.
@Timeout(120)
class HostProcessTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    @TempDir
    Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private AppFolder app;
    private ChildProcess host;
    private String address;

    @BeforeEach
    void start() throws Exception {
        app = AppFolder.create(AppConfig.standard(1, 2, 150, 40, 1, folder.toString()), new Random(1));
        host = ChildProcess.start("host", JavaCommand.of(FakeHostMain.class, 64, List.of(folder.toString())),
                Map.of("GAMEDAY_CACHE", CACHE.toString()), app.log("host-process"), line -> {
                }, ended::complete);
        address = JSON.readTree(host.ready().get(60, TimeUnit.SECONDS)).path("host").asString();
    }

    @AfterEach
    void end() {
        host.close();
        http.close();
    }

    @Test
    void powerLossKillsTheTasksOfOneZoneAndEndsWithItsLease() throws Exception {
        String first = placed("az1");
        String second = placed("az2");
        JsonNode running = await("both run",
                state -> status(state, first).equals("RUNNING") && status(state, second).equals("RUNNING"));
        ProcessIdentity victim = identity(running, first);
        ProcessIdentity other = identity(running, second);
        String machine = running.path("zones").get(0).path("machine").asString();
        assertThat(ping(machine)).isEqualTo("{\"zone\":\"az1\"}");

        assertThat(powerLoss("f1", "az1", "PT40S", "PT2S").statusCode()).isEqualTo(201);

        await("the task of az1 is gone", state -> status(state, first).equals("STOPPED"));
        assertThat(victim.alive()).isFalse();
        assertThat(other.alive()).isTrue();
        assertThat(catchPing(machine)).isInstanceOf(ConnectException.class);
        HttpResponse<String> refused = place("az1");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"reason\":\"NO_POWER\"");
        assertThat(powerLoss("f1", "az1", "PT40S", "PT2S").statusCode()).isEqualTo(409);
        assertThat(call("GET", "/faults", "").body()).contains("\"id\":\"f1\"", "leaseLeftMs");

        await("power comes back by itself", state -> state.path("zones").get(0).path("power").asBoolean());
        // Its address may be somebody else's for a moment; it tries again until it has it.
        await("the machine of az1 is back", _ -> catchPing(machine) == null);

        assertThat(ping(machine)).isEqualTo("{\"zone\":\"az1\"}");
        assertThat(call("POST", "/faults/f1/renew", "").statusCode()).isEqualTo(404);
        assertThat(place("az1").statusCode()).isEqualTo(201);
    }

    @Test
    void takingAFaultAwayBringsPowerBackAndMayBeAskedTwice() throws Exception {
        powerLoss("f1", "az1", "PT40S", "PT40S");
        assertThat(call("POST", "/faults/f1/renew", "").statusCode()).isEqualTo(200);

        assertThat(call("DELETE", "/faults/f1", "").statusCode()).isEqualTo(200);
        assertThat(call("DELETE", "/faults/f1", "").statusCode()).isEqualTo(200);

        assertThat(place("az1").statusCode()).isEqualTo(201);
        HttpResponse<String> unknown = call("POST", "/faults",
                "{\"id\":\"f2\",\"run\":\"r\",\"fault\":{\"kind\":\"flood\"},\"duration\":\"PT4S\",\"lease\":\"PT4S\"}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("fault.kind is 'flood'; allowed: zone-power-loss, zone-partition");
    }

    @Test
    void theLogSinkStandsStillWhileItsFaultIsInForceAndNoLonger() throws Exception {
        String stall = """
                {"id":"f1","run":"r","fault":{"kind":"log-sink-stall","scope":"zone az1"},"duration":"PT40S","lease":"PT40S"}
                """;
        assertThat(call("POST", "/faults", stall).statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(call("GET", "/logs", "").body()).path("sink").toString())
                .isEqualTo("{\"linesWritten\":0,\"batchesWaiting\":0,\"stalls\":[\"zone az1\"]}");

        assertThat(call("DELETE", "/faults/f1", "").statusCode()).isEqualTo(200);

        assertThat(call("GET", "/logs", "").body()).contains("\"stalls\":[]", "\"dropped\":0");
    }

    @Test
    void whileACellsControlPlaneIsDownNothingIsPlacedOrStoppedThere() throws Exception {
        String task = placed("az1");
        assertThat(inject("f1", "{\"kind\":\"control-plane-down\",\"cell\":\"cell-1\"}", "PT40S", "PT2S").statusCode())
                .isEqualTo(201);

        for (HttpResponse<String> refused : List.of(place("az2"), call("DELETE", "/tasks/" + task, ""))) {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).isEqualTo("{\"error\":\"the control plane of cell-1 is down\"}");
        }
        await("it is up by itself", state -> !cell(state).path("controlPlaneDown").asBoolean());
        assertThat(place("az2").statusCode()).isEqualTo(201);
        assertThat(call("DELETE", "/tasks/" + task, "").statusCode()).isEqualTo(202);
    }

    @Test
    void aBadDeployIsWantedUntilItIsTakenAwayAndItsTasksAreToldTheirDefect() throws Exception {
        String good = placed("az1");
        assertThat(inject("f1", "{\"kind\":\"bad-deploy\",\"cell\":\"cell-1\",\"defect\":\"crash\"}", "PT40S", "PT40S")
                .statusCode()).isEqualTo(201);
        JsonNode state = await("the bad revision is wanted",
                now -> cell(now).path("revision").asString().equals("2-crash"));
        assertThat(state.path("settings").path("eviction")).hasToString("{\"failures\":3,\"slowMillis\":0}");

        HttpResponse<String> answer = call("POST", "/tasks",
                "{\"cell\":\"cell-1\",\"zone\":\"az2\",\"slots\":1,\"revision\":\"2-crash\"}");
        String bad = JSON.readTree(answer.body()).path("id").asString();
        state = await("both run", now -> status(now, good).equals("RUNNING") && status(now, bad).equals("RUNNING"));
        assertThat(environment(state, bad)).contains("GAMEDAY_DEFECT=crash", "GAMEDAY_REVISION=2-crash");
        assertThat(environment(state, good)).contains("GAMEDAY_REVISION=1").doesNotContain("GAMEDAY_DEFECT=crash");

        call("DELETE", "/faults/f1", "");
        assertThat(cell(JSON.readTree(call("GET", "/state", "").body())).path("revision").asString()).isEqualTo("1");
    }

    private static JsonNode cell(JsonNode state) {
        return state.path("settings").path("cells").path("cell-1");
    }

    private static List<String> environment(JsonNode state, String task) throws IOException {
        Path file = Path.of("/proc", task(state, task).path("pid").asString(), "environ");
        return List.of(Files.readString(file).split("\0"));
    }

    @Test
    void aKilledHostLeavesNoProcess() throws Exception {
        String task = placed("az1");
        await("the task runs", state -> status(state, task).equals("RUNNING"));
        List<StartedProcesses.Started> all = StartedProcesses.read(app);
        List<ProcessHandle> descendants = ProcessHandle.of(host.pid()).orElseThrow().descendants().toList();
        assertThat(all).extracting(StartedProcesses.Started::name).contains("control-plane", "router", "inventory",
                "database-cell-1", "database-keeper-cell-1", task);
        assertThat(descendants).hasSizeGreaterThan(all.size());

        host.kill();

        for (ProcessHandle descendant : descendants) {
            descendant.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(all).noneMatch(process -> process.identity().alive());
    }

    @Test
    void aTaskThatHangsAndIsReplacedDiesAndItsFaultCanBeTakenAway() throws Exception {
        String task = placed("az1");
        JsonNode running = await("the task runs", state -> status(state, task).equals("RUNNING"));
        ProcessIdentity victim = identity(running, task);
        assertThat(hang("f1").statusCode()).isEqualTo(201);
        assertThat(hang("f2").statusCode()).isEqualTo(409);

        assertThat(call("DELETE", "/tasks/" + task, "").statusCode()).isEqualTo(202);

        // SIGTERM waits until the task goes on, which it does not: it takes the SIGKILL after three seconds.
        await("the task is gone", state -> status(state, task).equals("STOPPED"));
        assertThat(victim.alive()).isFalse();
        assertThat(call("DELETE", "/faults/f1", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/faults", "").body()).isEqualTo("{\"faults\":[]}");
    }

    @Test
    void aKilledHostLeavesNoProcessAlthoughATaskHangs() throws Exception {
        String task = placed("az1");
        await("the task runs", state -> status(state, task).equals("RUNNING"));
        assertThat(hang("f1").statusCode()).isEqualTo(201);
        List<StartedProcesses.Started> all = StartedProcesses.read(app);
        List<ProcessHandle> descendants = ProcessHandle.of(host.pid()).orElseThrow().descendants().toList();
        assertThat(all).extracting(StartedProcesses.Started::name).contains("sleeper-" + task, task);

        host.kill();

        for (ProcessHandle descendant : descendants) {
            descendant.onExit().get(15, TimeUnit.SECONDS);
        }
        assertThat(all).noneMatch(process -> process.identity().alive());
    }

    @Test
    void theHostEndsEverythingWhenItsParentIsGone() throws Exception {
        String task = placed("az2");
        await("the task runs", state -> status(state, task).equals("RUNNING"));
        List<StartedProcesses.Started> all = StartedProcesses.read(app);

        host.end(10);

        assertThat(ended.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(all).noneMatch(process -> process.identity().alive());
    }

    @Test
    void theControlPlaneIsStartedAgainWhenItDies() throws Exception {
        ProcessIdentity first = controlPlanes().getFirst();

        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();

        await("another control plane is there", state -> controlPlanes().size() == 2 && controlPlanes().get(1).alive());
        assertThat(first.alive()).isFalse();
    }

    private List<ProcessIdentity> controlPlanes() throws IOException {
        return StartedProcesses.read(app).stream().filter(process -> process.name().equals("control-plane"))
                .map(StartedProcesses.Started::identity).toList();
    }

    private String placed(String zone) throws Exception {
        HttpResponse<String> answer = place(zone);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private HttpResponse<String> place(String zone) throws Exception {
        return call("POST", "/tasks", "{\"cell\":\"cell-1\",\"zone\":\"" + zone + "\",\"slots\":1,\"revision\":\"1\"}");
    }

    private HttpResponse<String> powerLoss(String id, String zone, String duration, String lease) throws Exception {
        return inject(id, "{\"kind\":\"zone-power-loss\",\"zone\":\"" + zone + "\"}", duration, lease);
    }

    private HttpResponse<String> inject(String id, String fault, String duration, String lease) throws Exception {
        return call("POST", "/faults", """
                {"id":"%s","run":"r","fault":%s,"duration":"%s","lease":"%s"}
                """.formatted(id, fault, duration, lease));
    }

    private HttpResponse<String> hang(String id) throws Exception {
        return call("POST", "/faults", """
                {"id":"%s","run":"r","fault":{"kind":"task-hang","cell":"cell-1","zone":"az1"},"duration":"PT40S",
                 "lease":"PT40S"}
                """.formatted(id));
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://" + address + path))
                        .header("authorization", "Bearer " + app.token()).header("content-type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String ping(String machine) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://" + machine + "/")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    private Throwable catchPing(String machine) {
        return catchThrowable(() -> ping(machine));
    }

    private static String status(JsonNode state, String task) {
        return task(state, task).path("status").asString();
    }

    private static ProcessIdentity identity(JsonNode state, String task) {
        return ProcessIdentity.of(task(state, task).path("pid").asLong()).orElseThrow();
    }

    private static JsonNode task(JsonNode state, String id) {
        return state.path("tasks").valueStream().filter(task -> task.path("id").asString().equals(id)).findFirst()
                .orElseThrow();
    }

    /// Asks for the state until it is as wanted.
    private JsonNode await(String what, Check wanted) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        JsonNode state = JSON.readTree(call("GET", "/state", "").body());
        while (!wanted.holds(state)) {
            assertThat(System.nanoTime()).as(what + "; last seen: " + state).isLessThan(end);
            state = JSON.readTree(call("GET", "/state", "").body());
        }
        return state;
    }

    @FunctionalInterface
    private interface Check {
        boolean holds(JsonNode state) throws IOException;
    }
}
