package io.gameday.reference.router;

import io.gameday.experiment.Experiment.Evacuation;
import io.gameday.experiment.Experiment.Logging;
import io.gameday.experiment.Experiment.Routing;
import io.gameday.experiment.Experiment.Shape;
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
import io.gameday.reference.fake.TwoStacks;
import io.gameday.reference.router.RouterMain.RunningRouter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class RouterTest {

    @TempDir
    private Path folder;
    private final Network network = new Network("test");
    private final HttpCaller caller = new HttpCaller(network);
    private final Map<String, FakeTask> tasks = new LinkedHashMap<>();
    private final AtomicInteger polls = new AtomicInteger();
    private volatile String routes = "";
    private String rule = "";
    private AppFolder app;
    private HttpServer controlPlane;
    private RunningRouter router;

    @BeforeEach
    void start() throws IOException {
        app = AppFolder.create(AppConfig.standard(2, 3, 150, 120, 7, folder.toString()), new Random(7));
        for (int zone = 1; zone <= 3; zone++) {
            tasks.put("az" + zone, new FakeTask(network));
        }
        routes = table("az1", "az2", "az3");
        controlPlane = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(app.token()),
                (request, reply) -> {
                    polls.incrementAndGet();
                    reply.accept(HttpAnswer.json(200, routes));
                });
        router = RunningRouter.start(app, controlPlane.address());
        Await.until(() -> order().status() == 201, polls::get);
    }

    @AfterEach
    void end() {
        router.close();
        controlPlane.close();
        tasks.values().forEach(FakeTask::close);
        network.close();
    }

    @Test
    void aCustomersRequestReachesATaskOfTheirCell() {
        HttpAnswer answer = order();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("{\"path\":\"/orders\"}");
        assertThat(answer.headers()).containsEntry("x-gameday-cell", "cell-1");
        assertThat(attempts(answer)).matches("az[123]/orders-az[123]/201");
    }

    @Test
    void aDeadTaskIsRetriedOnceInAnotherZone() {
        tasks.get("az1").close();

        HttpAnswer answer = until("unreachable");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(attempts(answer)).matches("az1/orders-az1/unreachable,az[23]/orders-az[23]/201");
    }

    @Test
    void overloadIsNotRetried() {
        tasks.values().forEach(task -> task.answers(503));

        HttpAnswer answer = order();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(attempts(answer)).matches("az[123]/orders-az[123]/503");
        assertThat(answer.headers()).doesNotContainKey("x-gameday-overloaded");

        tasks.values().forEach(FakeTask::isOverloaded);
        answer = order();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(attempts(answer)).matches("az[123]/orders-az[123]/overloaded");
        assertThat(answer.headers()).containsEntry("x-gameday-overloaded", "true");
    }

    @Test
    void aRetryThatFailsTooIsTheAnswer() {
        tasks.values().forEach(task -> task.answers(500));

        HttpAnswer answer = order();
        assertThat(answer.status()).isEqualTo(500);
        String[] attempts = attempts(answer).split(",");
        assertThat(attempts).hasSize(2);
        assertThat(attempts[0].substring(0, 3)).isNotEqualTo(attempts[1].substring(0, 3));
    }

    @Test
    void thereIsNoRetryInTheSameZone() {
        FakeTask other = new FakeTask(network);
        tasks.put("az1-other", other);
        routes = table("az1", "az1-other");
        awaitTable();
        tasks.get("az1").answers(500);
        other.answers(500);

        assertThat(attempts(order())).matches("az1/orders-az1(-other)?/500");
    }

    @Test
    void aSilentTaskTimesOutAfterASecondWithoutRetry() {
        tasks.values().forEach(FakeTask::fallsSilent);

        HttpAnswer answer = order();
        assertThat(answer.status()).isEqualTo(504);
        assertThat(attempts(answer)).matches("az[123]/orders-az[123]/timeout");
    }

    private void restart(AppConfig.Mechanisms mechanisms) throws IOException {
        router.close();
        AppConfig on = app.config();
        app = AppFolder.create(new AppConfig(on.cells(), on.zones(), on.headroomPercent(), on.rate(), on.workMillis(),
                on.shape(), on.routing(), mechanisms, on.seed(), on.folder()), new Random(7));
        router = RunningRouter.start(app, controlPlane.address());
    }

    @Test
    void withoutTheMechanismNothingIsRetried() throws IOException {
        restart(new AppConfig.Mechanisms(true, false, true, Logging.NON_BLOCKING, true, Evacuation.OFF, null, null));
        Await.until(() -> order().status() == 201, polls::get);
        tasks.values().forEach(task -> task.answers(500));

        assertThat(attempts(order())).matches("az[123]/orders-az[123]/500");
    }

    /// Two cells in one zone each, chosen by the cluster's name.
    private void startCluster(Evacuation evacuation) throws IOException {
        router.close();
        AppConfig on = app.config();
        app = AppFolder.create(new AppConfig(on.cells(), on.zones(), on.headroomPercent(), on.rate(), on.workMillis(),
                Shape.ONE_ZONE, Routing.CLUSTER,
                new AppConfig.Mechanisms(true, true, true, Logging.NON_BLOCKING, true, evacuation, null, null),
                on.seed(), on.folder()), new Random(7));
        routes = "{\"version\":1,\"customers\":{\"c-01\":\"cell-1\"},\"cells\":{\"cell-1\":[" + route("az1")
                + "],\"cell-2\":[" + route("az2") + "]}}";
        router = RunningRouter.start(app, controlPlane.address());
        Await.until(() -> order().status() == 201, polls::get);
    }

    @Test
    void whoNamesACellIsSentThereAndNowhereElse() throws IOException {
        startCluster(Evacuation.OFF);
        for (int n = 0; n < 10; n++) {
            for (String cell : List.of("cell-1", "cell-2")) {
                HttpAnswer answer = api(router.address()).call(
                        HttpRequest.get("/orders/o-1").with("x-gameday-customer", "c-01").with("x-gameday-cell", cell));
                assertThat(answer.headers()).containsEntry("x-gameday-cell", cell);
            }
        }
        tasks.get("az2").close();
        HttpAnswer answer = api(router.address()).call(
                HttpRequest.get("/orders/o-1").with("x-gameday-customer", "c-01").with("x-gameday-cell", "cell-2"));
        assertThat(answer.status()).isEqualTo(502);
        // The router may not have seen yet that its connection was closed.
        assertThat(attempts(answer)).isIn("az2/orders-az2/unreachable", "az2/orders-az2/broken");
    }

    @Test
    void aCellWhoseHostRefusesTooMuchLeavesTheClustersName() throws IOException {
        startCluster(Evacuation.ON);
        tasks.get("az2").answers(503);
        Await.until(() -> {
            api(router.address()).call(
                    HttpRequest.get("/orders/o-1").with("x-gameday-customer", "c-01").with("x-gameday-cell", "cell-2"));
            return events().contains("(cell cell-2) is taken out of the cluster's name: 0 of 1 hosts healthy for 3 s");
        }, polls::get);
        // The customer may know the name's old answer for as long as it is kept.
        Await.until(() -> "cell-1".equals(order().headers().get("x-gameday-cell")), polls::get);
        for (int n = 0; n < 20; n++) {
            assertThat(order().headers()).containsEntry("x-gameday-cell", "cell-1");
        }
    }

    @Test
    void theTableOfNamesTellsTheClustersCellsAndEachCellByItself() throws IOException {
        startCluster(Evacuation.ON);
        JsonNode names = admin().get("/names");
        assertThat(names.findValuesAsString("name")).containsExactly("orders", "cell-1.orders", "cell-2.orders");
        assertThat(names.get(0).get("cells").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder("cell-1",
                "cell-2");

        tasks.get("az2").answers(503);
        Await.until(() -> {
            api(router.address()).call(
                    HttpRequest.get("/orders/o-1").with("x-gameday-customer", "c-01").with("x-gameday-cell", "cell-2"));
            return admin().get("/names").get(0).get("cells").size() == 1;
        }, () -> admin().get("/names"));

        assertThat(admin().get("/names")).hasToString("["
                + "{\"name\":\"orders\",\"seconds\":5,\"cells\":[\"cell-1\"],\"failOpen\":false,\"weights\":{}},"
                + "{\"name\":\"cell-1.orders\",\"seconds\":5,\"cells\":[\"cell-1\"],\"failOpen\":false,\"weights\":{}},"
                + "{\"name\":\"cell-2.orders\",\"seconds\":5,\"cells\":[\"cell-2\"],\"failOpen\":true,\"weights\":{}}]");
    }

    @Test
    void theNewStackGetsRequestsByItsWeightAndNoneOnceItLostIt() throws IOException {
        startCluster(Evacuation.OFF);
        router.close();
        app = AppFolder.create(TwoStacks.of(app.config(), "cell-2"), new Random(7));
        router = RunningRouter.start(app, controlPlane.address());
        String one = routes;
        Await.until(() -> order().status() == 201, polls::get);
        for (int n = 0; n < 20; n++) {
            assertThat(order().headers()).as("before it has a weight").containsEntry("x-gameday-cell", "cell-1");
        }

        routes = one.substring(0, one.length() - 1) + ",\"newPercent\":100}";
        awaitTable();
        assertThat(admin().get("/names").get(0).get("weights")).hasToString("{\"old\":0,\"new\":100}");
        // The customer may know the old answer for as long as it is kept.
        Await.until(() -> "cell-2".equals(order().headers().get("x-gameday-cell")), polls::get);

        routes = one;
        awaitTable();
        Await.until(() -> "cell-1".equals(order().headers().get("x-gameday-cell")), polls::get);
        for (int n = 0; n < 20; n++) {
            assertThat(order().headers()).containsEntry("x-gameday-cell", "cell-1");
        }
    }

    @Test
    void threeFailuresEvictATaskAndCanariesStillReachIt() {
        tasks.get("az1").close();
        awaitEvent("eviction", "(task orders-az1) in az1 gets no requests for 5 s: 3 failures in a row,"
                + " the last one unreachable.", true);

        for (int n = 0; n < 30; n++) {
            assertThat(attempts(order())).doesNotContain("az1");
        }
        HttpAnswer canary = api(router.address()).call(HttpRequest.get("/canary/cell-1/az1"));
        assertThat(canary.status()).isEqualTo(502);
        assertThat(attempts(canary)).isEqualTo("az1/orders-az1/unreachable");

        awaitEvent("eviction-ended", "(task orders-az1) in az1 gets requests again.", false);
    }

    @Test
    void withEveryTaskEvictedRequestsGoOn() {
        tasks.values().forEach(task -> task.answers(500));
        for (String zone : tasks.keySet()) {
            awaitEvent("eviction", "(task orders-" + zone + ")", true);
        }
        tasks.values().forEach(task -> task.answers(201));

        assertThat(order().status()).isEqualTo(201);
    }

    @Test
    void withoutFailingOpenEveryTaskEvictedMeansThatNobodyIsServed() throws IOException {
        restart(new AppConfig.Mechanisms(true, true, true, Logging.NON_BLOCKING, false, Evacuation.OFF, null, null));
        tasks.values().forEach(task -> task.answers(500));
        for (String zone : tasks.keySet()) {
            awaitEvent("eviction", "(task orders-" + zone + ")", true);
        }
        tasks.values().forEach(task -> task.answers(201));

        assertThat(order().status()).isEqualTo(503);
        assertThat(admin().get("/evicted").get("failOpen").asBoolean()).isFalse();
    }

    @Test
    void aZoneThatIsShiftedAwayGetsNoRequestsUntilTheTimeIsOverAlsoWithoutTheControlPlane() {
        shiftAwayFrom("az1", Instant.parse("2100-01-01T00:00:00Z"));
        awaitTable();
        for (int n = 0; n < 30; n++) {
            assertThat(attempts(order())).doesNotContain("az1");
        }
        assertThat(canary("az1")).contains("orders-az1");

        shiftAwayFrom("az1", Instant.now().plusMillis(600));
        awaitTable();
        controlPlane.close();
        until("az1");
    }

    @Test
    void aShiftFailsOpenWhereEveryOtherTaskIsEvictedAndThatIsTold() {
        tasks.get("az2").answers(500);
        tasks.get("az3").answers(500);
        shiftAwayFrom("az1", Instant.parse("2100-01-01T00:00:00Z"));

        awaitEvent("zonal-shift-fails-open",
                "(cell cell-1) has no healthy task outside az1, which is shifted away: az1 "
                        + "gets its requests all the same.",
                true);
        assertThat(order().status()).isEqualTo(201);
        tasks.get("az2").answers(201);
        tasks.get("az3").answers(201);
    }

    private void shiftAwayFrom(String zone, Instant until) {
        rule = ",\"shift\":{\"zone\":\"" + zone + "\",\"until\":\"" + until + "\"}";
        routes = table("az1", "az2", "az3");
    }

    private String canary(String zone) {
        return attempts(api(router.address()).call(HttpRequest.get("/canary/cell-1/" + zone)));
    }

    @Test
    void nobodyIsEvictedInOrdinaryWork() {
        assertThat(admin().get("/evicted"))
                .hasToString("{\"evicted\":[],\"failOpen\":false,\"rule\":\"3 failures in a row\"}");
    }

    @Test
    void aWrongThresholdEvictsEveryTaskAndRequestsGoOn() {
        tasks.values().forEach(task -> task.takes(Duration.ofMillis(20)));
        rule = ",\"eviction\":{\"failures\":3,\"slowMillis\":1}";
        routes = table("az1", "az2", "az3");
        for (String zone : tasks.keySet()) {
            awaitEvent("eviction", "(task orders-" + zone + ") in " + zone + " gets no requests for 5 s: "
                    + "3 failures in a row, the last one 201 after more than 1 ms.", true);
        }
        Await.until(() -> order().status() == 201 && admin().get("/evicted").get("failOpen").asBoolean(),
                () -> admin().get("/evicted"));
        assertThat(order().status()).isEqualTo(201);

        assertThat(admin().get("/evicted").get("rule").asString())
                .isEqualTo("3 failures in a row, slower than 1 ms is one");

        rule = ",\"eviction\":{\"failures\":3,\"slowMillis\":0}";
        routes = table("az1", "az2", "az3");
        Await.until(() -> order().status() == 201 && admin().get("/evicted").get("evicted").isEmpty(),
                () -> admin().get("/evicted"));
        assertThat(admin().get("/evicted").get("failOpen").asBoolean()).isFalse();
    }

    @Test
    void oneTaskOutIsToldByName() {
        tasks.get("az2").answers(500);
        Await.until(() -> {
            order();
            return admin().get("/evicted").get("evicted").toString().equals("[\"orders-az2\"]");
        }, () -> admin().get("/evicted"));
    }

    @Test
    void aCellThatIsNotInTheTableStaysAsItWas() {
        routes = "{\"version\":2,\"customers\":{\"c-01\":\"cell-1\"},\"cells\":{\"cell-2\":[]}}";
        awaitTable();

        assertThat(order().status()).isEqualTo(201);
    }

    @Test
    void aCanaryAsksTheLastKnownTaskOfItsZone() {
        assertThat(attempts(api(router.address()).call(HttpRequest.get("/canary/cell-1/az2"))))
                .isEqualTo("az2/orders-az2/201");

        routes = table("az1", "az3");
        awaitTable();
        // A kept connection may break before it is known to be closed.
        tasks.get("az2").close();
        assertThat(attempts(api(router.address()).call(HttpRequest.get("/canary/cell-1/az2"))))
                .matches("az2/orders-az2/(unreachable|broken)");
        assertThat(api(router.address()).call(HttpRequest.get("/canary/cell-2/az1")).text())
                .isEqualTo("{\"error\":\"no task in cell-2 az1\"}");
    }

    @Test
    void itGoesOnWithoutTheControlPlane() {
        controlPlane.close();

        for (int n = 0; n < 50; n++) {
            assertThat(order().status()).isEqualTo(201);
        }
    }

    @Test
    void attemptsAreCountedPerTask() {
        for (int n = 0; n < 20; n++) {
            order();
        }
        JsonNode attempts = admin().get("/attempts");
        long sum = 0;
        for (JsonNode task : attempts) {
            sum += task.get("requests").asLong();
            assertThat(task.get("faults").asLong()).isZero();
            assertThat(task.get("cell").asString()).isEqualTo("cell-1");
        }
        assertThat(sum).isGreaterThanOrEqualTo(21);
        assertThat(attempts.get("orders-az1").get("zone").asString()).isEqualTo("az1");
    }

    @Test
    void whatItCountsIsToldToPrometheusAndGoesWithItsTask() {
        for (int n = 0; n < 60; n++) {
            order();
        }
        api(router.address()).call(HttpRequest.get("/nowhere"));

        assertThat(metrics()).satisfies(text -> {
            assertThat(text).containsPattern("router_attempts_seconds_count\\{cell=\"cell-1\",instance=\"orders-az2\","
                    + "outcome=\"success\",zone=\"az2\"} [1-9]");
            assertThat(text).contains("router_requests_refused_total{reason=\"no_such_path\"} 1.0\n");
            assertThat(text).contains("\nprocess_start_time_seconds ");
        });

        routes = table("az1", "az3");
        awaitTable();
        // What the last table of a zone named stays, for canaries, until the zone has another task.
        FakeTask other = new FakeTask(network);
        tasks.put("az2-other", other);
        routes = table("az1", "az2-other", "az3");
        awaitTable();
        order();
        assertThat(metrics()).doesNotContain("orders-az2\"");
    }

    @Test
    void evictionsAreToldToPrometheus() {
        tasks.get("az1").close();
        Await.until(() -> {
            order();
            return metrics()
                    .contains("router_evictions_total{cell=\"cell-1\",instance=\"orders-az1\",zone=\"az1\"} 1.0\n");
        }, this::metrics);
    }

    /// The linter of Prometheus itself, where it is installed.
    @Test
    void whatIsToldToPrometheusIsAsPrometheusWantsIt() throws Exception {
        assumeTrue(Promtool.isThere(), "promtool is not on the path: apt-get install prometheus");
        tasks.get("az1").answers(500);
        awaitEvent("eviction", "(task orders-az1)", true);

        assertThat(Promtool.complaints(metrics())).isEmpty();
    }

    @Test
    void aCellWithoutTasksSaysSo() {
        HttpAnswer answer = api(router.address()).call(HttpRequest.get("/orders/1").with("x-gameday-customer", "c-02"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).isEqualTo("{\"error\":\"no healthy task in cell-2\"}");
    }

    private HttpAnswer order() {
        return order(router);
    }

    private HttpAnswer order(RunningRouter to) {
        HttpRequest order = HttpRequest.post("/orders", "{\"id\":\"o-1\"}");
        return api(to.address()).call(order.with("x-gameday-customer", "c-01"));
    }

    private HttpAnswer until(String attempt) {
        HttpAnswer[] answer = {order()};
        Await.until(() -> {
            answer[0] = order();
            return attempts(answer[0]).contains(attempt);
        }, () -> attempts(answer[0]));
        return answer[0];
    }

    private static String attempts(HttpAnswer answer) {
        return answer.headers().getOrDefault("x-gameday-attempts", "");
    }

    private void awaitEvent(String name, String text, boolean withTraffic) {
        Await.until(() -> {
            if (withTraffic) {
                order();
            }
            for (JsonNode event : admin().get("/events").get("events")) {
                if (event.get("name").asString().equals(name) && event.get("text").asString().contains(text)) {
                    return true;
                }
            }
            return false;
        }, () -> admin().get("/events"));
    }

    /// The answer to the second poll from now was taken from the new table.
    private void awaitTable() {
        int before = polls.get();
        Await.until(() -> polls.get() > before + 2, polls::get);
    }

    private String metrics() {
        return admin().call(HttpRequest.get("/metrics")).text();
    }

    private Api admin() {
        return api(router.adminAddress());
    }

    private Api api(InetSocketAddress address) {
        try {
            return new Api(caller, address, app.token());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String events() {
        return admin().call(HttpRequest.get("/events")).text();
    }

    private String route(String name) {
        return "{\"id\":\"orders-" + name + "\",\"zone\":\"" + name.substring(0, 3) + "\",\"address\":\""
                + tasks.get(name).address() + "\",\"healthy\":true}";
    }

    private String table(String... names) {
        String cell = Arrays.stream(names).map(this::route).collect(Collectors.joining(","));
        return "{\"version\":1,\"customers\":{\"c-01\":\"cell-1\",\"c-02\":\"cell-2\"},\"cells\":{\"cell-1\":[" + cell
                + "],\"cell-2\":[]}" + rule + "}";
    }
}
