package io.gameday.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "note", description = "Say what you see during a run, from a second terminal. It goes into the run's "
        + "journal with the time, and from there into the timeline of the document.", footer = {"", "Examples:",
                "  gameday note runs/2026-11-21T14-01-32Z-az-power-loss az1 is red",
                "  gameday note runs/2026-11-21T14-01-32Z-az-power-loss --role on-call \"got the page\"", "",
                "Exit codes: 0 noted · 1 the run has ended or its controller does not answer · 2 usage"}, mixinStandardHelpOptions = true)
final class NoteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN", description = "The run's folder.")
    private Path run = Path.of(".");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "What you see; up to 4,000 "
            + "characters.")
    private List<String> text = List.of();

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "operator", description = "Who says it, by role and "
            + "not by name; ${DEFAULT-VALUE} unless given.")
    private String role = "operator";

    @Override
    public Integer call() {
        long seq = SecondTerminal.<Long>ask(run, (client, reply) -> client.note(role, String.join(" ", text), reply));
        spec.commandLine().getOut().println("✓ noted as " + role + ", entry " + seq + " of the journal");
        return ExitCodes.HELD;
    }
}
