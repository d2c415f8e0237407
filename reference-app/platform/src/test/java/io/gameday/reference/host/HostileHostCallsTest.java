package io.gameday.reference.host;

import io.gameday.hostile.GoodCall;
import io.gameday.hostile.HostileRequests;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.reference.Address;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.fake.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The three endpoints of one real host: its own, the log sink's and a zone machine's.
@Timeout(180)
class HostileHostCallsTest {

    private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();
    private static final List<GoodCall> CALLS = List.of(GoodCall.get("/state"), GoodCall.get("/faults"),
            GoodCall.get("/logs"),
            GoodCall.post("/tasks", "{\"cell\":\"cell-1\",\"zone\":\"az1\",\"slots\":1,\"revision\":\"1\"}"),
            GoodCall.post("/faults",
                    """
                            {"id":"r.f1","run":"r","fault":{"kind":"zone-power-loss","zone":"az1"},"duration":"PT40S","lease":"PT8S"}
                            """),
            GoodCall.post("/faults/f1/renew", ""), GoodCall.post("/databases/cell-1/restore", ""));

    @Test
    void whateverComesNothingIsInForceAndNoTaskIsStarted(@TempDir Path folder) throws Exception {
        AppFolder app = AppFolder.create(AppConfig.standard(1, 2, 150, 40, 1, folder.toString()), new Random(1));
        ChildProcess host = ChildProcess.start("host",
                JavaCommand.of(FakeHostMain.class, 64, List.of(folder.toString())),
                Map.of("GAMEDAY_CACHE", CACHE.toString()), app.log("host-process"), line -> {
                }, code -> {
                });
        try (host; Network network = new Network("test")) {
            String address = JsonMapper.builder().build().readTree(host.ready().get(90, TimeUnit.SECONDS)).path("host")
                    .asString();
            Api api = new Api(new HttpCaller(network), Address.parse(address), app.token());
            attack("host", address, app.token(), CALLS);
            attack("log sink", api.get("/logs").path("address").asString(), app.token(),
                    List.of(GoodCall.get("/state"), GoodCall.post("/batches", "{\"n\":1}")));
            attack("zone machine", api.get("/state").path("zones").get(0).path("machine").asString(), null,
                    List.of(GoodCall.get("/")));

            assertThat(api.get("/faults").toString()).isEqualTo("{\"faults\":[]}");
            assertThat(api.get("/state").path("tasks")).isEmpty();
            assertThat(api.get("/logs").path("sink").path("linesWritten").asLong()).isZero();
            assertThat(host.alive()).isTrue();
        }
    }

    private static void attack(String name, String address, @Nullable String token, List<GoodCall> calls)
            throws IOException {
        assertThat(new HostileRequests(Address.parse(address), token, calls, Set.of(), 6).send()).as(name).isNotEmpty();
    }
}
