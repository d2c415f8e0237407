package io.gameday.reference;

import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.Network;
import io.gameday.journal.JournalFormat;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.reference.control.ControlPlaneMain;
import io.gameday.reference.fake.Api;
import io.gameday.reference.fake.Await;
import io.gameday.reference.fake.FakeHost;
import io.gameday.reference.router.RouterMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Control plane and router as the processes that they are in a run.
class PlatformProcessesTest {

    @TempDir
    private Path folder;
    private final Network network = new Network("test");
    private final HttpCaller caller = new HttpCaller(network);

    @AfterEach
    void end() {
        network.close();
    }

    @Test
    void theRouterFindsARestartedControlPlaneAndBothEndWithTheirParent() throws Exception {
        AppConfig config = AppConfig.standard(2, 3, 150, 120, 7, folder.toString());
        AppFolder app = AppFolder.create(config, new Random(7));
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        try (FakeHost host = new FakeHost(network, app.token(), config.zones(), 2)) {
            String hostAddress = Address.print(host.address());
            ChildProcess plane = controlPlane(app, hostAddress);
            String planeAddress = told(plane, "controlPlane");
            try (ChildProcess router = start("router", RouterMain.class, app, planeAddress, ended::complete)) {
                Api service = new Api(caller, Address.parse(told(router, "router")), "");
                new Api(caller, Address.parse(planeAddress), app.token()).post("/customers",
                        "{\"customers\":[\"c-01\"]}");
                Await.until(() -> order(service) == 201, () -> order(service));

                plane.kill();
                assertThat(order(service)).isEqualTo(201);

                plane = controlPlane(app, hostAddress);
                assertThat(told(plane, "controlPlane")).isEqualTo(planeAddress);
                host.crash("cell-1", "az1");
                Await.until(() -> host.started() == 7, host::started);
                Await.until(() -> service.call(HttpRequest.get("/canary/cell-1/az1")).status() == 201, host::started);
                assertThat(host.started()).isEqualTo(7);
            }
            assertThat(ended.get(10, TimeUnit.SECONDS)).isZero();
            plane.end(5);
            assertThat(plane.alive()).isFalse();
        }
    }

    @Test
    void aControlPlaneThatIsKilledInMidRolloutRollsBackWhenItIsStartedAgain() throws Exception {
        AppConfig config = AppConfig.standard(2, 3, 150, 120, 7, folder.toString());
        AppFolder app = AppFolder.create(config, new Random(7));
        try (FakeHost host = new FakeHost(network, app.token(), config.zones(), 2)) {
            String hostAddress = Address.print(host.address());
            ChildProcess plane = controlPlane(app, hostAddress);
            told(plane, "controlPlane");
            Await.until(() -> host.started() == 6, host::started);
            host.wants("cell-1", "2-errors");
            Await.until(() -> host.revisions("cell-1").contains("2-errors"), () -> host.revisions("cell-1"));

            plane.kill();
            host.wants("cell-1", "1");
            plane = controlPlane(app, hostAddress);

            Await.until(() -> host.revisions("cell-1").equals(List.of("1", "1", "1")), () -> host.revisions("cell-1"));
            assertThat(host.revisions("cell-2")).containsExactly("1", "1", "1");
            plane.end(5);
        }
    }

    private static int order(Api service) {
        return service.call(HttpRequest.post("/orders", "{}").with("x-gameday-customer", "c-01")).status();
    }

    private static String told(ChildProcess process, String key) throws Exception {
        return JournalFormat.mapper().readTree(process.ready().get(30, TimeUnit.SECONDS)).get(key).asString();
    }

    private ChildProcess controlPlane(AppFolder app, String host) throws Exception {
        return start("control-plane", ControlPlaneMain.class, app, host, code -> {
        });
    }

    private ChildProcess start(String name, Class<?> main, AppFolder app, String address, IntConsumer onExit)
            throws Exception {
        return ChildProcess.start(name, JavaCommand.of(main, 64, List.of(folder.toString(), address)), Map.of(),
                app.log(name), line -> {
                }, onExit);
    }
}
