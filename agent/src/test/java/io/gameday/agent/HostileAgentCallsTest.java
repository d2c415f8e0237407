package io.gameday.agent;

import io.gameday.hostile.GoodCall;
import io.gameday.hostile.HostileRequests;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.time.RealClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HostileAgentCallsTest {

    @Test
    void whateverComesNothingIsInForceAndEachCallHasItsLine(@TempDir Path folder) throws Exception {
        try (TestHost host = new TestHost(folder);
                Network network = new Network("test");
                RealClock clock = new RealClock("test", Throwable::printStackTrace)) {
            AgentSetup setup = host.setup("r1", folder);
            Survey survey = new ReferenceSurvey(setup, host.token(), new HttpCaller(network), clock);
            Fault power = new Fault.ZonePowerLoss("az1");
            Answer<Survey.Found> plan = Await.answer(told -> clock.execute(() -> survey.of(power, told::accept)));
            String inject = JournalFormat.mapper().writeValueAsString(new AgentApi.InjectCall("f1",
                    ((Answer.Ok<Survey.Found>) plan).value().plan(), Duration.ofMinutes(1), Duration.ofMinutes(1)));
            List<GoodCall> calls = List.of(GoodCall.get("/faults"), GoodCall.get("/events?after=0"),
                    GoodCall.get("/events?after=0&wait=0"), GoodCall.get("/faults/f1"),
                    GoodCall.post("/plan", "{\"fault\":{\"kind\":\"zone-power-loss\",\"zone\":\"az1\"}}"),
                    // Of the approved plan the agent compares the fault's reach; the rest it makes anew.
                    GoodCall.post("/faults", inject, "undo", "endsBy", "id", "cell", "zone", "state", "address",
                            "slots"),
                    GoodCall.post("/faults/f1/renew", ""));
            try (RunningAgent agent = RunningAgent.alone(setup, clock, System.err::println)) {
                new HostileRequests(agent.address(), TokenFile.read(setup.agentTokenFile()), calls, Set.of(), 2).send();
                assertThat(agent.takeAllAway("the test ends")).isEmpty();
            }
            assertThat(host.inForce()).isEmpty();
            assertThat(host.running("az1")).isEqualTo(2);
            assertThat(setup.state().ledger("r1")).content().doesNotContain("Intent");
            assertThat(Files.readAllLines(setup.runFolder().resolve("agent-audit.log"))).hasSizeGreaterThan(1000);
        }
    }
}
