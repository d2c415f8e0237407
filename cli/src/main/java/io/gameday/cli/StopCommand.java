package io.gameday.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "stop", description = "Stop a run from a second terminal, as Ctrl-C does in its own: every fault is "
        + "taken away and proven gone, and the report is written. The run ends with exit code 6.", footer = {"",
                "Examples:", "  gameday stop runs/2026-11-21T14-01-32Z-az-power-loss",
                "  gameday stop runs/2026-11-21T14-01-32Z-az-power-loss --why incident", "",
                "Exit codes: 0 the run is stopping · 1 it has ended or its controller does not answer · 2 usage"}, mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run = Path.of(".");

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "The reason, for the journal and "
            + "the document.")
    private String why = "";

    @Override
    public Integer call() {
        SecondTerminal.<Long>ask(run, (client, reply) -> client.stop("gameday stop", why, reply));
        spec.commandLine().getOut()
                .println("✓ the run is stopping: its faults are being taken away, and its report will be in " + run);
        return ExitCodes.HELD;
    }
}
