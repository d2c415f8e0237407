package io.gameday.agent;

import io.gameday.agent.driver.HostLink;
import io.gameday.agent.driver.Levers;
import io.gameday.agent.driver.TrafficDriver;
import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.prober.Prober;
import io.gameday.endpoint.RunClient;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.OwnSystem;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An agent in this process: it has taken its run's ledger over and serves at a loopback port of its own.
public final class RunningAgent implements AutoCloseable {

    private final AgentSetup setup;
    private final RealClock clock;
    private final Network network;
    private final Ledger ledger;
    private final Agent agent;
    private final HttpServer server;

    private RunningAgent(AgentSetup setup, RealClock clock, Network network, Ledger ledger, Agent agent,
            HttpServer server) {
        this.setup = setup;
        this.clock = clock;
        this.network = network;
        this.ledger = ledger;
        this.agent = agent;
        this.server = server;
    }

    /// Belongs to the loop, which is `clock`.
    ///
    /// @param controller whose faults go on when it had them in force before; null: all that was left is taken away
    /// @param log        told what could not be written
    /// @throws IOException when a file cannot be read or written, or no port can be bound
    static RunningAgent start(AgentSetup setup, RealClock clock, @Nullable ProcessIdentity controller,
            Consumer<String> log) throws IOException {
        Files.createDirectories(setup.runFolder());
        OwnSystem own = setup.own();
        String appToken = own == null ? TokenFile.read(setup.appTokenFile()) : "";
        Network network = new Network("agent-network");
        try {
            HttpCaller caller = new HttpCaller(network);
            Replay replay = Replay.of(setup.state(), setup.run());
            Ledger ledger = Ledger.open(setup.state(), setup.run(), setup.runFolder(), clock);
            TrafficDriver traffic = own == null
                    ? new TrafficDriver(caller, clock, clock, setup.routerSocket(), setup.controlPlaneSocket(),
                            appToken)
                    : new TrafficDriver(caller, clock, clock);
            Drivers drivers = own == null
                    ? Drivers.of(new HostLink(caller, setup.hostSocket(), appToken), caller, setup.proxiesSocket(),
                            clock, clock, traffic)
                    : Drivers.ofOwn(caller, clock, clock, traffic);
            Survey survey = own == null
                    ? new ReferenceSurvey(setup, appToken, caller, clock)
                    : new OwnSurvey(setup, own, new Levers(caller), clock);
            FaultBook book = new FaultBook(setup.run(), ledger, log);
            Replay.entries(setup.state(), setup.run()).forEach(book.tail()::add);
            Agent agent = new Agent(setup, clock, clock, survey, drivers,
                    new Prober(caller, clock, clock, traffic::answered), book);
            ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
            agent.adopt(replay, self, controller);
            AuditLog audit = new AuditLog(setup.runFolder().resolve("agent-audit.log"), clock, log);
            String token = TokenFile.create(setup.agentTokenFile());
            HttpServer server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0),
                    AgentApi.admission(token, audit), new AgentApi(agent, clock, clock, audit));
            new AgentFile(setup.run(), "127.0.0.1:" + server.address().getPort(), setup.agentTokenFile().toString(),
                    setup.host(), self).write(setup.runFolder());
            return new RunningAgent(setup, clock, network, ledger, agent, server);
        } catch (IOException | RuntimeException failure) {
            network.close();
            throw failure;
        }
    }

    /// Starts one that nobody but a person controls. What an earlier agent of the same run left is taken away. Blocks.
    ///
    /// @param log told what could not be written
    /// @throws IOException when it cannot start, or an agent of this run is alive
    public static RunningAgent alone(AgentSetup setup, RealClock clock, Consumer<String> log) throws IOException {
        Optional<AgentFile> other = AgentFile.read(setup.runFolder()).filter(AgentFile::alive);
        if (other.isPresent()) {
            throw new IOException(
                    "run is '" + setup.run() + "'; its agent is alive (process " + other.get().agent().pid()
                            + ", folder " + setup.runFolder() + "). Use that one, or give another name with --run ID");
        }
        LedgerEntry.AgentStarted last = Replay.of(setup.state(), setup.run()).started();
        if (last != null && (last.agent().alive() || RunClient.isPlayed(Path.of(last.runFolder())))) {
            throw new IOException("run is '" + setup.run() + "'; that run is being played or its agent is alive, in "
                    + last.runFolder() + ", and a ledger has one writer. Give another name with --run ID");
        }
        CompletableFuture<RunningAgent> started = new CompletableFuture<>();
        clock.execute(() -> {
            try {
                started.complete(start(setup, clock, null, log));
            } catch (IOException | RuntimeException failure) {
                started.completeExceptionally(failure);
            }
        });
        try {
            return started.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof IOException io
                    ? io
                    : new IOException(String.valueOf(failed.getCause().getMessage()), failed.getCause());
        }
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return server.address();
    }

    /// A fault that may still be in force.
    ///
    /// @param command what clears it, without any of ours
    public record Left(String fault, String command) {
    }

    /// Takes every fault away and proves it; nothing is injected from here on. Blocks.
    ///
    /// @return what is not proven gone
    public List<Left> takeAllAway(String why) {
        CompletableFuture<List<Left>> left = new CompletableFuture<>();
        clock.execute(() -> agent.closeAll(why, gone -> left.complete(left())));
        return left.join();
    }

    private List<Left> left() {
        return agent.mayBeInForce().stream()
                .map(fault -> new Left(fault.id() + " (" + fault.fault().kind() + ", " + fault.fault().scope() + ")",
                        Undo.command(fault, ProcessIdentity.of(ProcessHandle.current().pid()).orElse(null))))
                .toList();
    }

    Agent agent() {
        return agent;
    }

    @Override
    public void close() {
        server.close();
        network.close();
        // On its loop, and before that may be ended: an interrupt would break the ledger's last write.
        CompletableFuture.runAsync(ledger::close, clock).join();
        try {
            Files.deleteIfExists(setup.runFolder().resolve(AgentFile.NAME));
        } catch (IOException left) {
            // It names a process that is gone, which whoever reads it checks.
            assert left != null;
        }
    }
}
