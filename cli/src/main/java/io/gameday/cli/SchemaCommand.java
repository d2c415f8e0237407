package io.gameday.cli;

import io.gameday.experiment.ExperimentSchema;
import io.gameday.report.export.CoeJson;
import io.gameday.report.words.CoeFileSchema;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "schema", description = "Print a JSON Schema, for editors: of experiment files, or "
        + "of another file.", footer = {"",
                "Put this on a file's first line, with the path to what this command prints:",
                "  # yaml-language-server: $schema=experiment.schema.json"}, mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    private static final Map<String, Supplier<String>> FILES = new TreeMap<>(
            Map.of("experiment", ExperimentSchema::json, "coe", CoeFileSchema::json, "coe-document", CoeJson::schema));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--of", paramLabel = "FILE", description = "experiment; coe: what people write in coe.yaml; "
            + "coe-document: coe.json. Default: ${DEFAULT-VALUE}.", defaultValue = "experiment")
    private String of = "experiment";

    @Override
    public Integer call() {
        Supplier<String> schema = FILES.get(of);
        if (schema == null) {
            throw new Refused(ExitCodes.USAGE, "--of is '" + of + "'; allowed: " + String.join(", ", FILES.keySet()));
        }
        spec.commandLine().getOut().print(schema.get());
        spec.commandLine().getOut().flush();
        return ExitCodes.HELD;
    }
}
