package io.gameday.cli;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.journal.JournalFailure;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "report", description = "Make the documents of a run from its journal: also of a run that was killed, "
        + "marked as interrupted. The same journal gives the same documents.", footer = {"", "Example:",
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
            reports.notes().forEach(
                    note -> spec.commandLine().getErr().println("gameday: " + note.file() + ": " + note.text()));
            return reports.problems().isEmpty() ? ExitCodes.HELD : ExitCodes.FAILED;
        } catch (JournalFailure e) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
