package io.gameday.agent;

import io.gameday.agent.TestHost.Sabotage;
import io.gameday.agent.ledger.Replay;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.Network;
import io.gameday.process.ProcessIdentity;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RecoverTest {

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private TestHost host;
    private AgentSetup setup;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        host = new TestHost(folder);
        setup = host.setup("r1", folder);
    }

    @AfterEach
    void stop() {
        host.close();
        clock.close();
        network.close();
    }

    private void leave(ProcessIdentity agent) {
        LeftBehind.by(agent, LeftBehind.dead(), host, setup, caller, clock);
        assertThat(host.power("az1")).isFalse();
    }

    private Recover.Result recover() {
        return Await.answer(told -> clock
                .execute(() -> new Recover(setup.state(), clock, clock, network).start(Optional.of("r1"), told)));
    }

    @Test
    void whereNothingWasLeftThereIsNothingToDo() {
        assertThat(recover()).isEqualTo(new Recover.Result(List.of()));
        assertThat(Recover.pending(setup.state())).isEmpty();
    }

    @Test
    void aFaultLeftBehindIsTakenAwayAndProvenGone() {
        leave(LeftBehind.dead());
        assertThat(Recover.pending(setup.state())).hasSize(1);
        Recover.Result result = recover();
        assertThat(result.exitCode()).isZero();
        assertThat(result.outcomes()).singleElement().isInstanceOf(Recover.Outcome.Cleared.class)
                .extracting(Recover.Outcome::text).asString()
                .startsWith("run r1 f1 (zone-power-loss, zone az1) is gone: machine and tasks of az1");
        assertThat(host.power("az1")).isTrue();
        assertThat(Recover.pending(setup.state())).isEmpty();
        assertThat(recover().outcomes()).isEmpty();
    }

    @Test
    void aFaultOfAnAppThatIsGoneIsGoneWithIt() {
        leave(LeftBehind.dead());
        host.close();
        Recover.Result result = recover();
        assertThat(result.exitCode()).isZero();
        assertThat(result.outcomes()).singleElement().isInstanceOf(Recover.Outcome.GoneWithTarget.class);
        assertThat(Replay.of(setup.state(), "r1").mayBeInForce()).isEmpty();
    }

    @Test
    void aFaultFromBeforeTheMachineWasStartedAnewIsGoneWithItAndNobodyIsAsked() {
        leave(new ProcessIdentity(1, 1, "another boot"));
        host.calls.clear();
        Recover.Result result = recover();
        assertThat(result.outcomes()).singleElement().isInstanceOf(Recover.Outcome.GoneWithTarget.class)
                .extracting(Recover.Outcome::text).asString().contains("the machine was started anew since");
        assertThat(host.calls).isEmpty();
    }

    @Test
    void aFaultThatCannotBeTakenAwayIsToldWithTheCommandThatClearsIt() {
        leave(LeftBehind.dead());
        host.sabotage = Sabotage.REVERT_DOES_NOTHING;
        Recover.Result result = recover();
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.outcomes()).singleElement().isInstanceOfSatisfying(Recover.Outcome.Left.class,
                left -> assertThat(left.text()).contains("may still be in force", "machine refuses connections",
                        "curl -X DELETE", "/faults/r1.f1").doesNotContain(host.token()));
        assertThat(Recover.pending(setup.state())).hasSize(1);
    }

    private void itsRunIsPlayed() throws IOException {
        ProcessIdentity self = LeftBehind.self();
        Files.writeString(setup.runFolder().resolve("endpoint.json"),
                "{\"address\":\"127.0.0.1:1\",\"token\":\"t\",\"pid\":" + self.pid() + ",\"startTicks\":"
                        + self.startTicks() + ",\"bootId\":\"" + self.bootId() + "\"}");
    }

    @Test
    void aRunThatIsBeingPlayedIsLeftAloneAndTheCommandThatEndsItIsTold() throws IOException {
        leave(LeftBehind.self());
        itsRunIsPlayed();
        host.calls.clear();
        Recover.Result result = recover();
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.outcomes().getFirst().text()).contains("its run is being played",
                "gameday stop " + setup.runFolder());
        assertThat(host.calls).isEmpty();
    }

    @Test
    void anAgentThatLivesAndCannotBeFoundIsToldWithTheCommandThatClearsTheFault() {
        leave(LeftBehind.self());
        Recover.Result result = recover();
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.outcomes().getFirst().text()).contains("is alive, but no", "agent.json tells where",
                "curl -X DELETE");
    }

    @Test
    void anAgentThatLivesTakesItsFaultAwayAndProvesItWhenAsked() throws IOException {
        try (RunningAgent agent = RunningAgent.alone(setup, clock, notice -> {
        })) {
            HttpRequest plan = HttpRequest.post("/plan", "{\"fault\":{\"kind\":\"zone-power-loss\",\"zone\":\"az1\"}}");
            String planned = ask(agent, plan).text();
            assertThat(ask(agent,
                    HttpRequest.post("/faults",
                            "{\"id\":\"f1\",\"plan\":" + planned + ",\"duration\":\"PT1M\",\"lease\":\"PT1M\"}"))
                    .status()).isEqualTo(201);
            assertThat(host.power("az1")).isFalse();
            assertThat(ask(agent, HttpRequest.get("/faults/f1")).text()).contains("\"stage\":\"IN_FORCE\"",
                    "\"leaseEndsAt\":\"", "\"lease\":\"PT1M\"");

            Recover.Result result = recover();

            assertThat(result.exitCode()).isZero();
            assertThat(result.outcomes()).singleElement().isInstanceOf(Recover.Outcome.Cleared.class);
            assertThat(host.power("az1")).isTrue();
            assertThat(ask(agent, HttpRequest.get("/faults/f1")).text()).contains("\"stage\":\"ENDED\"",
                    "\"presence\":\"GONE\"");
            assertThat(ask(agent, HttpRequest.get("/events")).text()).contains("{\"entries\":[{\"seq\":1,",
                    "\"type\":\"Injected\"", "\"type\":\"ConfirmedGone\"", "\"more\":false");
            assertThat(ask(agent, HttpRequest.get("/faults/f9")).status()).isEqualTo(404);
        }
    }

    private HttpAnswer ask(RunningAgent agent, HttpRequest request) throws IOException {
        String token = TokenFile.read(setup.agentTokenFile());
        CallResult result = Await.answer(told -> caller.call(agent.address(),
                request.with("authorization", "Bearer " + token), Await.LONG, told));
        return ((CallResult.Answered) result).answer();
    }
}
