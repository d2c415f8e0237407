package io.gameday.cli;

import io.gameday.engine.ExitCode;
import io.gameday.experiment.GradeFile;
import io.gameday.experiment.GradeFileReader;
import io.gameday.experiment.Objective;
import io.gameday.signal.Period;
import io.gameday.signal.webhook.HeardPages;
import io.gameday.signal.webhook.WebhookLog;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which incident of a team's own, and where it is read: for `grade` and for `coe new`. Whatever is wrong is told before
/// anything is asked.
final class IncidentOptions {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration COARSEST = Duration.ofMinutes(5);
    /// Values of one series. More would be hours of evaluating for the server.
    private static final long MOST_SAMPLES = 200_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

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

    ToolOptions tools() {
        return tools;
    }

    /// Whether a log of pages is asked that knows them by itself.
    boolean pagesAlone() {
        return tools.pagerduty() != null || alertmanagerLog != null;
    }

    boolean monitored() {
        return tools.prometheus() != null || tools.cloudwatch() != null;
    }

    /// @throws Refused when the file cannot be read
    GradeFile wanted() throws IOException {
        return file == null ? GradeFile.NOTHING : read(file);
    }

    /// Empty when nothing says what customers felt.
    String query(GradeFile wanted) {
        return customers == null ? wanted.customers() : customers;
    }

    /// @throws Refused when the objective on the command line is none
    @Nullable
    Objective objective(GradeFile wanted) {
        String given = objective;
        return given == null
                ? wanted.objective()
                : GradeFileReader.objective(given).orElseThrow(() -> new Refused(ExitCodes.USAGE,
                        "--objective is '" + given + "'; allowed: 0 % to 100 %, such as '99.9 %'"));
    }

    /// @throws Refused when who was told is asked twice
    void onePager() {
        if (Stream.of(tools.alertmanager(), alertmanagerLog, tools.pagerduty()).filter(Objects::nonNull).count() > 1) {
            throw new Refused(ExitCodes.USAGE,
                    "of --alertmanager, --alertmanager-log and --pagerduty more than one is "
                            + "given; one of them says who was told. If Alertmanager pages by PagerDuty, keep "
                            + "--pagerduty: it knows who answered");
        }
    }

    /// @param mayBeNone whether it goes without what holds alarms and metrics
    void oneSource(boolean mayBeNone) {
        boolean none = tools.prometheus() == null;
        if (none == (tools.cloudwatch() == null) && !(none && mayBeNone)) {
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

    /// Seconds between two values.
    int step() {
        return step == null ? tools.cloudwatch() == null ? 15 : 60 : step;
    }

    Period period() {
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

    IncidentReading reading() {
        try {
            return new IncidentReading(monitoring(), tools.pagerduty(), heard(), LIMIT, InstantSource.system(),
                    System.getenv());
        } catch (IllegalArgumentException address) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(address.getMessage()));
        }
    }

    private @Nullable Monitoring monitoring() {
        Monitoring prometheus = tools.inPrometheus(LIMIT, InstantSource.system(), System.getenv());
        return prometheus == null && tools.cloudwatch() != null
                ? tools.inCloudWatch(LIMIT, InstantSource.system())
                : prometheus;
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
}
