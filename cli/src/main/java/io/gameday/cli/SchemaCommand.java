package io.gameday.cli;

import io.gameday.experiment.ExperimentSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "schema", description = "Print the JSON Schema of experiment files, for editors.", footer = {"",
        "Put this on a file's first line, with the path to what this command prints:",
        "  # yaml-language-server: $schema=experiment.schema.json"}, mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ExperimentSchema.json());
        spec.commandLine().getOut().flush();
        return ExitCodes.HELD;
    }
}
