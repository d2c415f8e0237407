package io.gameday.cli;

import io.gameday.experiment.Experiment;
import io.gameday.journal.JournalFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "List the experiments that are shipped.", footer = {"",
        "Play one:  gameday run az-power-loss"}, mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        Catalog catalog = new Catalog(Home.folder());
        List<Experiment> experiments = catalog.valid(catalog.names()).stream().map(Catalog.Found::experiment).toList();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JournalFormat.mapper().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(experiments.stream().map(ListCommand::record).toList()));
        } else {
            int width = experiments.stream().mapToInt(e -> e.name().length()).max().orElse(0);
            experiments.forEach(e -> out.println(e.name() + " ".repeat(width - e.name().length() + 2) + e.title()));
        }
        return ExitCodes.HELD;
    }

    private static Map<String, Object> record(Experiment e) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", e.name());
        record.put("title", e.title());
        record.put("hypothesis", e.hypothesis());
        record.put(
                "steps", Stream
                        .concat(e.steps().stream().map(step -> step.fault().kind() + " " + step.fault().scope()),
                                e.operations().stream()
                                        .map(step -> step.operation().kind() + " " + step.operation().scope()))
                        .toList());
        return record;
    }
}
