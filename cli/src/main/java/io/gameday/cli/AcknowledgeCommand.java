package io.gameday.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "acknowledge", description = "Acknowledge the open page of a run, from a second terminal: somebody "
        + "looks, and nobody else is paged of this incident.", footer = {"", "Examples:",
                "  gameday acknowledge runs/2026-11-21T14-01-32Z-az-power-loss",
                "  gameday acknowledge runs/2026-11-21T14-01-32Z-az-power-loss --by incident-manager", "",
                "Exit codes: 0 acknowledged · 1 no page is open, or the run has ended or its controller does not answer",
                "  · 2 usage"}, mixinStandardHelpOptions = true)
final class AcknowledgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run = Path.of(".");

    @Option(names = "--by", paramLabel = "ROLE", defaultValue = "on-call", description = "Who looks, by role and not by "
            + "name; ${DEFAULT-VALUE} unless given.")
    private String by = "on-call";

    @Override
    public Integer call() {
        long seq = SecondTerminal.<Long>ask(run, (client, reply) -> client.acknowledge(by, reply));
        spec.commandLine().getOut().println("✓ acknowledged by " + by + ", entry " + seq + " of the journal");
        return ExitCodes.HELD;
    }
}
