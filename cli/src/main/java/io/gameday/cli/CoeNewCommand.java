package io.gameday.cli;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.cli.view.IncidentScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.engine.ExitCode;
import io.gameday.experiment.GradeFile;
import io.gameday.experiment.Objective;
import io.gameday.journal.Entry;
import io.gameday.journal.RunFolder;
import io.gameday.report.AtomicFile;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import io.gameday.report.incident.Incident;
import io.gameday.report.incident.IncidentJournal;
import io.gameday.report.incident.PastedNotes;
import io.gameday.report.lint.Lexicon;
import io.gameday.report.words.CoeFile.Trigger;
import io.gameday.report.words.CoeFileReader;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.SourceFailure;
import io.gameday.yaml.NearestWord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "new", description = "Make a COE of an incident that nobody planned: journal, figures, timeline and documents "
        + "from your own tools and from pasted notes, and a blank coe.yaml for people. Only reads; injects nothing.", footer = {
                "", "Examples:", "  gameday coe new grade.yaml --from 2026-11-21T14:00:00Z \\",
                "      --to 2026-11-21T15:00:00Z --prometheus http://localhost:9090 \\",
                "      --alertmanager http://localhost:9093 --notes chat.txt --zone Europe/Berlin",
                "  gameday coe new --from … --to … --trigger procedural-gap --title 'No test of a restore'", "",
                "Times, tools, tokens and FILE are those of gameday grade: see docs/incident.md.", "",
                "Exit codes: 0 made · 1 Gameday failed · 2 wrong usage, or a source refused",
                "  the question · 4 made, without what a source that was away knows"}, mixinStandardHelpOptions = true)
final class CoeNewCommand implements Callable<Integer> {

    /// Why there may be a COE without a game day.
    private static final List<String> TRIGGERS = Stream
            .of(Trigger.CUSTOMER_IMPACT, Trigger.PROCEDURAL_GAP, Trigger.MISUSE_CASE, Trigger.NEAR_MISS)
            .map(CoeFileReader::word).toList();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private IncidentOptions asked = new IncidentOptions();

    @Option(names = "--requests", paramLabel = "QUERY", description = "Requests per second in all, as one series: with "
            + "it and a share of useful answers the COE says how many failed, of how many.")
    private @Nullable String requests;

    @Option(names = "--title", paramLabel = "T", description = "Of the incident; instead of the file's.")
    private @Nullable String title;

    @Option(names = "--trigger", paramLabel = "WHY", description = "Why there is a COE: customer-impact, "
            + "procedural-gap, misuse-case, near-miss. customer-impact where the metric shows it, else for people to "
            + "say, unless given.")
    private @Nullable String trigger;

    @Option(names = "--notes", paramLabel = "FILE", description = "Notes with times, as pasted from a chat; - reads them "
            + "from standard input. Names and mail addresses are left out.")
    private @Nullable String notes;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC", description = "Of times in the notes that have "
            + "none, such as Europe/Berlin; ${DEFAULT-VALUE} unless given.")
    private String zone = "UTC";

    @Option(names = "--runs", paramLabel = "FOLDER", defaultValue = "runs", description = "Where the folder of the incident is "
            + "made; ${DEFAULT-VALUE} unless given.")
    private Path runs = Path.of("runs");

    @Override
    public Integer call() throws IOException {
        Trigger why = trigger();
        GradeFile wanted = asked.wanted();
        asked.oneSource(true);
        asked.onePager();
        Period period = asked.period();
        Objective objective = objective(wanted);
        PastedNotes pasted = pasted(period);
        Incident incident = read(wanted, objective, period, pasted);
        RunFolder folder = folder(period);
        List<Entry> entries = IncidentJournal.of(incident, folder.run());
        AtomicFile.write(folder.journal(), IncidentJournal.text(entries).getBytes(StandardCharsets.UTF_8));
        boolean hurt = RunReport.document(folder.path()).scorecard().customersAffected();
        Trigger begun = why == null && hurt ? Trigger.CUSTOMER_IMPACT : why;
        if (begun != null) {
            RunReport.begin(folder.path(), begun);
        }
        Reports reports = RunReport.write(folder.path(), StateFolder.current()::ledger, Instant.now());
        new IncidentScreen(incident, reports, folder.path())
                .render(Terminal.ofOutput(System.getProperties(), System.getenv()))
                .forEach(spec.commandLine().getOut()::println);
        reports.problems().forEach(problem -> spec.commandLine().getErr()
                .println("gameday: " + problem.file() + " could not be made: " + problem.reason()));
        return !reports.problems().isEmpty()
                ? ExitCodes.FAILED
                : incident.away().isEmpty() ? ExitCodes.HELD : ExitCode.UNKNOWN.code();
    }

    private @Nullable Trigger trigger() {
        String word = trigger;
        if (word == null) {
            return null;
        }
        if (!TRIGGERS.contains(word)) {
            throw new Refused(ExitCodes.USAGE,
                    "--trigger is '" + word + "'"
                            + NearestWord.to(word, TRIGGERS).map(near -> "; did you mean '" + near + "'?").orElse("")
                            + "; allowed: " + String.join(", ", TRIGGERS));
        }
        return Stream.of(Trigger.values()).filter(each -> CoeFileReader.word(each).equals(word)).findFirst()
                .orElseThrow();
    }

    /// Null where nobody asks what customers felt.
    private @Nullable Objective objective(GradeFile wanted) {
        boolean query = !asked.query(wanted).isBlank();
        Objective objective = asked.objective(wanted);
        if (query && !asked.monitored()) {
            throw new Refused(ExitCodes.USAGE, "there is a query of what customers felt, and no tool to ask it; give "
                    + "--prometheus URL or --cloudwatch[=REGION]");
        }
        if (query && objective == null) {
            throw new Refused(ExitCodes.USAGE, "nothing says what customers are to have; give --objective '99.9 %', or "
                    + "the field 'objective' or 'atMost' in a file");
        }
        if (!query && objective != null) {
            throw new Refused(ExitCodes.USAGE, "there is an objective, and nothing says what customers felt; give "
                    + "--customers QUERY, or the field 'customers' in a file");
        }
        if (requests != null && !(query && objective instanceof Objective.AtLeast)) {
            throw new Refused(ExitCodes.USAGE,
                    "--requests counts what failed by a share of useful answers; give it with "
                            + "--customers QUERY and --objective PERCENT");
        }
        if (!wanted.alarms().isEmpty() && !asked.monitored()) {
            throw new Refused(ExitCodes.USAGE, "the file names alarms, and no tool says whether they rang; give "
                    + "--prometheus URL or --cloudwatch[=REGION]");
        }
        if (asked.tools().alertmanager() != null && asked.tools().prometheus() == null) {
            throw new Refused(ExitCodes.USAGE,
                    "--alertmanager is given without --prometheus; who was told is worked out "
                            + "from both. Give both, or neither");
        }
        return query ? objective : null;
    }

    private PastedNotes pasted(Period period) throws IOException {
        if (notes == null) {
            return PastedNotes.NONE;
        }
        String shown = notes.equals("-") ? "standard input" : notes;
        Lexicon roles = Lexicon.read(null).lexicon().orElseThrow();
        return PastedNotes.read(shown, text(notes, shown), period, zone(), roles::role);
    }

    private static String text(String from, String shown) throws IOException {
        try {
            byte[] bytes = from.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(from));
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (NoSuchFileException none) {
            throw new Refused(ExitCodes.USAGE, "--notes is " + shown + ", and there is no such file");
        } catch (CharacterCodingException other) {
            throw new Refused(ExitCodes.USAGE, "--notes is " + shown + ", which is not text in UTF-8");
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException none) {
            throw new Refused(ExitCodes.USAGE,
                    "--zone is '" + zone + "'; allowed: a zone such as UTC, Europe/Berlin or +09:00");
        }
    }

    private Incident read(GradeFile wanted, @Nullable Objective objective, Period period, PastedNotes pasted) {
        String query = asked.query(wanted);
        Duration step = Duration.ofSeconds(asked.step());
        String holds = asked.tools().prometheus() != null
                ? "Prometheus"
                : asked.tools().cloudwatch() != null ? "CloudWatch" : null;
        String pager = pager();
        available(period);
        try (IncidentReading reading = asked.reading()) {
            IncidentReading.Gathered told = reading.gather(period, step, query, requests, holds, pager);
            Incident.Metric metric = objective == null || holds == null
                    ? null
                    : new Incident.Metric(holds, query, requests, objective, step,
                            possible(told.customers(), objective), told.requests());
            return new Incident(title == null ? wanted.title() : title,
                    new Gameday.Version().getVersion()[0].replaceFirst("^gameday ", ""), period, metric, holds,
                    told.alarms(), pager, told.pages(), wanted.alarms(), pasted, notes == null ? "" : notes,
                    told.away(), told.limits());
        } catch (SourceFailure refused) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(refused.getMessage()));
        }
    }

    private @Nullable String pager() {
        if (asked.tools().pagerduty() != null) {
            return "PagerDuty";
        }
        if (asked.tools().alertmanager() != null || asked.pagesAlone()) {
            return "Alertmanager";
        }
        // Not the same name as for its alarms: one may be away without the other.
        return asked.tools().cloudwatch() != null ? "CloudWatch’s actions" : null;
    }

    /// Values of another metric would make an impact of nothing.
    private static @Nullable Series possible(@Nullable Series customers, Objective objective) {
        if (customers != null) {
            customers.samples().stream().filter(sample -> !objective.possible(sample.value())).findFirst()
                    .ifPresent(sample -> {
                        throw new Refused(ExitCodes.USAGE,
                                "the customers' metric is " + sample.value() + " at " + sample.at()
                                        + "; allowed with an objective in %: 0 to 1. Divide it by 100, or give "
                                        + "'atMost' in a file");
                    });
        }
        return customers;
    }

    /// Asked before the tools are, so that nobody waits for an answer that is not written then.
    private void available(Period period) {
        Path path = RunFolder.ofIncident(runs, period.from());
        if (Files.exists(path)) {
            throw new Refused(ExitCodes.USAGE,
                    path + " is there already, and nothing overwrites it. Make its documents "
                            + "anew with: gameday report " + path
                            + ". To read it again give another place with --runs FOLDER");
        }
    }

    private RunFolder folder(Period period) {
        try {
            return RunFolder.createIncident(runs, period.from());
        } catch (FileAlreadyExistsException meanwhile) {
            throw new Refused(ExitCodes.USAGE, meanwhile.getFile() + " was made by somebody else meanwhile");
        }
    }
}
