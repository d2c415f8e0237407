package io.gameday.cli;

import io.gameday.agent.AgentFaults;
import io.gameday.agent.AgentFile;
import io.gameday.agent.AgentSetup;
import io.gameday.agent.Limits;
import io.gameday.agent.RunLock;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.engine.Engine;
import io.gameday.engine.ExitCode;
import io.gameday.engine.Pager;
import io.gameday.engine.Settings;
import io.gameday.experiment.Experiment;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.journal.RunFolder;
import io.gameday.notification.Channels;
import io.gameday.notification.Inbox;
import io.gameday.report.RunReport;
import io.gameday.target.Port;
import io.gameday.target.Target;
import io.gameday.time.RealClock;
import io.gameday.traffic.Canaries;
import io.gameday.traffic.LatencyLog;
import io.gameday.traffic.PostedSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plays experiments in real time, on what a [Ground] gives: the reference app as processes of this machine, or a system of
/// a team's own.
///
/// ```
/// this process (engine, customers, canaries, alarms, journal)
///  ├── agent   one per run
///  └── host    of the reference app, shared by all experiments that want the same system
/// ```
final class LocalSession implements Session {

    private static final Duration LAST_MESSAGES = Duration.ofSeconds(10);

    private final Path out;
    private final Screens screens;
    private final @Nullable Long seed;
    private final @Nullable Path agent;
    private final StateFolder state = StateFolder.current();
    private final TeamOptions team;
    private final @Nullable Invite invite;
    private final Interrupt interrupt;
    private final AtomicReference<@Nullable Engine> engine = new AtomicReference<>();
    private final RealClock loop = new RealClock("engine", this::loopFailed);
    private final Network network = new Network("network");
    private final HttpCaller caller = new HttpCaller(network);
    private final Ground ground;

    /// @param agent  folder of the agent to use; null: one is started for each run
    /// @param ground what is played on; closed with this
    /// @param team   where the team's own tools are
    /// @param invite who takes part by a page of their own; null for nobody
    LocalSession(Path out, Screens screens, @Nullable Long seed, @Nullable Path agent, Ground ground, TeamOptions team,
            @Nullable Invite invite, Interrupt interrupt) {
        this.invite = invite;
        this.agent = agent;
        this.team = team;
        this.out = out;
        this.screens = screens;
        this.seed = seed;
        this.interrupt = interrupt;
        this.ground = ground;
    }

    @Override
    public ExitCode play(Catalog.Found found) throws Exception {
        Experiment experiment = found.experiment();
        List<Pager> channels = experiment.graded().pages() == Experiment.PagesFrom.GAMEDAY ? channels() : List.of();
        Ground.Admitted admitted = ground.admit(experiment);
        try (TeamTools tools = TeamTools.open(experiment, team, loop::now, loop, network, System.getenv(),
                screens::notice)) {
            return play(found, admitted, channels, tools);
        }
    }

    private ExitCode play(Catalog.Found found, Ground.Admitted admitted, List<Pager> channels, TeamTools tools)
            throws Exception {
        Experiment experiment = found.experiment();
        RunFolder folder = RunFolder.create(out, loop.now(), experiment.name());
        CompletableFuture<ExitCode> ended = new CompletableFuture<>();
        try (RunLock _ = lock(folder)) {
            Thread waiting = Thread.currentThread();
            interrupt.onStop(cause -> waiting.interrupt());
            Ground.Standing standing = admitted.ready(folder);
            return play(found, folder, standing, channels, tools, ended);
        } catch (Refused refused) {
            removeEmpty(folder);
            throw refused;
        } catch (InterruptedException | IOException | RuntimeException failure) {
            return afterwards(failure, ended);
        } finally {
            engine.set(null);
            // Nobody of this run listens any more.
            interrupt.onStop(cause -> {
            });
            Thread.interrupted();
        }
    }

    /// What ended before it failed has ended all the same: only the worse of the two counts.
    private ExitCode afterwards(Exception failure, CompletableFuture<ExitCode> ended) throws Exception {
        ExitCode code = ended.getNow(null);
        if (code != null) {
            screens.notice("the run ended, and then: " + failure.getMessage());
            return ExitCodes.worse(code, ExitCode.FAILED);
        }
        if (interrupt.requested() && engine.get() == null) {
            screens.notice("stopped before the experiment began; nothing was injected");
            return ExitCode.STOPPED;
        }
        throw failure;
    }

    private RunLock lock(RunFolder folder) throws IOException {
        try {
            return RunLock.take(state, folder.run(), folder.path());
        } catch (RunLock.Taken taken) {
            throw new Refused(ExitCode.NOT_STARTED.code(), String.valueOf(taken.getMessage()));
        }
    }

    /// An empty folder would look like a run.
    private static void removeEmpty(RunFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            if (files.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder.path());
    }

    private static int limit(@Nullable Integer blastRadius) {
        return blastRadius == null ? Integer.MAX_VALUE : Math.max(1, blastRadius);
    }

    private ExitCode play(Catalog.Found found, RunFolder folder, Ground.Standing standing, List<Pager> outside,
            TeamTools tools, CompletableFuture<ExitCode> ended) throws IOException, InterruptedException {
        long chance = seed == null ? new SecureRandom().nextLong() : seed;
        PostedSignals signals = new PostedSignals(loop);
        Ground.Ports ports = standing.ports(
                new Ground.Surroundings(orders(folder), caller, loop, signals, new Random(chance), screens::notice));
        var radius = found.experiment().prepare().blastRadius();
        AgentSetup setup = standing.agent(folder,
                new Limits(limit(radius.zones()), limit(radius.cells()), limit(radius.tasks())), state);
        LatencyLog latencies = new LatencyLog(folder.path().resolve(LatencyLog.FILE), loop);
        signals.follow(latencies);
        Screens.Shown shown = screens.show(loop);
        Channels channels = channels(folder, outside);
        ExitCode code;
        try (AgentFaults faults = faults(setup); Canaries _ = ports.canaries().get()) {
            faults.start();
            Target target = tools.over(new Target(ports.kind(), ports.topology(), Port.of(ports.signals()),
                    Port.of(standing.leashed(faults)), ports.automation(), Port.of(ports.traffic()))
                    .with(ports.operations()));
            Settings settings = Settings.of(folder.run(), Home.version(), chance, salt());
            try (Play play = new Play(found, folder, target, loop, settings, channels, shown.followers(), invite,
                    screens::notice, exit -> {
                        channels.ended();
                        ended.complete(exit);
                    })) {
                engine.set(play.engine());
                standing.ended().thenAccept(why -> loop.execute(() -> play.engine().fail(why)));
                play.openGuests(loop, screens::progress);
                loop.execute(play::start);
                interrupt.onStop(cause -> loop.execute(() -> play.engine().stop(cause.by(), cause.why())));
                play.openEndpoint(network, loop);
                screens.folder(folder.path());
                code = uninterrupted(ended);
                if (ports.traffic().unsent() > 0) {
                    screens.notice(ports.traffic().unsent()
                            + " requests were never sent, because this machine could not keep up; "
                            + "they count as unanswered. Close what else runs here and play again.");
                }
                onLoop(() -> {
                    latencies.close();
                    shown.close().run();
                });
            }
        }
        // Not before the agent has ended: until then its ledger, whose hash the receipt holds, may grow.
        screens.finished(shown.run(), folder.path(), RunReport.write(folder.path(), state::ledger, loop.now()));
        awaitLastMessages(channels);
        return code;
    }

    private AgentFaults faults(AgentSetup setup) throws IOException {
        if (agent == null) {
            return new AgentFaults(setup, loop, loop, network, screens::notice);
        }
        AgentFile given = AgentFile.read(agent).filter(AgentFile::alive).orElseThrow(() -> new Refused(ExitCodes.USAGE,
                "--agent is " + agent + ", where no agent is alive; start one with: gameday agent"));
        if (!given.host().equals(setup.host())) {
            throw new Refused(ExitCode.NOT_STARTED.code(),
                    "the agent in " + agent + " acts on the app whose host is " + given.host()
                            + ", but this experiment needs another system, whose host is " + setup.host()
                            + ". Bring that one up with: gameday app up NAME; then start an agent for it");
        }
        return new AgentFaults(setup, given, loop, loop, network, screens::notice);
    }

    /// An interrupt of the thread that came before the engine listened must lose neither the run's end nor its reports.
    private static <T> T uninterrupted(CompletableFuture<T> awaited) {
        T value = awaited.join();
        Thread.interrupted();
        return value;
    }

    private void onLoop(Runnable task) {
        CompletableFuture.runAsync(task, loop).join();
    }

    /// Read before anything is started: a mistake in it should not cost a minute.
    private List<Pager> channels() {
        try {
            return Channels.of(System.getenv(), loop, loop);
        } catch (IllegalArgumentException notAllowed) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(notAllowed.getMessage()));
        }
    }

    private Channels channels(RunFolder folder, List<Pager> outside) {
        Pager inbox = new Inbox(folder.path().resolve("inbox.jsonl"));
        return new Channels(Stream.concat(Stream.of(inbox), outside.stream()).toList(), screens::notice);
    }

    /// What is under way would end with this process.
    private void awaitLastMessages(Channels channels) {
        CompletableFuture<List<String>> quiet = new CompletableFuture<>();
        onLoop(() -> channels.whenQuiet(() -> quiet.complete(List.of())));
        loop.at(LAST_MESSAGES, () -> quiet.complete(channels.underWay()));
        uninterrupted(quiet).forEach(message -> screens.notice("it is not known whether this went out: " + message));
    }

    /// Order ids begin with the instant of the run, which makes them unique on an app that several runs share.
    private static String orders(RunFolder folder) {
        return folder.run().substring(0, "2026-11-21T14-01-32Z".length());
    }

    private static String salt() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private void loopFailed(Throwable failure) {
        screens.notice("unexpected: " + failure + firstPlace(failure));
        Engine playing = engine.get();
        if (playing != null) {
            playing.fail(failure.toString());
        }
    }

    private static String firstPlace(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    @Override
    public void close() {
        ground.close();
        caller.close();
        network.close();
        loop.close();
    }
}
