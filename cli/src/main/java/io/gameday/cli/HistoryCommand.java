package io.gameday.cli;

import io.gameday.cli.view.HistoryScreen;
import io.gameday.cli.view.PastRunsScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.engine.ExitCode;
import io.gameday.report.AtomicFile;
import io.gameday.report.export.HistoryCsv;
import io.gameday.report.export.HistoryJson;
import io.gameday.report.export.HistoryPage;
import io.gameday.report.history.History;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRuns;
import io.gameday.yaml.NearestWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "history", description = "Show the runs of one experiment side by side, before and after a fix: every "
        + "value a dot, with median and quartiles; no mean of fewer than ten. From the run folders alone.", footer = {
                "", "Examples:", "  gameday history                       every experiment, how often",
                "  gameday history az-power-loss", "  gameday history az-power-loss --fixed-at 2026-11-21T14:00:00Z",
                "  gameday history az-power-loss \\",
                "      --fixed-at 2026-11-21T14-01-32Z-az-power-loss   the first after",
                "  gameday history az-power-loss-unscaled az-power-loss --out history.html", "",
                "Exit codes: 0 shown · 1 Gameday failed · 2 wrong usage, or no such run ·",
                "  4 there are runs, and none can be read"}, mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EXPERIMENT", arity = "0..*", description = "One experiment; or two, the one before a fix "
            + "and the one after it. Without: a table of all.")
    private List<String> experiments = List.of();

    @Option(names = "--runs", paramLabel = "FOLDER", defaultValue = "runs", description = "Where the folders of runs "
            + "are; ${DEFAULT-VALUE} unless given.")
    private Path folder = Path.of("runs");

    @Option(names = "--fixed-at", paramLabel = "INSTANT|RUN", description = "Runs from then on are after the fix: an "
            + "instant such as 2026-11-21T14:00:00Z, or the first run with it.")
    private @Nullable String fixedAt;

    @Option(names = "--json", description = "As JSON on stdout, with every run.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there too: a page (.html), a picture (.svg) "
            + "or a table (.csv).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Function<History, String> format = out == null ? null : format(out);
        combination();
        PastRuns runs = runs();
        if (runs.runs().isEmpty() || experiments.isEmpty()) {
            show(HistoryJson.overview(runs), json ? List.of() : new PastRunsScreen(runs).render(folder, terminal()));
            return runs.runs().isEmpty() ? ExitCode.UNKNOWN.code() : ExitCodes.HELD;
        }
        History history = history(runs);
        if (out != null && format != null) {
            AtomicFile.write(out, format.apply(history).getBytes(StandardCharsets.UTF_8));
        }
        show(HistoryJson.write(history), json ? List.of() : new HistoryScreen(history).render(terminal()));
        return ExitCodes.HELD;
    }

    private void combination() {
        if (experiments.size() > 2) {
            throw new Refused(ExitCodes.USAGE, "EXPERIMENT is given " + experiments.size()
                    + " times; allowed: once, or twice for before and after a fix");
        }
        if (fixedAt != null && experiments.size() != 1) {
            throw new Refused(ExitCodes.USAGE,
                    "--fixed-at is given with " + experiments.size() + " experiments; allowed: "
                            + "with one, whose runs it divides. Two experiments are before and after by themselves");
        }
        if (out != null && experiments.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, "--out is given without an experiment; name one, such as "
                    + "`gameday history az-power-loss --out " + out + "`, or take the table of all with --json");
        }
    }

    private static Function<History, String> format(Path out) {
        String name = out.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Function<History, String> format = switch (ending) {
            case "html" -> history -> new HistoryPage(history).html();
            case "svg" -> history -> new HistoryPage(history).svg();
            case "csv" -> HistoryCsv::write;
            default -> throw new Refused(ExitCodes.USAGE,
                    "--out is " + out + "; allowed: a file that ends in .html, .svg or .csv. For JSON: --json");
        };
        Path parent = out.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new Refused(ExitCodes.USAGE, "--out is " + out + ", and there is no folder " + parent);
        }
        return format;
    }

    private PastRuns runs() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refused(ExitCodes.USAGE, "--runs is " + folder + ", and there is no such folder. Folders of runs "
                    + "are made by `gameday run`, in runs/ unless --out was given");
        }
        PastRuns runs = PastRuns.in(folder);
        if (runs.runs().isEmpty() && runs.unread().isEmpty()) {
            throw new Refused(ExitCodes.USAGE, "--runs is " + folder + ", and there is no run in it. Give the folder "
                    + "that holds the run folders, or play one: gameday run az-power-loss --out " + folder);
        }
        return runs;
    }

    private History history(PastRuns runs) {
        experiments.forEach(experiment -> known(experiment, runs));
        if (experiments.size() == 2) {
            if (experiments.getFirst().equals(experiments.getLast())) {
                throw new Refused(ExitCodes.USAGE, "EXPERIMENT is twice " + experiments.getFirst() + "; allowed: two "
                        + "different ones, or one with --fixed-at");
            }
            return History.between(runs, experiments.getFirst(), experiments.getLast());
        }
        String experiment = experiments.getFirst();
        return fixedAt == null
                ? History.of(runs, experiment)
                : History.fixed(runs, experiment, instant(fixedAt, experiment, runs));
    }

    private void known(String experiment, PastRuns runs) {
        List<String> known = runs.experiments();
        if (!known.contains(experiment)) {
            throw new Refused(ExitCodes.USAGE,
                    "there is no run of '" + experiment + "' in " + folder
                            + NearestWord.to(experiment, known).map(word -> "; did you mean '" + word + "'?").orElse("")
                            + "; there are runs of: " + String.join(", ", known));
        }
    }

    /// A run's name may come with the folder before it, as a shell completes it.
    private Instant instant(String text, String experiment, PastRuns runs) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noInstant) {
            String name = text.replaceFirst("/+$", "").replaceFirst("^.*/", "");
            List<PastRun> these = runs.runs().stream().filter(run -> run.experiment().equals(experiment)).toList();
            return these.stream().filter(run -> run.name().equals(name)).map(PastRun::at).findFirst()
                    .orElseThrow(() -> new Refused(ExitCodes.USAGE,
                            "--fixed-at is '" + text + "'; allowed: an instant with its zone, such as "
                                    + "2026-11-21T14:00:00Z, or a run of " + experiment + " in " + folder + ", such as "
                                    + these.getLast().name()));
        }
    }

    private void show(String asJson, List<String> screen) {
        var lines = spec.commandLine().getOut();
        if (json) {
            lines.print(asJson);
            lines.flush();
        } else {
            screen.forEach(lines::println);
        }
    }

    private static Terminal terminal() {
        return Terminal.ofOutput(System.getProperties(), System.getenv());
    }
}
