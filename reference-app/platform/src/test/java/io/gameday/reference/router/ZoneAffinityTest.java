package io.gameday.reference.router;

import io.gameday.experiment.Experiment;
import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.fake.Api;
import io.gameday.reference.fake.Await;
import io.gameday.reference.fake.FakeTask;
import io.gameday.reference.router.RouterMain.RunningRouter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A customer near each of three zones, whose tasks are fakes.
class ZoneAffinityTest {

    @TempDir
    private Path folder;
    private final Network network = new Network("test");
    private final HttpCaller caller = new HttpCaller(network);
    private final Map<String, FakeTask> tasks = new LinkedHashMap<>();
    private AppFolder app;
    private HttpServer controlPlane;
    private RunningRouter router;

    @AfterEach
    void end() {
        router.close();
        controlPlane.close();
        tasks.values().forEach(FakeTask::close);
        network.close();
    }

    private void start(boolean affinity) throws IOException {
        AppConfig usual = AppConfig.standard(1, 3, 150, 120, 7, folder.toString());
        AppConfig.Mechanisms all = usual.mechanisms();
        app = AppFolder.create(new AppConfig(usual.cells(), usual.zones(), usual.headroomPercent(), usual.rate(),
                usual.workMillis(), usual.shape(), usual.routing(),
                new AppConfig.Mechanisms(all.weighAway(), all.routerRetry(), all.rebalancing(), all.logging(),
                        all.failOpen(), all.evacuation(), null, null, all.deployment(), Experiment.Inventory.DEFAULT,
                        all.overload(), affinity, all.stacks()),
                usual.seed(), usual.folder()), new Random(7));
        for (int zone = 1; zone <= 3; zone++) {
            tasks.put("az" + zone, new FakeTask(network));
        }
        String routes = tasks.entrySet().stream()
                .map(task -> "{\"id\":\"orders-" + task.getKey() + "\",\"zone\":\"" + task.getKey()
                        + "\",\"address\":\"" + task.getValue().address() + "\",\"healthy\":true}")
                .collect(Collectors.joining(","));
        String table = "{\"version\":1,\"customers\":{\"c-1\":\"cell-1\",\"c-2\":\"cell-1\",\"c-3\":\"cell-1\"},"
                + "\"cells\":{\"cell-1\":[" + routes + "]}}";
        controlPlane = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(app.token()),
                (request, reply) -> reply.accept(HttpAnswer.json(200, table)));
        router = RunningRouter.start(app, controlPlane.address());
        Await.until(() -> order("c-1").status() == 201, () -> order("c-1"));
    }

    @Test
    void aRequestStaysInTheZoneInWhichItsCustomerEntersAndNoByteCrosses() throws IOException {
        start(true);
        Map<String, String> zones = zones();

        assertThat(zones.values()).containsExactlyInAnyOrder("az1", "az2", "az3");
        for (int n = 0; n < 20; n++) {
            assertThat(zones()).isEqualTo(zones);
            assertThat(order("c-1").headers().get("x-gameday-transfer")).matches("[1-9]\\d+/0");
        }
        assertThat(metrics()).containsPattern("router_transfer_bytes_total\\{from=\"az1\",zone=\"az1\"} [1-9]")
                .doesNotContain("{from=\"az1\",zone=\"az2\"}");
    }

    @Test
    void whereTheZoneHasNoHealthyTaskTheRequestLeavesItAndItsBytesAreCounted() throws IOException {
        start(true);
        String near = zone(order("c-1"));
        tasks.get(near).close();

        HttpAnswer[] answer = {order("c-1")};
        Await.until(() -> {
            answer[0] = order("c-1");
            return !attempts(answer[0]).contains(near);
        }, () -> attempts(answer[0]));
        assertThat(answer[0].status()).isEqualTo(201);
        assertThat(answer[0].headers().get("x-gameday-transfer")).matches("(\\d+)/\\1");
    }

    @Test
    void withoutAffinityRequestsGoToEveryZone() throws IOException {
        start(false);

        Await.until(() -> {
            order("c-1");
            return metrics().lines().filter(line -> line.startsWith("router_transfer_bytes_total{")).count() == 3;
        }, this::metrics);
    }

    private Map<String, String> zones() {
        Map<String, String> zones = new LinkedHashMap<>();
        for (int n = 1; n <= 3; n++) {
            zones.put("c-" + n, zone(order("c-" + n)));
        }
        return zones;
    }

    private static String attempts(HttpAnswer answer) {
        return answer.headers().getOrDefault("x-gameday-attempts", "");
    }

    private static String zone(HttpAnswer answer) {
        return attempts(answer).substring(0, 3);
    }

    private HttpAnswer order(String customer) {
        return api(router.address())
                .call(HttpRequest.post("/orders", "{\"id\":\"o-1\"}").with("x-gameday-customer", customer));
    }

    private String metrics() {
        return api(router.adminAddress()).call(HttpRequest.get("/metrics")).text();
    }

    private Api api(InetSocketAddress address) {
        try {
            return new Api(caller, address, app.token());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
