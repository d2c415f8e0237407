package io.gameday.reference.router;

import io.gameday.hostile.GoodCall;
import io.gameday.hostile.HostileRequests;
import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.fake.Api;
import io.gameday.reference.router.RouterMain.RunningRouter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A router whose table names no task: what it forwards, a task has to judge.
class HostileRouterCallsTest {

    private final Network network = new Network("test");
    private AppFolder app;
    private HttpServer controlPlane;
    private RunningRouter router;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        app = AppFolder.create(AppConfig.standard(2, 3, 150, 120, 7, folder.toString()), new Random(7));
        controlPlane = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(app.token()),
                (request, reply) -> reply.accept(HttpAnswer.json(200,
                        "{\"version\":1,\"customers\":{\"c-01\":\"cell-1\"},\"cells\":{\"cell-1\":[],\"cell-2\":[]}}")));
        router = RunningRouter.start(app, controlPlane.address());
    }

    @AfterEach
    void end() {
        router.close();
        controlPlane.close();
        network.close();
    }

    @Test
    void whateverAsksTheAdminEndpointIsRefused() throws IOException {
        new HostileRequests(router.adminAddress(), app.token(), List.of(GoodCall.get("/events?after=0"),
                GoodCall.get("/attempts"), GoodCall.get("/evicted"), GoodCall.get("/names"), GoodCall.get("/metrics")),
                Set.of(), 4).send();
        assertThat(admin().get("/attempts").toString()).isEqualTo("{}");
    }

    @Test
    void whateverACustomerSendsIsRefusedOrFindsNoTask() throws Exception {
        new HostileRequests(router.address(), null,
                List.of(GoodCall.post("/orders",
                        "{\"id\":\"1\",\"customer\":\"c-01\",\"item\":\"book\",\"quantity\":1}"),
                        GoodCall.get("/orders/1"), GoodCall.get("/canary/cell-1/az1")),
                Set.of(503), 5).send();
        assertThat(admin().get("/evicted").get("evicted").toString()).isEqualTo("[]");
    }

    private Api admin() throws IOException {
        return new Api(new HttpCaller(network), router.adminAddress(), app.token());
    }
}
