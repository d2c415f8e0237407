package io.gameday.reference.control;

import io.gameday.hostile.GoodCall;
import io.gameday.hostile.HostileRequests;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.control.ControlPlaneMain.RunningControlPlane;
import io.gameday.reference.fake.Api;
import io.gameday.reference.fake.Await;
import io.gameday.reference.fake.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HostileControlPlaneCallsTest {

    private static final List<GoodCall> CALLS = List.of(GoodCall.get("/topology"), GoodCall.get("/events?after=0"),
            GoodCall.get("/routes?admin=127.0.0.1:1"), GoodCall.post("/customers", "{\"customers\":[\"c-01\"]}"),
            new GoodCall("PUT", "/services/cell-1/desired", "{\"count\":3}", Set.of()));

    @Test
    void whateverComesNobodyIsAssignedAndNothingIsScaled(@TempDir Path folder) throws Exception {
        AppConfig config = AppConfig.standard(2, 3, 150, 120, 7, folder.toString());
        AppFolder app = AppFolder.create(config, new Random(7));
        try (Network network = new Network("test");
                FakeHost host = new FakeHost(network, app.token(), config.zones(), 4);
                RunningControlPlane plane = RunningControlPlane.start(app, host.address())) {
            Api api = new Api(new HttpCaller(network), plane.address(), app.token());
            Await.until(() -> api.get("/routes").path("cells").path("cell-1").size() == 3, () -> "");
            new HostileRequests(plane.address(), app.token(), CALLS, Set.of(503), 3).send();
            assertThat(api.get("/routes").path("customers")).isEmpty();
            assertThat(api.get("/services/cell-1").path("desired").asInt()).isEqualTo(3);
            assertThat(api.get("/events").toString()).doesNotContain("\"scale\"");
        }
    }
}
