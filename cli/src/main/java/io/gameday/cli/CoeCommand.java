package io.gameday.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `gameday coe`, the command that holds what is done with a correction of errors that no run begins.
@Command(name = "coe", description = "Begin a correction of errors (COE) without an experiment: of an incident that "
        + "happened, a gap in procedure, a misuse nobody foresaw, a near miss.", footer = {"", "Example:",
                "  gameday coe new --from 2026-11-21T14:00:00Z --to 2026-11-21T15:00:00Z \\",
                "      --notes chat.txt"}, mixinStandardHelpOptions = true, subcommands = CoeNewCommand.class)
final class CoeCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "gameday coe needs a command; allowed: new");
    }
}
