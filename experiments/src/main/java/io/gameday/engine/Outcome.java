package io.gameday.engine;

import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.observability.Share;
import io.gameday.target.Traffic;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Gathers what bears on the exit code. When several apply, the worst counts: a fault not proven gone, then Gameday's
/// own failure, stopped, broken, unknown, held.
final class Outcome {

    private @Nullable String failed;
    private @Nullable String stopped;
    private @Nullable String notStarted;
    private @Nullable String broken;
    private @Nullable String unknown;
    private ExitCode exitCode = ExitCode.UNKNOWN;

    void failed(String why) {
        failed = failed == null ? why : failed;
    }

    void stopped(String why) {
        stopped = stopped == null ? why : stopped;
    }

    void notStarted(String why) {
        notStarted = notStarted == null ? why : notStarted;
    }

    void broken(String why) {
        broken = broken == null ? why : broken;
    }

    void unknown(String why) {
        unknown = unknown == null ? why : unknown;
    }

    boolean stopping() {
        return stopped != null;
    }

    void readBack(Traffic.ReadBack read) {
        long lost = read.lost().values().stream().mapToLong(List::size).sum();
        if (lost > 0) {
            broken(Share.count(lost) + " of " + Share.count(read.acknowledged()) + " acknowledged orders are lost, of "
                    + String.join(", ", read.lost().keySet().stream().sorted().toList()));
        }
        long unanswered = read.unknown().values().stream().mapToLong(List::size).sum();
        if (unanswered > 0) {
            unknown(Share.count(unanswered) + " of " + Share.count(read.acknowledged())
                    + " acknowledged orders could not be asked about");
        }
    }

    String whyUndecided() {
        return stopped != null ? stopped : notStarted != null ? notStarted : "the run ended before it was decided";
    }

    ExitCode exitCode() {
        return exitCode;
    }

    Event.RunEnded conclude(Predictions predictions, List<FaultRun> faults) {
        List<FaultRun> notGone = faults.stream()
                .filter(f -> f.state() != FaultRun.State.PLANNED && f.state() != FaultRun.State.GONE).toList();
        long brokenPredictions = predictions.count(Verdict.BROKEN);
        long unknownPredictions = predictions.count(Verdict.UNKNOWN);
        String tally = String.format(Locale.ROOT, "%d of %d predictions held, %d broken, %d unknown",
                predictions.count(Verdict.HELD), predictions.size(), brokenPredictions, unknownPredictions);
        String reason;
        if (!notGone.isEmpty()) {
            exitCode = ExitCode.FAULT_NOT_GONE;
            reason = notGone.getFirst().step().fault().kind() + " (" + notGone.getFirst().id()
                    + ") is not confirmed gone. Clear it with: gameday recover";
        } else if (failed != null) {
            exitCode = ExitCode.FAILED;
            reason = "Gameday failed: " + failed;
        } else if (stopped != null) {
            exitCode = ExitCode.STOPPED;
            reason = stopped;
        } else if (notStarted != null) {
            exitCode = ExitCode.NOT_STARTED;
            reason = notStarted;
        } else if (broken != null || brokenPredictions > 0) {
            exitCode = ExitCode.BROKEN;
            reason = tally + ". Broken: " + named(broken, predictions, Verdict.BROKEN);
        } else if (unknown != null || unknownPredictions > 0 || predictions.size() == 0) {
            exitCode = ExitCode.UNKNOWN;
            reason = tally + ". Unknown: " + named(unknown, predictions, Verdict.UNKNOWN);
        } else {
            exitCode = ExitCode.HELD;
            reason = tally;
        }
        return new Event.RunEnded(exitCode.code(), verdict(brokenPredictions), reason);
    }

    /// The first by name, the others by number: none may look like the only one.
    private static String named(@Nullable String first, Predictions predictions, Verdict verdict) {
        long more = predictions.count(verdict) - (first == null ? 1 : 0);
        return (first != null ? first : predictions.first(verdict).orElse("nothing was predicted"))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private Verdict verdict(long brokenPredictions) {
        return switch (exitCode) {
            case HELD -> Verdict.HELD;
            case BROKEN -> Verdict.BROKEN;
            case FAILED, USAGE, UNKNOWN, NOT_STARTED, STOPPED, FAULT_NOT_GONE ->
                brokenPredictions > 0 || broken != null ? Verdict.BROKEN : Verdict.UNKNOWN;
        };
    }
}
