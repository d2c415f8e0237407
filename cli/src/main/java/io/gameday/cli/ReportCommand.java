package io.gameday.cli;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.journal.JournalFailure;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import io.gameday.report.words.CoeFileReader;
import io.gameday.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "report", description = "Make the documents of a run from its journal, also of a run that was killed, "
        + "marked as interrupted, and from what people wrote in coe.yaml. The same of both gives the same documents.", footer = {
                "", "Example:",
                "  gameday report runs/2026-11-21T14-01-32Z-az-power-loss"}, mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run = Path.of(".");

    @Option(names = "--templates", paramLabel = "DIR", description = "A folder of your own whose templates stand in "
            + "for ours, file by file.")
    private @Nullable Path templates;

    @Override
    public Integer call() {
        if (!Files.isDirectory(run)) {
            throw new Refused(ExitCodes.USAGE, "there is no run folder " + run
                    + ". Run folders are made by `gameday run`, in runs/ unless --out was given");
        }
        if (templates != null && !Files.isDirectory(templates)) {
            throw new Refused(ExitCodes.USAGE,
                    "--templates is " + templates + ", and there is no such folder. Ours are "
                            + "in coe-templates/; copy those that are to be different, under their names");
        }
        try {
            Reports reports = RunReport.write(run, StateFolder.current()::ledger, Instant.now(), templates);
            var out = spec.commandLine().getOut();
            reports.files().forEach(file -> out.println(file));
            reports.problems().forEach(problem -> spec.commandLine().getErr()
                    .println("gameday: " + problem.file() + " could not be made: " + problem.reason()));
            if (!reports.problems().isEmpty()) {
                return ExitCodes.FAILED;
            }
            if (!reports.unread().isEmpty()) {
                throw new Refused(ExitCodes.USAGE, unread(run, reports));
            }
            return ExitCodes.HELD;
        } catch (JournalFailure e) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /// Why there is no COE, or none that is up to date.
    static String unread(Path run, Reports reports) {
        return reports.unread().stream().map(Problem::toString).collect(Collectors.joining("\n"))
                + "\nThe COE was not made; an earlier one is as it was. Mend " + run.resolve(CoeFileReader.FILE)
                + " and say again: gameday report " + run;
    }
}
