package io.gameday.cli;

import io.gameday.journal.JournalFormat;
import io.gameday.yaml.Problem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check", description = "Check experiment files and tell everything that is wrong, with line and "
        + "column. Touches nothing else.", footer = {"", "Examples:", "  gameday check mine.yaml",
                "  gameday check experiments/*.yaml --json",
                "  gameday check template.json        a template of AWS FIS", "",
                "Of a system of your own (app: http) it also prints the plan with its hash, for: gameday run FILE "
                        + "--unleashed HASH"}, mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or names from `gameday list`.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "The problems as a JSON list, empty when there are none.")
    private boolean json;

    @Override
    public Integer call() {
        Catalog catalog = new Catalog(Home.folder());
        var out = spec.commandLine().getOut();
        List<Problem> all = new ArrayList<>();
        for (String file : files) {
            List<Problem> problems = problems(catalog, file, out);
            all.addAll(problems);
            if (!json) {
                problems.forEach(out::println);
            }
        }
        if (json) {
            out.println(JournalFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } else if (!all.isEmpty()) {
            out.println(all.size() + (all.size() == 1 ? " problem" : " problems"));
        }
        return all.isEmpty() ? ExitCodes.HELD : ExitCodes.USAGE;
    }

    private static void plan(String run, OwnPlan plan, PrintWriter out) {
        plan.lines().forEach(out::println);
        out.println("  plan        " + plan.hash());
        out.println("  run it: " + run + "   without the faults");
        out.println("          " + run + " --unleashed " + plan.hash() + "   with them");
    }

    /// A file that cannot be read is one problem more, so that the others are told all the same.
    private List<Problem> problems(Catalog catalog, String file, PrintWriter out) {
        try {
            Catalog.Found found = catalog.find(file);
            if (!json) {
                found.told().forEach(line -> out.println("  " + line));
                found.reading().experiment().ifPresent(experiment -> {
                    out.println("✓ " + file + ": " + experiment.title());
                    TeamOptions.needs(experiment.graded()).forEach(need -> out.println("  " + need));
                    if (experiment.system().own() != null) {
                        plan("gameday run " + file + TeamOptions.options(experiment.graded()), OwnPlan.of(experiment),
                                out);
                    }
                });
            }
            return found.reading().problems();
        } catch (Refused unreadable) {
            return List.of(new Problem(file, 1, 1, String.valueOf(unreadable.getMessage())));
        }
    }
}
