package io.gameday.cli;

import io.gameday.experiment.Experiment;
import io.gameday.journal.JournalFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "List the experiments that are shipped, by theme.", footer = {"",
        "Play one:  gameday run az-power-loss", "By tag:    gameday list --tag scale"}, mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag, such as zones, or A5 for a row "
            + "of docs/facts.md.")
    private @Nullable String tag;

    @Override
    public Integer call() {
        Catalog catalog = new Catalog(Home.folder());
        List<Experiment> all = catalog.valid(catalog.names()).stream().map(Catalog.Found::experiment).toList();
        List<Experiment> chosen = all.stream().filter(e -> tag == null || e.tags().contains(tag)).toList();
        if (chosen.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, "no experiment has the tag '" + tag + "'; there are " + all.stream()
                    .flatMap(e -> e.tags().stream()).distinct().sorted().collect(Collectors.joining(", ")));
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JournalFormat.mapper().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(chosen.stream().map(ListCommand::record).toList()));
        } else {
            text(chosen).forEach(out::println);
        }
        return ExitCodes.HELD;
    }

    /// By theme, in the order of the alphabet.
    private static List<String> text(List<Experiment> experiments) {
        int width = experiments.stream().mapToInt(e -> e.name().length()).max().orElse(0);
        Map<String, List<Experiment>> themes = experiments.stream()
                .collect(Collectors.groupingBy(Experiment::theme, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        themes.forEach((theme, ofIt) -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(theme);
            ofIt.forEach(e -> lines.add("  " + e.name() + " ".repeat(width - e.name().length() + 2) + e.title()));
        });
        return lines;
    }

    private static Map<String, Object> record(Experiment e) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", e.name());
        record.put("title", e.title());
        record.put("hypothesis", e.hypothesis());
        record.put("tags", e.tags());
        record.put(
                "steps", Stream
                        .concat(e.steps().stream().map(step -> step.fault().kind() + " " + step.fault().scope()),
                                e.operations().stream()
                                        .map(step -> step.operation().kind() + " " + step.operation().scope()))
                        .toList());
        return record;
    }
}
