package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The prober against real sockets and processes that misbehave; nobody of these is a driver.
class ProberTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final Prober prober = new Prober(new HttpCaller(network), clock, clock, new Random(7));
    private FakeApp app;
    private Reach before;
    private Fault fault;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        app = new FakeApp(folder);
    }

    @AfterEach
    void stop() {
        app.close();
        clock.close();
        network.close();
    }

    private <T> T told(Consumer<Consumer<T>> ask) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        clock.execute(() -> ask.accept(answer::complete));
        return answer.orTimeout(40, TimeUnit.SECONDS).join();
    }

    private void baseline(Fault planned, Reach reach) {
        fault = planned;
        before = told(then -> prober.baseline(planned, reach, then));
    }

    private Observation observe(Presence wanted) {
        return told(then -> prober.observe(fault, before, Suspects.NONE_EXCUSED, wanted, then));
    }

    private void expect(Presence presence) {
        Observation seen = observe(presence);
        assertThat(seen.presence()).as(seen.toString()).isEqualTo(presence);
    }

    private void bitesAndIsGone(Runnable breaks, Runnable mends) {
        breaks.run();
        expect(Presence.BITES);
        mends.run();
        expect(Presence.GONE);
    }

    @Test
    void ordersOfASlowZoneAreSlowAndThenAsBefore() {
        baseline(new Fault.ZoneLatency("az1", SECOND, Duration.ZERO), app.reach("az1", "cell-1", "cell-2"));
        assertThat(before.places()).allSatisfy(place -> assertThat(place.before()).isNotNull());
        bitesAndIsGone(() -> app.in("az1").forEach(task -> task.delayMillis = 1000),
                () -> app.in("az1").forEach(task -> task.delayMillis = 0));
    }

    @Test
    void aTaskThatIsSlowOnlyAtFirstIsComparedWithHowItIsOnceItIsWarm() {
        app.tasks.getFirst().coldOrders.set(3);
        baseline(new Fault.TaskLatency("cell-1", "az1", Duration.ofMillis(300)), app.reach("az1", "cell-1"));
        app.tasks.getFirst().delayMillis = 300;
        expect(Presence.BITES);
    }

    @Test
    void ordersThatAreNotSlowProveNothingBites() {
        baseline(new Fault.TaskLatency("cell-1", "az1", SECOND), app.reach("az1", "cell-1"));
        assertThat(observe(Presence.BITES).presence()).isEqualTo(Presence.GONE);
    }

    @Test
    void aZoneThatIsSlowedInPlaceOfThePlannedOneIsNamedWithIt() {
        baseline(new Fault.ZoneLatency("az1", SECOND, Duration.ZERO), app.reach("az1", "cell-1", "cell-2"));
        app.in("az2").forEach(task -> task.delayMillis = 1000);
        Observation seen = observe(Presence.BITES);
        assertThat(seen.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(seen.value()).contains("planned az1", "orders-3 in cell-1 az2, orders-4 in cell-2 az2 are slow too");
    }

    @Test
    void tasksThatReplacedSlowOnesAreAskedOnceItIsToBeGone() throws IOException {
        baseline(new Fault.ZoneLatency("az1", SECOND, Duration.ZERO), app.reach("az1", "cell-1"));
        app.tasks.getFirst().end();
        app.start("cell-1", 1).delayMillis = 1000;
        Observation seen = observe(Presence.GONE);
        assertThat(seen.presence()).isEqualTo(Presence.BITES);
        assertThat(seen.value()).startsWith("orders-5 10");
    }

    @Test
    void aShareOfErrorsIsCounted() {
        baseline(new Fault.TaskErrors("cell-1", "az1", 50), app.reach("az1", "cell-1"));
        bitesAndIsGone(() -> app.tasks.getFirst().failEvery = 2,
                () -> app.tasks.getFirst().failEvery = Integer.MAX_VALUE);
    }

    @Test
    void aSilentZoneIsCutOff() {
        baseline(new Fault.ZonePartition("az1"), app.reach("az1", "cell-1", "cell-2"));
        bitesAndIsGone(() -> silence(true), () -> silence(false));
    }

    private void silence(boolean silent) {
        app.machineSilent = silent;
        app.in("az1").forEach(task -> task.silent = silent);
    }

    @Test
    void aSilentTaskWhoseProcessLivesHangs() {
        baseline(new Fault.TaskHang("cell-1", "az1"), app.reach("az1", "cell-1"));
        bitesAndIsGone(() -> app.tasks.getFirst().silent = true, () -> app.tasks.getFirst().silent = false);
    }

    @Test
    void aSilentTaskProvesNoErrors() {
        baseline(new Fault.TaskErrors("cell-1", "az1", 100), app.reach("az1", "cell-1"));
        app.tasks.getFirst().silent = true;
        assertThat(observe(Presence.BITES).presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void ordersThatGetNoAnswerAreLost() {
        baseline(new Fault.ZoneLoss("az1", 100), app.reach("az1", "cell-1", "cell-2"));
        bitesAndIsGone(() -> silence(true), () -> silence(false));
    }

    @Test
    void ordersWithoutStockShowThatInventoryIsDown() {
        baseline(new Fault.DependencyDown("inventory", new Scope.Zone("az1")), app.reach("az1", "cell-1", "cell-2"));
        bitesAndIsGone(() -> app.in("az1").forEach(task -> task.stock = "unknown"),
                () -> app.in("az1").forEach(task -> task.stock = "missing"));
    }

    @Test
    void aSlowInventoryShowsAsTheLimitOfOrdersAndNoStock() {
        baseline(new Fault.DependencySlow("inventory", new Scope.Zone("az1"), Duration.ofSeconds(3)),
                app.reach("az1", "cell-1", "cell-2"));
        bitesAndIsGone(() -> app.in("az1").forEach(task -> {
            task.delayMillis = 400;
            task.stock = "unknown";
        }), () -> app.in("az1").forEach(task -> {
            task.delayMillis = 0;
            task.stock = "available";
        }));
    }

    @Test
    void ordersWhoseLinesDoNotArriveShowAStalledSink() {
        baseline(new Fault.LogSinkStall(new Scope.Zone("az1")), app.reach("az1", "cell-1", "cell-2"));
        bitesAndIsGone(() -> app.in("az1").forEach(task -> task.logs = false),
                () -> app.in("az1").forEach(task -> task.logs = true));
    }

    @Test
    void aControlPlaneThatIsDownForOneCellIsSeen() {
        baseline(new Fault.ControlPlaneDown("cell-1"), app.reach("", "cell-1"));
        bitesAndIsGone(() -> app.planeDown = true, () -> app.planeDown = false);
    }

    @Test
    void aTaskThatAnswersWithAnotherRevisionShowsADeployment() {
        baseline(new Fault.BadDeploy("cell-1", "slow"), app.reach("", "cell-1"));
        bitesAndIsGone(() -> app.tasks.getFirst().revision = "2-slow", () -> app.tasks.getFirst().revision = "1");
    }

    @Test
    void aRevisionThatCameToAnotherCellIsNamedThoughOnlyNewTasksServeIt() throws IOException {
        baseline(new Fault.BadDeploy("cell-1", "slow"), app.reach("", "cell-1"));
        app.start("cell-2", 1).revision = "2-slow";
        Observation seen = observe(Presence.BITES);
        assertThat(seen.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(seen.value()).contains("planned cell cell-1, but orders-5 in cell-2 az1 answers with");
    }

    @Test
    void aZoneThatGotTheWrongSettingInPlaceOfThePlannedOneIsNamedAlthoughTwoLooksAreAllThatShowsIt() {
        baseline(new Fault.BadConfig(new Scope.Zone("az1")), app.reach("az1", "cell-1", "cell-2"));
        app.in("az2").forEach(task -> task.failNext.set(2 * ConfigJudgement.ORDERS));
        Observation seen = observe(Presence.BITES);
        assertThat(seen.presence()).as(seen.toString()).isEqualTo(Presence.UNKNOWN);
        assertThat(seen.value()).contains("planned az1, but orders-3 in cell-1 az2, orders-4 in cell-2 az2 fail too");
    }

    @Test
    void ordersThatAllFailShowAWrongSetting() {
        baseline(new Fault.BadConfig(new Scope.Zone("az1")), app.reach("az1", "cell-1", "cell-2"));
        bitesAndIsGone(() -> app.in("az1").forEach(task -> task.failEvery = 1),
                () -> app.in("az1").forEach(task -> task.failEvery = Integer.MAX_VALUE));
    }

    @Test
    void aTaskThatIsWellAndEvictedShowsAWrongAlarm() {
        baseline(new Fault.BadAlarm(), app.reach("", "cell-1", "cell-2"));
        assertThat(before.calm()).isNotNull();
        bitesAndIsGone(() -> app.evicted = List.of("orders-1"), () -> app.evicted = List.of());
    }

    @Test
    void attemptsThatBecomeManyShowASurge() {
        baseline(new Fault.Surge(400), app.reach("", "cell-1", "cell-2"));
        bitesAndIsGone(() -> app.attemptsPerSecond = 420, () -> app.attemptsPerSecond = 20);
    }

    @Test
    void aProcessOfTheCustomersCellThatEndedShowsPoison() {
        baseline(new Fault.PoisonPill("c-01"), app.reach("", "cell-1", "cell-2"));
        bitesAndIsGone(() -> app.tasks.getFirst().end(), () -> {
        });
    }

    @Test
    void whatSomebodyDidInAZoneIsSeen() {
        baseline(new Fault.External("pull the plug", new Scope.Zone("az1")), app.reach("az1", "cell-1", "cell-2"));
        bitesAndIsGone(() -> app.in("az1").forEach(task -> task.failEvery = 1),
                () -> app.in("az1").forEach(task -> task.failEvery = Integer.MAX_VALUE));
    }

    @Test
    void anOldLedgerThatTellsNoDoorsProvesNothing() {
        baseline(new Fault.ControlPlaneDown("cell-1"), app.reach("", "cell-1"));
        before = new Reach(before.machines(), before.places());
        Observation seen = observe(Presence.GONE);
        assertThat(seen.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(seen.value()).contains("the ledger does not tell where the app can be asked");
    }

    @Test
    void noProbeIsEverTheSameOrderTwice() {
        baseline(new Fault.TaskLatency("cell-1", "az1", SECOND), app.reach("az1", "cell-1"));
        SyntheticCustomer customer = new SyntheticCustomer(new HttpCaller(network), clock, clock, new Random(7));
        assertThat(List.of(customer.name(), customer.name())).doesNotHaveDuplicates();
    }
}
