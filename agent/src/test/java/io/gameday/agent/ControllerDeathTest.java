package io.gameday.agent;

import io.gameday.agent.ledger.Replay;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.process.ParentWatch;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What is left when the controller does not get to say goodbye.
class ControllerDeathTest {

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    @TempDir
    Path folder;
    private TestHost host;
    private AgentSetup setup;

    @BeforeEach
    void start() throws IOException {
        host = new TestHost(folder);
        setup = host.setup("r1", folder);
    }

    @AfterEach
    void stop() {
        host.close();
        clock.close();
        network.close();
    }

    @Test
    void afterSigkillOfTheControllerTheFaultIsProvenGoneAndTheAgentEnds() throws Exception {
        List<String> arguments = new ArrayList<>(setup.arguments());
        ChildProcess controller = ChildProcess.start("controller", JavaCommand.of(Controller.class, 64, arguments),
                Map.of(), folder.resolve("errors"), line -> {
                }, code -> {
                });
        String ready = controller.ready().get(60, TimeUnit.SECONDS);
        long agent = Long.parseLong(ready.replaceAll("\\D", ""));
        ProcessHandle agentProcess = ProcessHandle.of(agent).orElseThrow();
        assertThat(host.power("az1")).isFalse();
        controller.kill();
        Await.until("the agent has ended", () -> !agentProcess.isAlive());
        assertThat(host.power("az1")).isTrue();
        assertThat(Replay.of(setup.state(), "r1").mayBeInForce()).isEmpty();
        assertThat(setup.state().ledger("r1")).content().contains("ConfirmedGone");
    }

    @Test
    void anAgentOfAnotherControllerTakesAwayWhatItFinds() throws Exception {
        LeftBehind.by(LeftBehind.dead(), LeftBehind.dead(), host, setup, new HttpCaller(network), clock);
        assertThat(host.power("az1")).isFalse();
        try (AgentFaults faults = new AgentFaults(setup, clock, clock, network, notice -> {
        })) {
            faults.start();
            Await.until("the fault is over", () -> Replay.of(setup.state(), "r1").mayBeInForce().isEmpty());
        }
        assertThat(host.power("az1")).isTrue();
    }

    /// Injects a power loss and then does nothing more.
    static final class Controller {
        private static final Duration MINUTE = Duration.ofMinutes(1);

        public static void main(String[] arguments) throws Exception {
            RealClock clock = new RealClock("controller", Throwable::printStackTrace);
            AgentFaults faults = new AgentFaults(AgentSetup.parse(List.of(arguments)), clock, clock,
                    new Network("controller-network"), System.err::println);
            clock.execute(() -> start(faults));
            ParentWatch.whenParentEnds(() -> System.exit(0));
            Thread.currentThread().join();
        }

        private static void start(AgentFaults faults) {
            try {
                faults.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            faults.plan(new Fault.ZonePowerLoss("az1"), planned -> {
                FaultPlan plan = ((Answer.Ok<FaultPlan>) planned).value();
                faults.inject("f1", plan, MINUTE, MINUTE,
                        injected -> ParentWatch.ready(Map.of("agent", faults.agentPid().orElseThrow())));
            });
        }
    }
}
