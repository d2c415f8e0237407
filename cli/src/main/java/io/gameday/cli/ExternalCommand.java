package io.gameday.cli;

import io.gameday.journal.Event.PersonAsked.Turn;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "external", description = "Tell a run, from a second terminal, that what its step 'external' asked "
        + "somebody to break has begun, or has ended. The fault counts from one to the other.", footer = {"",
                "Examples:", "  gameday external runs/2026-11-21T14-01-32Z-pull-the-plug begun",
                "  gameday external runs/2026-11-21T14-01-32Z-pull-the-plug ended --role facilitator", "",
                "Exit codes: 0 the run knows · 1 nobody was asked that, or its controller does not answer · 2 usage"}, mixinStandardHelpOptions = true)
final class ExternalCommand implements Callable<Integer> {

    /// What can be said.
    enum Said {
        begun(Turn.BEGIN), ended(Turn.END);

        private final Turn turn;

        Said(Turn turn) {
            this.turn = turn;
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN", description = "The run's folder.")
    private Path run = Path.of(".");

    @Parameters(index = "1", paramLabel = "begun|ended", description = "Which of the two.")
    private Said said = Said.begun;

    @Option(names = "--fault", paramLabel = "ID", defaultValue = "f1", description = "Its id in the run, where there "
            + "are several faults; ${DEFAULT-VALUE} unless given.")
    private String fault = "f1";

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "operator", description = "Who says it, by role and "
            + "not by name; ${DEFAULT-VALUE} unless given.")
    private String role = "operator";

    @Override
    public Integer call() {
        long seq = SecondTerminal.<Long>ask(run, (client, reply) -> client.answered(fault, said.turn, role, reply));
        spec.commandLine().getOut().println("✓ " + fault + " has " + said + ", entry " + seq + " of the journal");
        return ExitCodes.HELD;
    }
}
