package io.gameday.reference.control;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.reference.Address;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.control.ControlPlaneMain.RunningControlPlane;
import io.gameday.reference.fake.Api;
import io.gameday.reference.fake.Await;
import io.gameday.reference.fake.FakeHost;
import io.gameday.reference.fake.FakeTask;
import io.gameday.reference.policy.EvictionRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ControlPlaneTest {

    private static final Map<String, Integer> EVEN = Map.of("az1", 1, "az2", 1, "az3", 1);

    @TempDir
    private Path folder;
    private final Network network = new Network("test");
    private final HttpCaller caller = new HttpCaller(network);
    private AppFolder app;
    private FakeHost host;
    private RunningControlPlane plane;

    @BeforeEach
    void start() throws IOException {
        AppConfig config = AppConfig.standard(2, 3, 150, 120, 7, folder.toString());
        app = AppFolder.create(config, new Random(7));
        host = new FakeHost(network, app.token(), config.zones(), 4);
        plane = RunningControlPlane.start(app, host.address());
        awaitHealthy(6);
    }

    @AfterEach
    void end() {
        plane.close();
        host.close();
        network.close();
    }

    @Test
    void anEmptyHostGetsOneTaskPerCellAndZone() {
        assertThat(host.spread("cell-1")).isEqualTo(EVEN);
        assertThat(host.spread("cell-2")).isEqualTo(EVEN);
        awaitEvent("steady-state", "(service orders-cell-1) has reached a steady state.");
        awaitEvent("steady-state", "(service orders-cell-2) has reached a steady state.");
        assertThat(events()).noneMatch(event -> event.get("name").asString().equals("replacement"));
        assertThat(api().get("/routes").get("cells").get("cell-1")).hasSize(3)
                .allMatch(route -> route.get("healthy").asBoolean());
    }

    @Test
    void aDeadTaskIsReplacedWhereItWas() {
        host.crash("cell-1", "az2");

        awaitEvent("replacement", "(service orders-cell-1) has started 1 tasks: (task orders-7).");
        Await.until(() -> host.spread("cell-1").equals(EVEN), () -> host.spread("cell-1"));
        awaitHealthy(6);
        assertThat(names()).doesNotContain("weigh-away");
    }

    @Test
    void anUnhealthyTaskIsReplacedStartBeforeStop() {
        String sick = host.id("cell-1", "az3");
        host.task("cell-1", "az3").healthAnswers(500);

        awaitEvent("unhealthy-task", "(task " + sick + ") in az3 failed container health checks.");
        awaitEvent("replacement", "(service orders-cell-1) has started 1 tasks: (task orders-7).");
        awaitEvent("replacement", "(service orders-cell-1) has stopped 1 running tasks: (task " + sick + ").");
        assertThat(texts()).containsSubsequence("(service orders-cell-1) has started 1 tasks: (task orders-7).",
                "(service orders-cell-1) has stopped 1 running tasks: (task " + sick + ").");
        assertThat(host.spread("cell-1")).isEqualTo(EVEN);
    }

    @Test
    void whereNoZoneHasRoomTheFailureIsToldAndTriedAgain() {
        host.room(0);
        host.crash("cell-2", "az1");

        for (String zone : List.of("az1", "az2", "az3")) {
            awaitEvent("placement-failure",
                    "(service orders-cell-2) was unable to place a task in " + zone
                            + " because no container instance met all of its requirements. Reason: NO_SLOT, " + zone
                            + " has no slot left");
        }
        host.room(4);
        Await.until(() -> host.spread("cell-2").equals(EVEN), () -> host.spread("cell-2"));
    }

    @Test
    void aZoneWithoutPowerIsWeighedAwayAndComesBackEven() {
        host.power("az1", false);

        awaitEvent("placement-failure", "NO_POWER");
        Await.until(() -> host.spread("cell-1").get("az2") + host.spread("cell-1").get("az3") == 3,
                () -> host.spread("cell-1"));
        awaitEvent("weigh-away", "(zone az1) is impaired and weighed away");
        assertThat(api().get("/topology").get("zones").get(0).get("lost").asBoolean()).isTrue();

        host.power("az1", true);
        awaitEvent("weigh-away-ended", "(zone az1) is well again");
        for (String cell : List.of("cell-1", "cell-2")) {
            Await.until(() -> host.spread(cell).equals(EVEN), () -> host.spread(cell));
            awaitEvent("rebalancing", "(service orders-" + cell
                    + ") is AZ balanced with 1 tasks in az1, 1 tasks in az2, 1 tasks in az3.");
        }
        assertThat(names()).containsSubsequence("weigh-away", "weigh-away-ended", "rebalancing");
        awaitHealthy(6);
    }

    @Test
    void aRestartTakesOverWhatIsThere() throws IOException {
        JsonNode cells = api().post("/customers", "{\"customers\":[\"c-01\",\"c-02\",\"c-03\"]}");
        assertThat(cells).hasToString("{\"c-01\":\"cell-2\",\"c-02\":\"cell-1\",\"c-03\":\"cell-2\"}");
        awaitEvent("steady-state", "(service orders-cell-2) has reached a steady state.");
        long last = events().getLast().get("seq").asLong();
        InetSocketAddress before = plane.address();

        plane.close();
        plane = RunningControlPlane.start(app, host.address());
        awaitEvent("steady-state", "(service orders-cell-2) has reached a steady state.");

        assertThat(plane.address()).isEqualTo(before);
        assertThat(host.started()).isEqualTo(6);
        assertThat(api().get("/routes").get("customers")).isEqualTo(cells);
        assertThat(api().get("/routes").get("cells").get("cell-2")).hasSize(3);
        assertThat(events()).allMatch(event -> event.get("seq").asLong() > last);
    }

    /// What the host does meanwhile no control plane sees: the task is told of as running all the while.
    @Test
    void aTaskThatWasRestartedInPlaceWhileTheControlPlaneWasDeadIsTakenOver() throws IOException {
        awaitEvent("steady-state", "(service orders-cell-1) has reached a steady state.");
        String id = host.id("cell-1", "az2");
        FakeTask task = host.task("cell-1", "az2");
        plane.close();
        task.close();
        task.restarts();

        plane = RunningControlPlane.start(app, host.address());
        awaitEvent("steady-state", "(service orders-cell-1) has reached a steady state.");

        assertThat(host.started()).isEqualTo(6);
        assertThat(host.id("cell-1", "az2")).isEqualTo(id);
        assertThat(host.spread("cell-1")).isEqualTo(EVEN);
        assertThat(api().get("/routes").get("cells").get("cell-1")).hasSize(3);
        assertThat(names()).doesNotContain("replacement", "unhealthy-task");
    }

    @Test
    void aServiceTellsWhatIsWantedAndWhatRuns() {
        assertThat(api().get("/services/cell-2"))
                .hasToString("{\"cell\":\"cell-2\",\"desired\":3,\"running\":3,\"revision\":\"1\"}");
        assertThat(api().call(HttpRequest.get("/services/cell-9")).status()).isEqualTo(404);
        assertThat(api().call(HttpRequest.post("/services/cell-1", "{}")).status()).isEqualTo(405);
    }

    @Test
    void whileItsControlPlaneIsDownACellIsLeftAsItIsAndAnotherIsNot() {
        host.controlPlaneDown("cell-1", true);
        Await.until(() -> api().call(HttpRequest.get("/services/cell-1")).status() == 503,
                () -> api().get("/services/cell-1"));
        JsonNode before = api().get("/routes").get("cells").get("cell-1");
        host.crash("cell-1", "az1");
        host.crash("cell-2", "az1");

        Await.until(() -> host.spread("cell-2").equals(EVEN), () -> host.spread("cell-2"));
        awaitHealthy(6);
        assertThat(host.spread("cell-1")).isEqualTo(Map.of("az1", 0, "az2", 1, "az3", 1));
        assertThat(api().get("/routes").get("cells").get("cell-1")).isEqualTo(before);
        assertThat(api().call(HttpRequest.get("/services/cell-1")).text())
                .isEqualTo("{\"error\":\"the control plane of cell-1 is down\"}");
        assertThat(api().put("/services/cell-1/desired", "{\"count\":4}", "person").status()).isEqualTo(503);
        assertThat(api().call(HttpRequest.get("/services/cell-2")).status()).isEqualTo(200);

        host.controlPlaneDown("cell-1", false);
        Await.until(() -> host.spread("cell-1").equals(EVEN), () -> host.spread("cell-1"));
        Await.until(() -> api().call(HttpRequest.get("/services/cell-1")).status() == 200,
                () -> api().get("/services/cell-1"));
        awaitEvent("replacement", "(service orders-cell-1) has started 1 tasks: (task orders-8).");
    }

    @Test
    void aRestartWhileACellIsDownLeavesItOutOfTheTableUntilItIsUp() throws IOException {
        host.controlPlaneDown("cell-1", true);
        plane.close();
        plane = RunningControlPlane.start(app, host.address());

        Await.until(() -> api().call(HttpRequest.get("/routes")).status() == 200, () -> api().get("/routes"));
        assertThat(api().get("/routes").get("cells").has("cell-1")).isFalse();
        assertThat(api().get("/routes").get("cells").get("cell-2")).hasSize(3);

        host.controlPlaneDown("cell-1", false);
        Await.until(() -> api().get("/routes").get("cells").has("cell-1"), () -> api().get("/routes"));
        assertThat(api().get("/routes").get("cells").get("cell-1")).hasSize(3);
        assertThat(host.started()).isEqualTo(6);
    }

    @Test
    void theRoutersRuleTravelsWithTheRoutes() {
        assertThat(api().get("/routes").get("eviction")).hasToString("{\"failures\":3,\"slowMillis\":0}");
        long version = api().get("/routes").get("version").asLong();

        host.eviction(new EvictionRule(3, 1));
        Await.until(() -> api().get("/routes").get("eviction").get("slowMillis").asInt() == 1,
                () -> api().get("/routes"));
        assertThat(api().get("/routes").get("version").asLong()).isGreaterThan(version);
    }

    @Test
    void aRolloutThatIsStuckIsRolledBackByAControlPlaneThatDiedMeanwhile() throws IOException {
        host.unhealthy("2-unhealthy");
        host.wants("cell-1", "2-unhealthy");
        awaitEvent("deployment", "(service orders-cell-1) (deployment 2-unhealthy) deployment in progress.");
        Await.until(() -> host.revisions("cell-1").contains("2-unhealthy"), () -> host.revisions("cell-1"));
        assertThat(host.revisions("cell-2")).containsExactly("1", "1", "1");

        plane.close();
        host.wants("cell-1", "1");
        plane = RunningControlPlane.start(app, host.address());

        awaitEvent("deployment-rollback", "(service orders-cell-1) (deployment 1) deployment completed.");
        assertThat(host.revisions("cell-1")).containsExactly("1", "1", "1");
        assertThat(host.spread("cell-1")).isEqualTo(EVEN);
        // Two of the three were never touched.
        assertThat(host.started()).isLessThanOrEqualTo(10);
    }

    @Test
    void aRevisionThatIsNeverHealthyIsTakenBackFromItsFirstUnitAndNoOtherCellGetsIt() {
        host.unhealthy("2-unhealthy");
        host.wants("cell-1", "2-unhealthy");
        host.wants("cell-2", "2-unhealthy");
        awaitEvent("deployment", "(deployment 2-unhealthy) in progress: 6 units in 3 waves.");
        Await.until(() -> host.revisions("cell-1").contains("2-unhealthy"), () -> host.revisions("cell-1"));

        awaitEvent("deployment-rollback",
                "(deployment 2-unhealthy) failed by deployment circuit breaker: 3 tasks in a row "
                        + "failed to start or to pass their health checks. Rolling back to 1; cell-1 in az1 is out of use meanwhile.");
        awaitEvent("deployment-rollback", "cell-1 in az1 is in use again, with revision 1.");
        assertThat(host.revisions("cell-2")).containsExactly("1", "1", "1");
    }

    @Test
    void aRevisionThatFailedIsNotTriedAgainByTheNextControlPlane() throws IOException {
        host.unhealthy("2-unhealthy");
        host.wants("cell-1", "2-unhealthy");
        awaitEvent("deployment-rollback", "cell-1 in az1 is in use again, with revision 1.");
        awaitHealthy(6);
        int started = host.started();

        plane.close();
        plane = RunningControlPlane.start(app, host.address());
        awaitEvent("steady-state", "(service orders-cell-1) has reached a steady state.");

        assertThat(texts()).noneMatch(text -> text.contains("in progress"));
        assertThat(host.started()).isEqualTo(started);
        assertThat(host.revisions("cell-1")).containsExactly("1", "1", "1");
    }

    @Test
    void aPersonsScalingIsToldAsAPersons() {
        assertThat(api().put("/services/cell-1/desired", "{\"count\":4}", "person").status()).isEqualTo(200);

        Await.until(() -> host.spread("cell-1").get("az1") == 2, () -> host.spread("cell-1"));
        assertThat(events()).anySatisfy(event -> {
            assertThat(event.get("name").asString()).isEqualTo("scale");
            assertThat(event.get("actor").asString()).isEqualTo("PERSON");
            assertThat(event.get("role").isNull()).isTrue();
            assertThat(event.get("scope").asString()).isEqualTo("cell cell-1");
        });
        assertThat(api().put("/services/cell-1/desired", "{\"count\":-1}", "person").text())
                .isEqualTo("{\"error\":\"count is -1; allowed: 0 to 100\"}");
        assertThat(api().put("/services/cell-9/desired", "{\"count\":1}", "person").status()).isEqualTo(404);
    }

    @Test
    void aPersonsShiftIsTheRoutersAndToldAsAPersonsAndSurvivesARestart() throws IOException {
        HttpAnswer begun = api().put("/shifts/az1", "{\"seconds\":3600}", "x-gameday-role", "on-call");
        assertThat(begun.text()).contains("(zone az1) gets no new requests for 1 h.");
        assertThat(api().get("/routes").get("shift").get("zone").asString()).isEqualTo("az1");
        assertThat(events()).anySatisfy(event -> {
            assertThat(event.get("name").asString()).isEqualTo("zonal-shift");
            assertThat(event.get("actor").asString()).isEqualTo("PERSON");
            assertThat(event.get("role").asString()).isEqualTo("on-call");
            assertThat(event.get("scope").asString()).isEqualTo("zone az1");
        });

        plane.close();
        plane = RunningControlPlane.start(app, host.address());
        assertThat(api().get("/shift").get("shift").get("zone").asString()).isEqualTo("az1");
        assertThat(delete("/shifts/az1").text()).contains("(zone az1) gets requests again: the shift was taken back.");
        assertThat(api().get("/shift").get("shift").isNull()).isTrue();
        assertThat(delete("/shifts/az1").text()).contains("(zone az1) is not shifted away.");
    }

    @Test
    void aShiftThatCannotBeIsRefusedWithItsReason() {
        assertThat(api().put("/shifts/az9", "{\"seconds\":60}", "person").text())
                .isEqualTo("{\"error\":\"zone is 'az9'; allowed: az1, az2, az3\"}");
        assertThat(api().put("/shifts/az1", "{\"seconds\":0}", "person").text())
                .isEqualTo("{\"error\":\"seconds is 0; allowed: 1 to 259200\"}");
        assertThat(api().put("/shifts/az1", "{}", "person").text()).contains("Missing", "'seconds'");
        assertThat(api().put("/shifts/az1", "{\"seconds\":60}", "person").status()).isEqualTo(200);

        HttpAnswer second = api().put("/shifts/az2", "{\"seconds\":60}", "person");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("az2 cannot be shifted away: one zone at a time: az1 is shifted away until");
    }

    @Test
    void theLastHealthyZoneIsNotLeft() {
        for (String zone : List.of("az2", "az3")) {
            host.task("cell-1", zone).healthAnswers(500);
        }
        Await.until(() -> api().put("/shifts/az1", "{\"seconds\":60}", "step").status() == 409 || takenBack("az1"),
                () -> api().get("/topology"));
        assertThat(api().put("/shifts/az1", "{\"seconds\":60}", "step").text())
                .contains("without az1 there would be no healthy task in cell-1; nothing was shifted");
    }

    private boolean takenBack(String zone) {
        delete("/shifts/" + zone);
        return false;
    }

    @Test
    void whatAStepDoesIsToldByItsRunAndNotHere() {
        assertThat(api().put("/shifts/az3", "{\"seconds\":60}", "step").status()).isEqualTo(200);
        assertThat(api().put("/services/cell-1/desired", "{\"count\":3}", "step").status()).isEqualTo(200);
        assertThat(names()).doesNotContain("zonal-shift", "scale");
    }

    private HttpAnswer delete(String path) {
        return api().call(new HttpRequest("DELETE", path, Map.of(), Map.of(), new byte[0]));
    }

    @Test
    void aPersonMayGiveTheirRole() {
        String path = "/services/cell-1/desired";
        assertThat(api().put(path, "{\"count\":3}", "x-gameday-role", "on-call").status()).isEqualTo(200);
        assertThat(events()).anySatisfy(event -> {
            assertThat(event.get("actor").asString()).isEqualTo("PERSON");
            assertThat(event.get("role").asString()).isEqualTo("on-call");
        });
        assertThat(api().put(path, "{\"count\":3}", "x-gameday-role", "On Call").text())
                .isEqualTo("{\"error\":\"x-gameday-role is 'On Call'; allowed: [a-z][a-z0-9-]{0,39}\"}");
    }

    @Test
    void theRoutersEventsAreMergedAndItsAttemptsAreFollowed() throws IOException {
        List<String> asked = new ArrayList<>();
        try (HttpServer admin = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0),
                Admission.token(app.token()), (request, reply) -> {
                    synchronized (asked) {
                        asked.add(request.path() + request.query());
                    }
                    reply.accept(request.path().equals("/attempts")
                            ? HttpAnswer.json(200,
                                    "{\"orders-1\":{\"zone\":\"az1\",\"cell\":\"cell-1\",\"requests\":5,\"faults\":5}}")
                            : HttpAnswer.json(200, "{\"events\":[{\"seq\":9,\"at\":\"2026-01-01T00:00:00Z\","
                                    + "\"actor\":\"AUTOMATION\",\"name\":\"eviction\","
                                    + "\"scope\":\"cell cell-1 zone az1\",\"text\":\"(task orders-1) out\"}]}"));
                })) {
            api().call(new HttpRequest("GET", "/routes", Map.of("admin", Address.print(admin.address())), Map.of(),
                    new byte[0]));
            awaitEvent("eviction", "(task orders-1) out");
            Await.until(() -> {
                synchronized (asked) {
                    return asked.contains("/events{after=9}") && asked.contains("/attempts{}");
                }
            }, () -> asked);
        }
        assertThat(events().stream().filter(event -> event.get("name").asString().equals("eviction"))).hasSize(1);
    }

    private Api api() {
        try {
            return new Api(caller, plane.address(), app.token());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        api().get("/events").get("events").forEach(events::add);
        return events;
    }

    private List<String> names() {
        return events().stream().map(event -> event.get("name").asString()).toList();
    }

    private List<String> texts() {
        return events().stream().map(event -> event.get("text").asString()).toList();
    }

    private void awaitEvent(String name, String text) {
        Await.until(() -> events().stream().anyMatch(
                event -> event.get("name").asString().equals(name) && event.get("text").asString().contains(text)),
                this::texts);
    }

    private void awaitHealthy(int count) {
        Await.until(() -> {
            int healthy = 0;
            for (JsonNode task : api().get("/topology").get("tasks")) {
                healthy += task.get("state").asString().equals("HEALTHY") ? 1 : 0;
            }
            return healthy == count;
        }, () -> api().get("/topology"));
    }
}
