package io.gameday.cli;

import io.gameday.cli.view.GradeScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.engine.ExitCode;
import io.gameday.experiment.GradeFile;
import io.gameday.experiment.GradeFileReader;
import io.gameday.experiment.Objective;
import io.gameday.report.AtomicFile;
import io.gameday.report.grade.Evidence;
import io.gameday.report.grade.Grade;
import io.gameday.report.grade.GradeJson;
import io.gameday.report.grade.Grading;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.webhook.HeardPages;
import io.gameday.signal.webhook.WebhookLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "grade", description = "Grade the alarms and pages of a past incident of your own: what customers felt, "
        + "what told first, what stayed silent, who was woken rightly and wrongly, how long you flew blind. Only "
        + "reads; injects nothing and needs no agent.", footer = {"", "Examples:",
                "  gameday grade grade.yaml --from 2026-11-21T14:00:00Z \\",
                "      --to 2026-11-21T15:00:00Z --prometheus http://localhost:9090 \\",
                "      --alertmanager http://localhost:9093",
                "  gameday grade --customers 'sum(rate(ok[1m])) / sum(rate(all[1m]))' \\",
                "      --objective '99.9 %%' --from … --to … --prometheus … --pagerduty",
                "  gameday grade grade.yaml --from … --to … --cloudwatch=eu-west-1", "",
                "Tokens come from the environment: GAMEDAY_PROMETHEUS_TOKEN and",
                "GAMEDAY_ALERTMANAGER_TOKEN (sent as Bearer), GAMEDAY_PAGERDUTY_TOKEN; AWS's",
                "credentials from where its own tools find them (AWS_PROFILE and the like).", "",
                "Exit codes: 0 as predicted · 1 Gameday failed · 2 wrong usage, or a source",
                "  refused the question · 3 not as predicted · 4 not known: a source was away, or",
                "  what it said judges nothing"}, mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration COARSEST = Duration.ofMinutes(5);
    /// Values of one series. More would be hours of evaluating for the server.
    private static final long MOST_SAMPLES = 200_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Which alarms had to ring, by when, and which team "
            + "had to be told: see docs/grade.md.")
    private @Nullable Path file;

    @Option(names = "--from", paramLabel = "INSTANT", required = true, description = "Some minutes before the incident, such as "
            + "2026-11-21T14:00:00Z.")
    private String from = "";

    @Option(names = "--to", paramLabel = "INSTANT", required = true, description = "Some minutes after it.")
    private String to = "";

    @Mixin
    private ToolOptions tools = new ToolOptions();

    @Option(names = "--alertmanager-log", paramLabel = "FILE", description = "What `gameday listen` kept of Alertmanager's "
            + "webhooks, instead of working it out from routes.")
    private @Nullable Path alertmanagerLog;

    @Option(names = "--customers", paramLabel = "QUERY", description = "What customers felt, as one series: PromQL, or "
            + "for CloudWatch metric data queries as JSON or a metric-math expression; instead of the file's.")
    private @Nullable String customers;

    @Option(names = "--objective", paramLabel = "PERCENT", description = "What they are to have at least; instead of the "
            + "file's.")
    private @Nullable String objective;

    @Option(names = "--step", paramLabel = "SECONDS", description = "How finely it is looked at; 15 unless given, 60 "
            + "with CloudWatch.")
    private @Nullable Integer step;

    @Option(names = "--json", description = "The grade as JSON on stdout.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the grade there too, as JSON.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        GradeFile wanted = file == null ? GradeFile.NOTHING : read(file);
        oneSource();
        Period period = period();
        Objective least = objective(wanted);
        String query = customers == null ? wanted.customers() : customers;
        if (query.isBlank()) {
            throw new Refused(ExitCodes.USAGE, "nothing says what customers felt; give --customers QUERY, or the field "
                    + "'customers' in a file");
        }
        if (Stream.of(tools.alertmanager(), alertmanagerLog, tools.pagerduty()).filter(Objects::nonNull).count() > 1) {
            throw new Refused(ExitCodes.USAGE,
                    "of --alertmanager, --alertmanager-log and --pagerduty more than one is "
                            + "given; one of them says who was told. If Alertmanager pages by PagerDuty, keep "
                            + "--pagerduty: it knows who answered");
        }
        if (out != null) {
            writable(out);
        }
        Grade grade = grade(wanted, least, query, period);
        if (out != null) {
            AtomicFile.write(out, GradeJson.write(grade).getBytes(StandardCharsets.UTF_8));
        }
        var lines = spec.commandLine().getOut();
        if (json) {
            lines.print(GradeJson.write(grade));
            lines.flush();
        } else {
            new GradeScreen(grade).render(Terminal.ofOutput(System.getProperties(), System.getenv()))
                    .forEach(lines::println);
        }
        return GradeScreen.exitCode(grade.verdict()).code();
    }

    private Grade grade(GradeFile wanted, Objective least, String query, Period period) {
        try (IncidentReading reading = reading()) {
            Evidence evidence = reading.read(period, Duration.ofSeconds(step()), query, wanted.alarms());
            return Grading.of(wanted.title(), least, wanted.alarms(), evidence);
        } catch (SourceFailure failed) {
            throw new Refused(switch (failed.whose()) {
                case QUESTION -> ExitCodes.USAGE;
                case SOURCE -> ExitCode.UNKNOWN.code();
            }, failed.getMessage() + switch (failed.whose()) {
                case QUESTION -> "";
                case SOURCE -> ". Without it nothing can be graded";
            });
        }
    }

    private @Nullable HeardPages heard() {
        if (alertmanagerLog == null) {
            return null;
        }
        try {
            HeardPages heard = new HeardPages(
                    List.of("who was told is what Alertmanager sent to `gameday listen`: what "
                            + "went out while nobody listened, or to receivers without that webhook, is not known, nor who answered"));
            WebhookLog.read(alertmanagerLog).forEach(heard::add);
            if (heard.nothing()) {
                throw new Refused(ExitCode.UNKNOWN.code(),
                        alertmanagerLog + " holds no webhook, so who was told is not "
                                + "known; is `gameday listen` among the webhook_configs of Alertmanager's receivers?");
            }
            return heard;
        } catch (NoSuchFileException none) {
            throw new Refused(ExitCodes.USAGE, "--alertmanager-log is " + alertmanagerLog
                    + ", and there is no such file; gameday listen writes one");
        } catch (IOException unreadable) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(unreadable.getMessage()));
        }
    }

    private IncidentReading reading() {
        try {
            return new IncidentReading(monitoring(), tools.pagerduty(), heard(), LIMIT, InstantSource.system(),
                    System.getenv());
        } catch (IllegalArgumentException address) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(address.getMessage()));
        }
    }

    private Monitoring monitoring() {
        Monitoring prometheus = tools.inPrometheus(LIMIT, InstantSource.system(), System.getenv());
        return prometheus == null ? tools.inCloudWatch(LIMIT, InstantSource.system()) : prometheus;
    }

    private void oneSource() {
        boolean none = tools.prometheus() == null;
        if (none == (tools.cloudwatch() == null)) {
            throw new Refused(ExitCodes.USAGE,
                    (none ? "neither" : "both") + " --prometheus URL " + (none ? "nor" : "and")
                            + " --cloudwatch[=REGION] is given; allowed: one of "
                            + "them says where alarms and the customers' metric are read");
        }
        if (tools.cloudwatch() != null && tools.alertmanager() != null) {
            throw new Refused(ExitCodes.USAGE,
                    "--alertmanager is given with --cloudwatch; Alertmanager's routes go with "
                            + "--prometheus. CloudWatch's own history says which topics were told");
        }
        tools.check();
    }

    private int step() {
        return step == null ? tools.cloudwatch() == null ? 15 : 60 : step;
    }

    private static GradeFile read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException none) {
            throw new Refused(ExitCodes.USAGE, "there is no file " + file + "; docs/grade.md has one to begin with");
        }
        GradeFileReader.Reading reading = GradeFileReader.read(file.toString(), text);
        return reading.grade().orElseThrow(() -> new Refused(ExitCodes.USAGE,
                String.join("\n", reading.problems().stream().map(Object::toString).toList())));
    }

    private Period period() {
        Instant begin = instant("--from", from);
        Instant end = instant("--to", to);
        if (!begin.isBefore(end)) {
            throw new Refused(ExitCodes.USAGE,
                    "--from is " + from + ", --to is " + to + "; allowed: --from before --to");
        }
        Instant now = Instant.now();
        if (end.isAfter(now)) {
            throw new Refused(ExitCodes.USAGE, "--to is " + to + "; allowed: up to now, " + now);
        }
        if (step() < 1 || step() > COARSEST.toSeconds()) {
            throw new Refused(ExitCodes.USAGE, "--step is " + step() + "; allowed: 1 to " + COARSEST.toSeconds());
        }
        Duration length = Duration.between(begin, end);
        if (length.compareTo(LONGEST) > 0 || length.toSeconds() / step() > MOST_SAMPLES) {
            throw new Refused(ExitCodes.USAGE,
                    "--from to --to is " + length.toHours() + " h at a --step of " + step() + " s; allowed: up to "
                            + LONGEST.toDays() + " days and " + MOST_SAMPLES
                            + " steps. Choose a shorter time around the incident");
        }
        return new Period(begin, end);
    }

    private static Instant instant(String option, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Refused(ExitCodes.USAGE,
                    option + " is '" + text
                            + "'; allowed: a date and time with its zone, such as 2026-11-21T14:00:00Z or "
                            + "2026-11-21T15:00:00+01:00");
        }
    }

    private Objective objective(GradeFile wanted) {
        if (objective != null) {
            String given = objective;
            return GradeFileReader.objective(given).orElseThrow(() -> new Refused(ExitCodes.USAGE,
                    "--objective is '" + given + "'; allowed: 0 % to 100 %, such as '99.9 %'"));
        }
        Objective inFile = wanted.objective();
        if (inFile == null) {
            throw new Refused(ExitCodes.USAGE, "nothing says what customers are to have; give --objective '99.9 %', or "
                    + "the field 'objective' or 'atMost' in a file");
        }
        return inFile;
    }

    private static void writable(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refused(ExitCodes.USAGE, "--out is " + out + ", and there is no folder " + folder);
        }
    }
}
