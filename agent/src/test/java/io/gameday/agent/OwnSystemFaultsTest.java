package io.gameday.agent;

import com.sun.net.httpserver.HttpExchange;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.gameday.agent.driver.DriverAnswer;
import io.gameday.agent.driver.Levers;
import io.gameday.agent.driver.TrafficDriver;
import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Reach;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.agent.prober.Prober;
import io.gameday.http.Admission;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.observability.Scope;
import io.gameday.process.ProcessIdentity;
import io.gameday.proxy.api.ProxyServer;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.target.OwnSystem;
import io.gameday.target.OwnSystem.Place;
import io.gameday.target.Reply;
import io.gameday.target.WebAddress;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A shop of somebody else's in two zones, behind proxies, with a Chaos Monkey in each: real sockets, and a real agent in
/// this process.
class OwnSystemFaultsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Fault SLOW = new Fault.ZoneLatency("az1", Duration.ofMillis(200), Duration.ZERO);
    private static final Fault FAILING = new Fault.TaskErrors("shop", "az1", 50);
    private static final Fault SURGE = new Fault.Surge(20);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private final List<Shop> shops = new ArrayList<>();
    private Path folder;
    private ProxyServer proxies;
    private HttpServer toxiproxy;
    private @Nullable RunningAgent agent;

    /// One place: a shop that answers 200, and its Chaos Monkey.
    private static final class Shop {
        private final com.sun.net.httpserver.HttpServer server;
        private final AtomicInteger requests = new AtomicInteger();
        private volatile boolean enabled;
        private volatile String assaults = "{\"level\":3,\"latencyActive\":false,\"exceptionsActive\":false}";
        private volatile String watchers = "{\"service\":true,\"restController\":false}";

        Shop() throws IOException {
            server = com.sun.net.httpserver.HttpServer.create(ANY_PORT, 0);
            server.createContext("/", this::sell);
            server.createContext("/actuator/chaosmonkey", this::monkey);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        private void sell(HttpExchange exchange) throws IOException {
            boolean fails = enabled && assaults.contains("\"exceptionsActive\":true")
                    && requests.incrementAndGet() % 2 == 0;
            answer(exchange, fails ? 500 : 200, "sold");
        }

        private void monkey(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            switch (path.substring("/actuator/chaosmonkey".length())) {
                case "/assaults" -> assaults = body;
                case "/watchers" -> watchers = body;
                case "/enable" -> enabled = true;
                case "/disable" -> enabled = false;
                default -> {
                    answer(exchange, 200, settings());
                    return;
                }
            }
            answer(exchange, 200, "done");
        }

        String settings() {
            return "{\"chaosMonkeyProperties\":{\"enabled\":" + enabled + "},\"assaultProperties\":" + assaults
                    + ",\"watcherProperties\":" + watchers + "}";
        }

        private static void answer(HttpExchange exchange, int status, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    @BeforeEach
    void open(@TempDir Path given) throws IOException {
        folder = given;
        proxies = ProxyServer.start(network, clock, ANY_PORT, 1, upstream -> true, line -> {
        });
        // The same, with everything hidden that a Toxiproxy does not know.
        toxiproxy = HttpServer.start(network, ANY_PORT, Admission.open(), (request, reply) -> {
            if (request.path().contains("/gameday/")) {
                reply.accept(new HttpAnswer(404, Map.of(), new byte[0]));
                return;
            }
            caller.call(proxies.address(), request, Duration.ofSeconds(10),
                    result -> reply.accept(result instanceof CallResult.Answered(HttpAnswer answer)
                            ? answer
                            : HttpAnswer.error(502, String.valueOf(result))));
        });
        shops.add(new Shop());
        shops.add(new Shop());
    }

    @AfterEach
    void close() {
        if (agent != null) {
            agent.takeAllAway("the test is over");
            agent.close();
        }
        shops.forEach(shop -> shop.server.stop(0));
        toxiproxy.close();
        proxies.close();
        caller.close();
        clock.close();
        network.close();
    }

    private AgentSetup start(InetSocketAddress api) throws IOException {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < shops.size(); i++) {
            String zone = "az" + (i + 1);
            String json = "{\"name\":\"shop-" + zone + "\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:"
                    + shops.get(i).port() + "\",\"gameday\":{\"http\":true}}";
            Await.<CallResult>answer(told -> caller.call(proxies.address(), HttpRequest.post("/proxies", json),
                    Duration.ofSeconds(5), told));
            String listen = proxies().getProxy("shop-" + zone).getListen();
            places.add(new Place("shop", zone, WebAddress.of("http://" + listen), "/",
                    new WebAddress("127.0.0.1", api.getPort(), ""), "shop-" + zone,
                    new WebAddress("127.0.0.1", shops.get(i).port(), "/actuator")));
        }
        OwnSystem own = new OwnSystem(null, places, new OwnSystem.Request("GET", "/buy", ""), null, null);
        AgentSetup setup = new AgentSetup("r1", folder.resolve("run"), own, Limits.NONE,
                new StateFolder(folder.resolve("state")));
        assertThat(AgentSetup.parse(setup.arguments())).isEqualTo(setup);
        agent = RunningAgent.alone(setup, clock, line -> {
        });
        return setup;
    }

    private ToxiproxyClient proxies() {
        return new ToxiproxyClient("127.0.0.1", proxies.address().getPort());
    }

    private Agent agent() {
        return Objects.requireNonNull(agent).agent();
    }

    private <T> Answer<T> ask(Consumer<Reply<T>> call) {
        return Await.answer(told -> clock.execute(() -> call.accept(told::accept)));
    }

    private static <T> T ok(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T>(String why) -> throw new AssertionError(why);
        };
    }

    private FaultPlan plan(Fault fault) {
        return ok(ask(reply -> agent().plan(fault, reply)));
    }

    private Answer<Faults.Injected> inject(Fault fault, Duration lease) {
        FaultPlan plan = plan(fault);
        return ask(reply -> agent().inject("f1", plan, MINUTE, lease, reply));
    }

    private Observation observe() {
        return ok(ask(reply -> agent().observe("f1", reply)));
    }

    private void bitesAndIsGone(Fault fault) {
        ok(inject(fault, MINUTE));
        Observation bites = observe();
        assertThat(bites.presence()).as(bites.toString()).isEqualTo(Presence.BITES);
        ok(this.<Faults.Reverted>ask(reply -> agent().revert("f1", reply)));
        Observation gone = observe();
        assertThat(gone.presence()).as(gone.toString()).isEqualTo(Presence.GONE);
    }

    @Test
    void aSlowZoneBitesAtItsOwnAddressesAndIsGoneAgain() throws IOException {
        start(proxies.address());
        FaultPlan plan = plan(SLOW);
        assertThat(plan.tasks()).extracting(task -> task.id()).containsExactly("shop-az1");
        assertThat(plan.endsBy())
                .isEqualTo("the proxies in front of it, when the lease is not renewed or the time is over");
        bitesAndIsGone(SLOW);
    }

    @Test
    void aPartitionBitesAndIsGoneAgain() throws IOException {
        start(proxies.address());
        bitesAndIsGone(new Fault.ZonePartition("az1"));
    }

    @Test
    void lostRequestsBiteAndAreGoneAgain() throws IOException {
        start(proxies.address());
        bitesAndIsGone(new Fault.ZoneLoss("az1", 50));
    }

    @Test
    void failingCodeBitesAndTheSettingsOfBeforeAreThereAgain() throws IOException {
        start(proxies.address());
        String before = shops.getFirst().settings();
        assertThat(plan(FAILING).endsBy()).contains("if it is killed too, nobody until the next agent");
        bitesAndIsGone(FAILING);
        assertThat(shops.getFirst().settings()).isEqualTo(before);
    }

    @Test
    void aSurgeBitesByTheAnswersToItAndIsGoneAgain() throws IOException {
        start(proxies.address());
        bitesAndIsGone(new Fault.Surge(40));
    }

    @Test
    void whatSomebodyElseBreaksIsLookedAtToo() throws IOException {
        start(proxies.address());
        Fault external = new Fault.External("pull the plug", new Scope.Zone("az1"));
        ok(inject(external, MINUTE));
        shops.getFirst().server.stop(0);
        assertThat(observe().presence()).isEqualTo(Presence.BITES);
    }

    @Test
    void aForeignToxiproxyIsFreedByTheAgentWhenTheLeaseIsOver() throws IOException {
        start(toxiproxy.address());
        assertThat(plan(SLOW).endsBy()).contains("if it is killed too, nobody until the next agent");
        ok(inject(SLOW, Duration.ofMillis(300)));
        ToxiproxyClient client = proxies();
        Await.until("no toxic is left", () -> {
            try {
                return client.getProxy("shop-az1").toxics().getAll().isEmpty();
            } catch (IOException gone) {
                return false;
            }
        });
    }

    @Test
    void aMonkeyThatNobodyRenewsGetsItsSettingsBack() throws IOException {
        start(proxies.address());
        String before = shops.getFirst().settings();
        ok(inject(FAILING, Duration.ofMillis(300)));
        Await.until("the settings are those of before", () -> shops.getFirst().settings().equals(before));
    }

    @Test
    void whatCannotBeDoneIsRefusedWithTheReason() throws IOException {
        start(toxiproxy.address());
        assertThat(why(new Fault.ZoneLoss("az1", 50))).contains("shop az1: the proxy server at 127.0.0.1",
                "cannot lose single requests, as a Toxiproxy cannot; use zone-latency");
        assertThat(why(new Fault.TaskHang("shop", "az1")))
                .contains("no address of your own system leads to what this breaks");
        shops.getFirst().enabled = true;
        shops.getFirst().assaults = "{\"latencyActive\":true}";
        assertThat(why(FAILING)).contains("is at work already (latencyActive); disable it first: curl -X POST http://");
        proxies().getProxy("shop-az1").delete();
        assertThat(why(SLOW)).contains("has no proxy 'shop-az1'");
    }

    private String why(Fault fault) {
        return switch (this.<FaultPlan>ask(reply -> agent().plan(fault, reply))) {
            case Answer.Ok<FaultPlan> _ -> "planned";
            case Answer.Failed<FaultPlan>(String why) -> why;
        };
    }

    @Test
    void whatAllOfOursLeftIsTakenAwayByTheLedgerAloneAndTheCommandNamesIt() throws IOException {
        AgentSetup setup = start(toxiproxy.address());
        Objects.requireNonNull(agent).close();
        agent = null;
        Standing left = leave(setup, SLOW);
        assertThat(Undo.command(left, null)).isEqualTo("curl -X DELETE http://127.0.0.1:"
                + toxiproxy.address().getPort() + "/proxies/shop-az1/toxics/r1:f1.toxic");
        assertThat(proxies().getProxy("shop-az1").toxics().getAll()).hasSize(1);
        assertThat(recover(setup).outcomes()).singleElement().isInstanceOf(Recover.Outcome.Cleared.class);
        assertThat(proxies().getProxy("shop-az1").toxics().getAll()).isEmpty();
    }

    @Test
    void aMonkeyThatAllOfOursLeftGetsItsSettingsBackByTheLedgerAlone() throws IOException {
        AgentSetup setup = start(proxies.address());
        Objects.requireNonNull(agent).close();
        agent = null;
        String before = shops.getFirst().settings();
        Standing left = leave(setup, FAILING);
        String monkey = "http://127.0.0.1:" + shops.getFirst().port() + "/actuator/chaosmonkey";
        String json = "curl -X POST -H 'Content-Type: application/json' -d ";
        assertThat(Undo.command(left, null)).isEqualTo("curl -X POST " + monkey + "/disable; " + json
                + "'{\"level\":3,\"latencyActive\":false,\"exceptionsActive\":false}' " + monkey + "/assaults; " + json
                + "'{\"service\":true,\"restController\":false}' " + monkey + "/watchers");
        assertThat(shops.getFirst().settings()).isNotEqualTo(before);
        assertThat(recover(setup).outcomes()).singleElement().isInstanceOf(Recover.Outcome.Cleared.class);
        assertThat(shops.getFirst().settings()).isEqualTo(before);
    }

    @Test
    void requestsEndWithTheAgentThatSendsThemWhichIsNamedWhileItLives() throws IOException {
        AgentSetup setup = start(proxies.address());
        Survey survey = new OwnSurvey(setup, Objects.requireNonNull(setup.own()), new Levers(caller), clock);
        Survey.Found found = ok(this.<Survey.Found>ask(reply -> survey.of(SURGE, reply)));
        Standing surge = new Standing("r1", new LedgerEntry.Intent("f1", "r1.f1", found.plan(), found.reach(),
                setup.undo(), setup.host(), "", null, MINUTE, MINUTE), Standing.Stage.IN_FORCE);
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        assertThat(Undo.command(surge, self))
                .isEqualTo("kill -9 " + self.pid() + " (the agent, with which its requests end)");
        assertThat(Undo.command(surge, LeftBehind.dead())).startsWith("nothing is left to end");
    }

    /// What a run whose processes were all killed leaves behind.
    private Standing leave(AgentSetup setup, Fault fault) {
        Survey survey = new OwnSurvey(setup, Objects.requireNonNull(setup.own()), new Levers(caller), clock);
        Survey.Found found = ok(this.<Survey.Found>ask(reply -> survey.of(fault, reply)));
        Reach reach = Await.answer(
                told -> clock.execute(() -> new Prober(caller, clock, clock).baseline(fault, found.reach(), told)));
        LedgerEntry.Intent intent = new LedgerEntry.Intent("f1", "r1.f1", found.plan(), reach, setup.undo(),
                setup.host(), "", null, MINUTE, MINUTE);
        try (Ledger ledger = Ledger.open(setup.state(), "r1", setup.runFolder(), clock)) {
            ledger.append(
                    new LedgerEntry.AgentStarted(setup.runFolder().toString(), LeftBehind.dead(), LeftBehind.dead()));
            ledger.append(intent);
            Drivers drivers = Drivers.ofOwn(caller, clock, clock, new TrafficDriver(caller, clock, clock));
            Standing standing = new Standing("r1", intent, Standing.Stage.INTENDED);
            assertThat(Await.<DriverAnswer>answer(
                    told -> clock.execute(() -> drivers.of(fault).inject(Drivers.injection(standing), told))))
                    .isInstanceOf(DriverAnswer.Done.class);
            ledger.append(new LedgerEntry.Injected("f1"));
        }
        return Replay.of(setup.state(), "r1").mayBeInForce().getFirst();
    }

    private Recover.Result recover(AgentSetup setup) {
        return Await.answer(told -> clock
                .execute(() -> new Recover(setup.state(), clock, clock, network).start(Optional.of("r1"), told)));
    }
}
