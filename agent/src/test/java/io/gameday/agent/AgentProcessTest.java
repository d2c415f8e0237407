package io.gameday.agent;

import io.gameday.agent.TestHost.Sabotage;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.ledger.Standing.Stage;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.Network;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.target.Reply;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The agent as a real process, from the controller's side.
class AgentProcessTest {

    private static final Fault POWER = new Fault.ZonePowerLoss("az1");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private TestHost host;
    private AgentSetup setup;
    private AgentFaults faults;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        host = new TestHost(folder);
        setup = host.setup("r1", folder);
        faults = new AgentFaults(setup, clock, clock, network, notices::add);
        faults.start();
    }

    @AfterEach
    void stop() {
        host.sabotage = Sabotage.NONE;
        faults.close();
        host.close();
        clock.close();
        network.close();
    }

    private <T> Answer<T> ask(Consumer<Reply<T>> call) {
        return Await.answer(told -> clock.execute(() -> call.accept(told::accept)));
    }

    private static <T> T ok(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<T>) answer).value();
    }

    private static String failed(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).why();
    }

    private void inject(Duration lease) {
        FaultPlan plan = ok(ask(reply -> faults.plan(POWER, reply)));
        ok(ask((Reply<Faults.Injected> reply) -> faults.inject("f1", plan, MINUTE, lease, reply)));
    }

    private Presence observe() {
        Observation seen = ok(ask(reply -> faults.observe("f1", reply)));
        return seen.presence();
    }

    private Stage stage() {
        return Replay.of(setup.state(), "r1").faults().get("f1").stage();
    }

    private void killAgent() {
        long pid = faults.agentPid().orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Await.until("the agent is restarted", () -> faults.agentPid().orElse(pid) != pid);
    }

    @Test
    void aFaultIsPlannedInjectedSeenRenewedRevertedAndConfirmedGone() {
        FaultPlan plan = ok(ask(reply -> faults.plan(POWER, reply)));
        assertThat(plan.zones()).containsExactly("az1");
        assertThat(plan.cells()).containsExactly("cell-1", "cell-2");
        assertThat(plan.tasks()).hasSize(2);
        assertThat(plan.undo()).isEqualTo("gameday recover --run r1");
        assertThat(faults.fidelity(POWER)).isEqualTo(new Fidelity.Equal());

        ok(ask((Reply<Faults.Injected> reply) -> faults.inject("f1", plan, MINUTE, MINUTE, reply)));
        assertThat(observe()).isEqualTo(Presence.BITES);
        assertThat(host.inForce()).containsExactly("r1.f1");
        List<Faults.InForce> inForce = ok(ask(faults::inForce));
        assertThat(inForce).containsExactly(new Faults.InForce("f1", "r1", POWER, "gameday recover --run r1"));
        ok(ask((Reply<Faults.Renewed> reply) -> faults.renew("f1", reply)));
        ok(ask((Reply<Faults.Reverted> reply) -> faults.revert("f1", reply)));
        assertThat(observe()).isEqualTo(Presence.GONE);
        ok(ask((Reply<Faults.Reverted> reply) -> faults.revert("f1", reply)));
        assertThat(stage()).isEqualTo(Stage.ENDED);
        List<Faults.InForce> none = ok(ask(faults::inForce));
        assertThat(none).isEmpty();
    }

    @Test
    void aKilledAgentIsRestartedAndItsFaultGoesOnAndCanBeReverted() {
        inject(MINUTE);
        killAgent();
        assertThat(host.power("az1")).isFalse();
        ok(ask((Reply<Faults.Renewed> reply) -> faults.renew("f1", reply)));
        assertThat(observe()).isEqualTo(Presence.BITES);
        ok(ask((Reply<Faults.Reverted> reply) -> faults.revert("f1", reply)));
        assertThat(observe()).isEqualTo(Presence.GONE);
        assertThat(stage()).isEqualTo(Stage.ENDED);
        assertThat(notices).anyMatch(notice -> notice.contains("starting it again"));
    }

    @Test
    void aCallMadeWhileTheAgentIsDownIsAnsweredOnceItIsBack() {
        inject(MINUTE);
        long pid = faults.agentPid().orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        ok(ask((Reply<Faults.Renewed> reply) -> faults.renew("f1", reply)));
        assertThat(faults.agentPid().orElseThrow()).isNotEqualTo(pid);
    }

    @Test
    void anAgentThatHangsIsReplacedAndTheLeaseGoesOn() throws IOException, InterruptedException {
        inject(Duration.ofSeconds(30));
        long pid = faults.agentPid().orElseThrow();
        new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
        ok(ask((Reply<Faults.Renewed> reply) -> faults.renew("f1", reply)));
        assertThat(faults.agentPid().orElseThrow()).isNotEqualTo(pid);
        assertThat(host.power("az1")).isFalse();
        assertThat(notices).anyMatch(notice -> notice.contains("does not answer; it is killed"));
    }

    @Test
    void closingTheControllersPipeTakesEverythingAwayWithinFiveSeconds() throws IOException {
        inject(MINUTE);
        assertThat(host.power("az1")).isFalse();
        faults.close();
        assertThat(host.power("az1")).isTrue();
        assertThat(stage()).isEqualTo(Stage.ENDED);
        List<Instant> times = Files.readAllLines(setup.state().ledger("r1")).stream()
                .map(line -> JournalFormat.mapper().readValue(line, LedgerEntry.Line.class))
                .filter(line -> line.entry() instanceof LedgerEntry.Reverting
                        || line.entry() instanceof LedgerEntry.ConfirmedGone)
                .map(LedgerEntry.Line::at).toList();
        assertThat(times).hasSize(2);
        assertThat(Duration.between(times.getFirst(), times.getLast())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatWasNeverBegunIsGoneAndItsRevertIsWithoutEffect() {
        ok(ask((Reply<Faults.Reverted> reply) -> faults.revert("f1", reply)));
        assertThat(observe()).isEqualTo(Presence.GONE);
        assertThat(host.calls).isEmpty();
    }

    @Test
    void aFaultWhoseLeaseRanOutIsNoLongerInForce() {
        inject(Duration.ofMillis(300));
        Await.until("the host ends it", () -> host.power("az1"));
        assertThat(failed(ask((Reply<Faults.Renewed> reply) -> faults.renew("f1", reply))))
                .contains("f1 is no longer in force");
        assertThat(observe()).isEqualTo(Presence.GONE);
        assertThat(stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void whenTheAppIsGoneItsFaultIsGoneWithIt() {
        inject(MINUTE);
        host.close();
        faults.close();
        assertThat(stage()).isEqualTo(Stage.ENDED);
        assertThat(setup.state().ledger("r1")).content().contains("GoneWithTarget");
    }

    @Test
    void aFailedInjectionLeavesNothingButItsIntent() throws IOException {
        host.sabotage = Sabotage.INJECT_FAILS;
        FaultPlan plan = ok(ask(reply -> faults.plan(POWER, reply)));
        assertThat(failed(ask((Reply<Faults.Injected> reply) -> faults.inject("f1", plan, MINUTE, MINUTE, reply))))
                .contains("f1 was not injected, and nothing is left of it", "refused by the test");
        assertThat(stage()).isEqualTo(Stage.ENDED);
        assertThat(Files.readString(setup.runFolder().resolve("faults.jsonl"))).contains("Intent", "InjectionFailed")
                .doesNotContain(host.token());
    }

    @Test
    void anInjectionInDoubtIsSaidSoWithTheCommandThatClearsIt() {
        FaultPlan plan = ok(ask(reply -> faults.plan(POWER, reply)));
        host.sabotage = Sabotage.INJECT_IS_NOT_ANSWERED;
        host.swallowDeletes = true;
        assertThat(failed(ask((Reply<Faults.Injected> reply) -> faults.inject("f1", plan, MINUTE, MINUTE, reply))))
                .contains("f1 may be in force", "gameday recover --run r1");
        assertThat(Replay.of(setup.state(), "r1").mayBeInForce()).extracting(Standing::id).containsExactly("f1");
        host.swallowDeletes = false;
    }

    @Test
    void hostileCallsAreRefusedAndLeaveNothingInForce() throws IOException {
        FaultPlan plan = ok(ask(reply -> faults.plan(POWER, reply)));
        String good = JournalFormat.mapper().writeValueAsString(new AgentApi.InjectCall("f1", plan, MINUTE, MINUTE));
        HttpRequest inject = HttpRequest.post("/faults", good);
        String bearer = "Bearer " + TokenFile.read(setup.agentTokenFile());
        Map<HttpRequest, Integer> cases = Map
                .ofEntries(Map.entry(inject, 401), Map.entry(inject.with("authorization", "Bearer wrong"), 401),
                        Map.entry(inject.with("authorization", bearer).with("origin", "http://evil.example"), 403),
                        Map.entry(inject.with("authorization", bearer).with("host", "evil.example"), 403),
                        Map.entry(inject.with("authorization", bearer).with("content-type", "text/plain"), 415),
                        Map.entry(HttpRequest.post("/faults", "{garbage").with("authorization", bearer), 400),
                        Map.entry(HttpRequest.post("/faults", "null").with("authorization", bearer), 422),
                        Map.entry(HttpRequest.post("/faults", "{\"id\":\"f1\"}").with("authorization", bearer), 422),
                        Map.entry(HttpRequest.post("/faults", good.replace("zone-power-loss", "meteor")).with(
                                "authorization", bearer), 422),
                        Map.entry(
                                HttpRequest.post("/faults", good.replace("\"f1\"", "\"../f1\"")).with("authorization",
                                        bearer),
                                422),
                        Map.entry(HttpRequest
                                .post("/faults", good.replaceFirst("\"duration\":\"PT1M\"", "\"duration\":\"PT0S\""))
                                .with("authorization", bearer), 422),
                        Map.entry(HttpRequest.post("/faults", good.replace("[\"az1\"]", "[\"az1\",\"az2\"]"))
                                .with("authorization", bearer), 409),
                        Map.entry(HttpRequest.post("/faults", good.replace("[\"az1\"]", "[\"az2\"]"))
                                .with("authorization", bearer), 409),
                        Map.entry(HttpRequest.post("/plan", "{\"fault\":{\"kind\":\"zone-power-loss\"}}")
                                .with("authorization", bearer), 422),
                        Map.entry(HttpRequest.post("/faults/f9/renew", "").with("authorization", bearer), 404),
                        Map.entry(HttpRequest.post("/faults/f9/explode", "").with("authorization", bearer), 404),
                        Map.entry(HttpRequest.get("/").with("authorization", bearer), 404));
        cases.forEach((request, status) -> {
            HttpAnswer answer = agentAnswers(request);
            assertThat(answer.status()).as(request.method() + " " + request.path() + " " + request.headers() + " "
                    + request.text() + " → " + answer.text()).isEqualTo(status);
            assertThat(answer.text()).startsWith("{\"error\":");
        });
        assertThat(host.inForce()).isEmpty();
        assertThat(host.running("az1")).isEqualTo(2);
        assertThat(Files.readAllLines(setup.runFolder().resolve("agent-audit.log"))).hasSize(cases.size() + 1);
        assertThat(Files.getPosixFilePermissions(setup.agentTokenFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private HttpAnswer agentAnswers(HttpRequest request) {
        CallResult result = Await.answer(told -> caller.call(agent(), request, Duration.ofSeconds(10), told));
        assertThat(result).isInstanceOf(CallResult.Answered.class);
        return ((CallResult.Answered) result).answer();
    }

    private InetSocketAddress agent() {
        return Await.answer(told -> clock.execute(() -> told.accept(faults.address().orElseThrow())));
    }
}
