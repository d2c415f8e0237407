package io.gameday.cli;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.journal.JournalFailure;
import io.gameday.report.Document;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import io.gameday.report.export.Wording;
import io.gameday.report.words.CoeFileReader;
import io.gameday.yaml.NearestWord;
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
                "", "Examples:", "  gameday report runs/2026-11-21T14-01-32Z-az-power-loss",
                "  gameday report runs/2026-11-21T14-01-32Z-az-power-loss --document scorecard   one page of figures",
                "  gameday report runs/2026-11-21T14-01-32Z-az-power-loss --document coe-short   four parts on one page"}, mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run = Path.of(".");

    @Option(names = "--document", paramLabel = "NAME", defaultValue = "coe", description = "Which one. coe: the "
            + "correction of errors, with what programs read beside it. coe-short: its one page, what happened, how "
            + "we responded, why, how to fix. executive-summary: one page for those who do not know the system. "
            + "scorecard: each value beside what was predicted of it. ${DEFAULT-VALUE} unless given.")
    private String document = "coe";

    @Option(names = "--templates", paramLabel = "DIR", description = "A folder of your own whose templates stand in "
            + "for ours, file by file.")
    private @Nullable Path templates;

    @Option(names = "--language", paramLabel = "CODE", description = "Of the documents: en, ja, or another for which "
            + "--templates has phrases, such as phrases-fr.yaml. The one in coe.yaml unless given, and en unless that "
            + "says any.")
    private @Nullable String language;

    @Override
    public Integer call() {
        if (!Files.isDirectory(run)) {
            throw new Refused(ExitCodes.USAGE, "there is no run folder " + run
                    + ". Run folders are made by `gameday run`, in runs/ unless --out was given");
        }
        Document wanted = Document.named(document)
                .orElseThrow(() -> new Refused(ExitCodes.USAGE,
                        "--document is '" + document + "'"
                                + NearestWord.to(document, Document.words())
                                        .map(word -> "; did you mean '" + word + "'?").orElse("")
                                + "; allowed: " + String.join(", ", Document.words())));
        Written.check(templates);
        if (language != null && !Wording.knows(templates, language)) {
            throw new Refused(ExitCodes.USAGE, "--language is '" + language + "'; allowed: " + Wording.allowed());
        }
        try {
            Reports reports = RunReport.write(run, StateFolder.current()::ledger, Instant.now(), templates, wanted,
                    language);
            int code = Written.tell(reports.files(), reports.problems(), reports.notes(), spec.commandLine());
            if (code == ExitCodes.HELD && !reports.unread().isEmpty()) {
                throw new Refused(ExitCodes.USAGE, unread(run, reports));
            }
            return code;
        } catch (JournalFailure e) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /// Why there is no COE, or none that is up to date.
    static String unread(Path run, Reports reports) {
        return reports.unread().stream().map(Problem::toString).collect(Collectors.joining("\n"))
                + "\nThe COE was not made; an earlier one is as it was. Mend " + reports.unread().stream()
                        .map(problem -> place(run, problem.file())).distinct().collect(Collectors.joining(" and "))
                + " and say again: gameday report " + run;
    }

    /// Words of people lie with the run; what else there is, such as phrases, is named as it was found.
    private static String place(Path run, String file) {
        return file.equals(CoeFileReader.FILE) ? run.resolve(file).toString() : file;
    }
}
