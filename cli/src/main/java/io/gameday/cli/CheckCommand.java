package io.gameday.cli;

import io.gameday.journal.JournalFormat;
import io.gameday.yaml.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check", description = "Check experiment files and tell everything that is wrong, with line and "
        + "column. Touches nothing else.", footer = {"", "Examples:", "  gameday check mine.yaml",
                "  gameday check experiments/*.yaml --json",
                "  gameday check template.json        a template of AWS FIS, or an experiment of Chaos Toolkit",
                "  gameday check mine.yaml --on aws   what each step would be there, and who ends it", "",
                "Of a system of your own (app: http) it also prints the plan with its hash, for: gameday run FILE "
                        + "--unleashed HASH"}, mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or names from `gameday list`.")
    private List<String> files = List.of();

    /// Where an experiment is to be possible.
    enum On {
        local, aws
    }

    @Option(names = "--on", description = "local: as the file says. aws: also what each step would be on AWS, by FIS; no "
            + "account is asked. ${DEFAULT-VALUE} unless given.", defaultValue = "local")
    private On on = On.local;

    @Option(names = "--templates", paramLabel = "DIR", description = "For --on aws: write the faults of each file there as "
            + "a template of FIS.")
    private @Nullable Path templates;

    @Option(names = "--json", description = "The problems as a JSON list, empty when there are none.")
    private boolean json;

    @Override
    public Integer call() {
        if (templates != null && on != On.aws) {
            throw new Refused(ExitCodes.USAGE, "--templates is for --on aws; give that as well, or leave it out");
        }
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

    private List<Problem> onAws(Catalog.Found found, String file, PrintWriter out) {
        FisOutward.Said said = new FisOutward(templates).of(found, file);
        if (!json) {
            said.lines().forEach(line -> out.println("  " + line));
        }
        return said.problems();
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
            Catalog.Found read = catalog.find(file);
            Catalog.Found found = read.reading().experiment().isPresent() ? read.on(on.name()) : read;
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
            return found.reading().experiment().isPresent() && on == On.aws
                    ? onAws(found, file, out)
                    : found.reading().problems();
        } catch (Refused unreadable) {
            return List.of(new Problem(file, 1, 1, String.valueOf(unreadable.getMessage())));
        }
    }
}
