package io.gameday.reference.control;

import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.control.ControlPlaneMain.RunningControlPlane;
import io.gameday.reference.fake.Api;
import io.gameday.reference.fake.Await;
import io.gameday.reference.fake.FakeHost;
import io.gameday.reference.fake.TwoStacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The share of the new stack as the control plane's endpoint takes and gives it.
class ControlPlaneWeightsTest {

    @TempDir
    private Path folder;

    private final Network network = new Network("test");
    private final HttpCaller caller = new HttpCaller(network);
    private AppFolder app;
    private FakeHost host;
    private RunningControlPlane plane;

    private void start(AppConfig config) throws IOException {
        app = AppFolder.create(config, new Random(7));
        host = new FakeHost(network, app.token(), config.zones(), 4);
        plane = RunningControlPlane.start(app, host.address());
        Await.until(() -> api().get("/routes").has("cells"), () -> api().get("/topology"));
    }

    @AfterEach
    void end() {
        plane.close();
        host.close();
        network.close();
    }

    @Test
    void theShareThatAPersonGivesIsTheRoutersAndSurvivesARestart() throws IOException {
        start(TwoStacks.of(AppConfig.standard(2, 3, 150, 120, 7, folder.toString()), "cell-2"));
        assertThat(api().get("/routes").get("newPercent").asInt()).isZero();

        assertThat(api().put("/weights", "{\"newPercent\":10}", "x-gameday-role", "on-call").text())
                .contains("(stack new) gets 10 % of the requests, the old one 90 %.");
        assertThat(api().get("/routes").get("newPercent").asInt()).isEqualTo(10);
        assertThat(api().get("/events").toString()).contains("\"name\":\"weights\"", "\"role\":\"on-call\"");

        plane.close();
        plane = RunningControlPlane.start(app, host.address());
        assertThat(api().get("/weights").get("newPercent").asInt()).isEqualTo(10);
    }

    @Test
    void aShareThatCannotBeIsRefusedWithItsReason() throws IOException {
        start(TwoStacks.of(AppConfig.standard(2, 3, 150, 120, 7, folder.toString()), "cell-2"));

        assertThat(api().put("/weights", "{\"newPercent\":101}", "person").text())
                .isEqualTo("{\"error\":\"weight of the new stack is 101 %; allowed: 0 % to 100 %\"}");
        assertThat(api().put("/weights", "{}", "person").text()).contains("Missing", "'newPercent'");
    }

    @Test
    void withOneStackThereIsNothingToWeigh() throws IOException {
        start(AppConfig.standard(2, 3, 150, 120, 7, folder.toString()));

        assertThat(api().put("/weights", "{\"newPercent\":10}", "person").text())
                .isEqualTo("{\"error\":\"there is one stack only; an app with system.newStack has two\"}");
    }

    private Api api() {
        try {
            return new Api(caller, plane.address(), app.token());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
