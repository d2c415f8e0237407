package io.gameday.cli;

import io.gameday.agent.AgentSetup;
import io.gameday.agent.Limits;
import io.gameday.agent.RunningAgent;
import io.gameday.agent.driver.LinkKeeper;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.reference.local.AppAddresses;
import io.gameday.reference.local.AppState;
import io.gameday.reference.local.AppUp;
import io.gameday.reference.local.LocalApp;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "agent", description = "Run an agent by itself, for an app that is up: it injects faults over HTTP, each "
        + "under a lease that its caller renews. Ctrl-C takes every fault away and proves it gone.", footer = {"",
                "Examples:", "  gameday app up && gameday agent", "  gameday agent --run friday --max-zones 1",
                "  gameday run az-power-loss --agent FOLDER    a run that uses it", "",
                "The calls are in docs/agent.md.", "",
                "Exit codes: 0 every fault is proven gone · 1 Gameday failed · 2 usage, or no app is up ·",
                "  7 a fault is not proven gone; the command that clears it is printed"}, mixinStandardHelpOptions = true)
final class AgentCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'")
            .withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--app", paramLabel = "FOLDER", description = "Where the app runs, as `gameday app status` tells; "
            + "the one that `gameday app up` brought up unless given.")
    private @Nullable Path app;

    @Option(names = "--run", paramLabel = "ID", description = "What its ledger is called; agent-TIME unless given.")
    private @Nullable String run;

    @Option(names = "--max-zones", paramLabel = "N", description = "Zones that may be hit at once.")
    private int zones = Integer.MAX_VALUE;

    @Option(names = "--max-cells", paramLabel = "N", description = "Cells that may be hit at once.")
    private int cells = Integer.MAX_VALUE;

    @Option(names = "--max-tasks", paramLabel = "N", description = "Tasks that may be hit at once.")
    private int tasks = Integer.MAX_VALUE;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Interrupt interrupt = new Interrupt();
                RealClock clock = new RealClock("agent", failure -> err.println("· unexpected: " + failure))) {
            AgentSetup setup = setup(clock);
            int code;
            try (RunningAgent agent = RunningAgent.alone(setup, clock, line -> err.println("· " + line))) {
                CountDownLatch ended = new CountDownLatch(1);
                interrupt.onStop(cause -> ended.countDown());
                out.println("agent of run " + setup.run() + " at http://127.0.0.1:" + agent.address().getPort());
                out.println("token file: " + setup.agentTokenFile());
                out.println("folder: " + setup.runFolder() + "; Ctrl-C takes every fault away and ends it");
                ended.await();
                code = end(agent, out);
            }
            // Not before everything was told and closed: an interrupted process ends here.
            interrupt.finished(code);
            return code;
        }
    }

    private static int end(RunningAgent agent, PrintWriter out) {
        List<RunningAgent.Left> left = agent.takeAllAway("its agent was ended");
        left.forEach(fault -> out
                .println("! " + fault.fault() + " may still be in force. Clear it with: " + fault.command()));
        if (left.isEmpty()) {
            out.println("✓ every fault is proven gone");
        }
        return left.isEmpty() ? ExitCodes.HELD : ExitCodes.FAULT_NOT_GONE;
    }

    private AgentSetup setup(RealClock clock) throws IOException {
        LocalApp running = up();
        AppAddresses at = running.addresses();
        String name = run == null ? "agent-" + TIME.format(clock.now()) : run;
        StateFolder state = StateFolder.current();
        try {
            return new AgentSetup(name, state.root().resolve("agents").resolve(name), running.folder().root(),
                    at.host(), at.controlPlane(), at.proxies(), LinkKeeper.named(at.links()), at.router(),
                    at.routerAdmin(), new Limits(zones, cells, tasks), state);
        } catch (IllegalArgumentException notAllowed) {
            throw new ParameterException(spec.commandLine(), "--" + notAllowed.getMessage(), notAllowed);
        }
    }

    private LocalApp up() throws IOException {
        LocalApp running = new AppUp(AppState.stateFolder(System.getenv())).running().orElse(null);
        Path wanted = app;
        if (running == null) {
            throw new Refused(ExitCodes.USAGE, "no app is up. Bring it up with: gameday app up");
        }
        Path there = running.folder().root().toAbsolutePath().normalize();
        if (wanted != null && !there.equals(wanted.toAbsolutePath().normalize())
                && !there.equals(wanted.resolve("app").toAbsolutePath().normalize())) {
            throw new Refused(ExitCodes.USAGE, "--app is " + wanted + "; the app that is up is in " + there);
        }
        return running;
    }
}
