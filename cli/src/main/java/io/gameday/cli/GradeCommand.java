package io.gameday.cli;

import io.gameday.cli.view.GradeScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.engine.ExitCode;
import io.gameday.experiment.GradeFile;
import io.gameday.experiment.Objective;
import io.gameday.report.AtomicFile;
import io.gameday.report.grade.Evidence;
import io.gameday.report.grade.Grade;
import io.gameday.report.grade.GradeJson;
import io.gameday.report.grade.Grading;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private IncidentOptions incident = new IncidentOptions();

    @Option(names = "--json", description = "The grade as JSON on stdout.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the grade there too, as JSON.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        GradeFile wanted = incident.wanted();
        incident.oneSource(false);
        Period period = incident.period();
        Objective least = incident.objective(wanted);
        if (least == null) {
            throw new Refused(ExitCodes.USAGE, "nothing says what customers are to have; give --objective '99.9 %', or "
                    + "the field 'objective' or 'atMost' in a file");
        }
        String query = incident.query(wanted);
        if (query.isBlank()) {
            throw new Refused(ExitCodes.USAGE, "nothing says what customers felt; give --customers QUERY, or the field "
                    + "'customers' in a file");
        }
        incident.onePager();
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
        try (IncidentReading reading = incident.reading()) {
            Evidence evidence = reading.read(period, Duration.ofSeconds(incident.step()), query, wanted.alarms());
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

    private static void writable(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refused(ExitCodes.USAGE, "--out is " + out + ", and there is no folder " + folder);
        }
    }
}
