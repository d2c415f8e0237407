package io.gameday.agent;

import io.gameday.agent.driver.HostLink;
import io.gameday.agent.driver.TrafficDriver;
import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.prober.Prober;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.process.ParentWatch;
import io.gameday.process.ProcessIdentity;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The agent's process: `AgentMain <run folder> <run id> <app folder> --host=H:P --control-plane=H:P` and limits.
/// It takes its run's ledger over, serves, and when its standard input ends, which is when its controller is gone, takes
/// every fault away, proves that, and ends.
public final class AgentMain {

    private static final int ALL_GONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int NOT_CONFIRMED_GONE = 7;

    private AgentMain() {
    }

    public static void main(String[] arguments) {
        AgentSetup setup;
        try {
            setup = AgentSetup.parse(List.of(arguments));
        } catch (IllegalArgumentException usage) {
            System.err.println(usage.getMessage());
            System.exit(USAGE);
            return;
        }
        RealClock clock = new RealClock("agent", Throwable::printStackTrace);
        clock.execute(() -> {
            try {
                start(setup, clock);
            } catch (IOException | RuntimeException failure) {
                System.err.println("The agent of run " + setup.run() + " cannot start: " + failure);
                System.exit(FAILED);
            }
        });
        // The loop's thread is a daemon; this one keeps the process until it exits by itself.
        keepAlive();
    }

    private static void keepAlive() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(AgentSetup setup, RealClock clock) throws IOException {
        Files.createDirectories(setup.runFolder());
        String appToken = TokenFile.read(setup.appTokenFile());
        Network network = new Network("agent-network");
        HttpCaller caller = new HttpCaller(network);
        Replay replay = Replay.of(setup.state(), setup.run());
        Ledger ledger = Ledger.open(setup.state(), setup.run(), setup.runFolder(), clock);
        Agent agent = new Agent(setup, clock, clock, new Survey(setup, appToken, caller, clock),
                Drivers.of(new HostLink(caller, setup.hostSocket(), appToken), caller, setup.proxiesSocket(), clock,
                        clock,
                        new TrafficDriver(caller, clock, clock, setup.routerSocket(), setup.controlPlaneSocket(),
                                appToken)),
                new Prober(caller, clock, clock), new FaultBook(setup.run(), ledger, System.err::println));
        agent.adopt(replay, self(), controller());
        AuditLog audit = new AuditLog(setup.runFolder().resolve("agent-audit.log"), clock);
        String token = TokenFile.create(setup.agentTokenFile());
        HttpServer server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0),
                AgentApi.admission(token, audit), new AgentApi(agent, clock, audit));
        ParentWatch.whenParentEnds(() -> clock.execute(() -> agent.closeAll("the controller is gone",
                gone -> System.exit(gone ? ALL_GONE : NOT_CONFIRMED_GONE))));
        ParentWatch.ready(Map.of("agent", "127.0.0.1:" + server.address().getPort()));
    }

    private static ProcessIdentity self() {
        return ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    }

    private static @Nullable ProcessIdentity controller() {
        return ProcessHandle.current().parent().flatMap(parent -> ProcessIdentity.of(parent.pid())).orElse(null);
    }
}
