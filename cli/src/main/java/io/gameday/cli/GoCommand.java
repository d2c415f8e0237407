package io.gameday.cli;

import io.gameday.people.Desk;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "go", description = "Say whether a run to which people were invited may begin, from a second terminal: "
        + "for somebody who is not there, or for all who have not answered. The journal says that it was the owner.", footer = {
                "", "Examples:",
                "  gameday go runs/2026-11-21T14-01-32Z-az-power-loss --for \"responder 2\" --why \"ill today\"",
                "  gameday go runs/2026-11-21T14-01-32Z-az-power-loss --why \"we begin without the others\"",
                "  gameday go runs/2026-11-21T14-01-32Z-az-power-loss --no --why \"a real incident\"", "",
                "Exit codes: 0 said · 1 the run waits for nobody, or does not answer · 2 usage"}, mixinStandardHelpOptions = true)
final class GoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run = Path.of(".");

    @Option(names = "--for", paramLabel = "ROLE", defaultValue = "", description = "Whose answer it is, as invited; all "
            + "who have not answered unless given.")
    private String of = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason, for the journal and the "
            + "document.")
    private String why = "";

    @Option(names = "--no", description = "No-go: the run is not started, and ends with exit code 5.")
    private boolean no;

    @Override
    public Integer call() {
        SecondTerminal.<Long>ask(run, (client, reply) -> client.go(Desk.OWNER, of, !no, why, reply));
        spec.commandLine().getOut().println(
                "✓ " + (no ? "no-go" : "go") + (of.isEmpty() ? " for all who had not answered" : " for " + of));
        return ExitCodes.HELD;
    }
}
