package io.gameday.cli;

import io.gameday.engine.ExitCode;
import io.gameday.report.batch.Annotations;
import io.gameday.report.batch.BatchRun;
import io.gameday.report.batch.JobSummary;
import io.gameday.report.batch.JunitXml;
import io.gameday.report.batch.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of all runs of one command, for whoever looks at a build: one `junit.xml` and one `summary.md` beside the
/// run folders, and where GitHub Actions runs this, its job summary and annotations.
final class Batch {

    static final String JUNIT = "junit.xml";
    static final String SUMMARY = "summary.md";

    private final List<Catalog.Found> asked;
    private final @Nullable Path artifacts;
    private final Map<String, String> environment;
    private final List<BatchRun> runs = new ArrayList<>();

    /// @param artifacts   folder for everything; null where none is asked for
    /// @param environment GitHub's variables are read from it
    Batch(List<Catalog.Found> asked, @Nullable Path artifacts, Map<String, String> environment) {
        this.asked = asked;
        this.artifacts = artifacts;
        this.environment = environment;
    }

    void played(Catalog.Found found, ExitCode code, Optional<Screens.Finished> finished) {
        runs.add(trial(found, code, finished));
    }

    void notPlayed(Catalog.Found found, ExitCode code, String why) {
        runs.add(new BatchRun(found.experiment().name(), file(found), code.code(), null, null, why));
    }

    /// Played several times. Returns what came of all of them.
    ExitCode repeated(Catalog.Found found, BatchRun control, List<BatchRun> trials, Screens screens) {
        Trials all = new Trials(control, List.copyOf(trials));
        runs.add(BatchRun.of(found.experiment().name(), file(found), all));
        screens.summed(found.experiment().name(), all);
        return ExitCodes.of(all.exitCode());
    }

    /// One of several runs of an experiment.
    static BatchRun trial(Catalog.Found found, ExitCode code, Optional<Screens.Finished> finished) {
        return new BatchRun(found.experiment().name(), file(found), code.code(),
                finished.map(Screens.Finished::folder).orElse(null),
                finished.map(Screens.Finished::scorecard).orElse(null),
                finished.isPresent() ? "" : "it ended before there was anything to report");
    }

    /// Writes it all. Those that nobody came to are in it as not started.
    ///
    /// @throws Refused when a file cannot be written
    void finish(Screens screens) {
        asked.stream().skip(runs.size()).toList()
                .forEach(found -> notPlayed(found, ExitCode.NOT_STARTED, "the runs ended before it began"));
        if (artifacts != null) {
            write(artifacts.resolve(JUNIT), JunitXml.write(runs));
            write(artifacts.resolve(SUMMARY), JobSummary.markdown(runs, artifacts));
            screens.progress("artifacts: " + artifacts);
        }
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            Annotations.of(runs).forEach(screens::command);
            String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
            if (!summary.isEmpty()) {
                append(Path.of(summary), JobSummary.markdown(runs, Path.of("")));
            }
        }
    }

    /// As it is told to people who are where the command was given.
    private static String file(Catalog.Found found) {
        Path here = Path.of("").toAbsolutePath();
        Path file = found.file().toAbsolutePath().normalize();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED, file + " cannot be written: " + e + ". The runs are over; give "
                    + "another place with --artifacts FOLDER next time");
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED,
                    "GITHUB_STEP_SUMMARY is " + file + ", and that cannot be written: " + e);
        }
    }
}
