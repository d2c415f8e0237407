package io.gameday.report.batch;

import io.gameday.journal.Verdict;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with runs as GitHub's workflow commands, one line each, which it shows at the experiment's file.
/// Source of the format: GitHub Docs, "Workflow commands for GitHub Actions".
public final class Annotations {

    private Annotations() {
    }

    /// An error for what is known to be wrong, a warning for what is not known, nothing for what held.
    public static List<String> of(List<BatchRun> runs) {
        return runs.stream().filter(run -> !run.held()).flatMap(run -> of(run).stream()).toList();
    }

    private static List<String> of(BatchRun run) {
        List<String> lines = new ArrayList<>();
        Trials trials = run.trials();
        if (trials != null) {
            trials.lines().stream().filter(line -> line.verdict() != Verdict.HELD)
                    .map(line -> line(line.verdict() == Verdict.BROKEN ? "error" : "warning", run,
                            line.text() + ": " + line.why()))
                    .forEach(lines::add);
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        lines.add(line(run.unknown() ? "warning" : "error", run, why(run)));
        run.missed().stream().map(p -> line(p.verdict() == Verdict.BROKEN ? "error" : "warning", run, BatchRun.line(p)))
                .forEach(lines::add);
        return lines;
    }

    private static String why(BatchRun run) {
        String why = run.card() == null ? run.why() : run.card().outcome().reason();
        return why.isEmpty() ? run.word() : why;
    }

    private static String line(String level, BatchRun run, String message) {
        return "::" + level + " file=" + property(run.file()) + ",title=" + property(run.name() + ": " + run.word())
                + "::" + data(message);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
