package io.gameday.report.batch;

import io.gameday.journal.Verdict;
import io.gameday.report.scorecard.Scorecard;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One of several experiments that were played one after the other.
///
/// @param name     the experiment's
/// @param file     as it was given
/// @param exitCode 0 to 7, as `gameday run` of it alone would have returned
/// @param folder   of the run; null where none began
/// @param card     null where none began
/// @param why      it was not played, in words; empty where it was
/// @param trials   what it stands for where it was played several times; null for one run
public record BatchRun(String name, String file, int exitCode, @Nullable Path folder, @Nullable Scorecard card,
        String why, @Nullable Trials trials) {

    private static final int NOT_STARTED = 5;

    public BatchRun(String name, String file, int exitCode, @Nullable Path folder, @Nullable Scorecard card,
            String why) {
        this(name, file, exitCode, folder, card, why, null);
    }

    /// All of them as one.
    public static BatchRun of(String name, String file, Trials trials) {
        return new BatchRun(name, file, trials.exitCode(), null, null, trials.why(), trials);
    }

    /// Run folders, the control's first.
    public List<Path> folders() {
        Stream<BatchRun> all = trials == null
                ? Stream.of(this)
                : Stream.concat(Stream.of(trials.control()), trials.runs().stream());
        return all.map(BatchRun::folder).flatMap(Stream::ofNullable).toList();
    }

    /// Predictions that did not hold. Where a run was not started there are none: its reason is that of each.
    List<Scorecard.Prediction> missed() {
        return card == null || exitCode == NOT_STARTED
                ? List.of()
                : card.predictions().stream().filter(p -> p.verdict() != Verdict.HELD).toList();
    }

    /// One of them in a line, without its verdict.
    static String line(Scorecard.Prediction missed) {
        return missed.text() + ": wanted " + missed.wanted() + ", was " + missed.value()
                + (missed.detail().isEmpty() ? "" : "; " + missed.detail());
    }

    public boolean held() {
        return exitCode == 0;
    }

    /// Whether nothing is known, as against something that is known to be wrong.
    public boolean unknown() {
        return exitCode == 4 || exitCode == NOT_STARTED;
    }

    /// What came of it, in a word or two.
    public String word() {
        return switch (exitCode) {
            case 0 -> "held";
            case 1 -> "failed";
            case 2 -> "not valid";
            case 3 -> "broken";
            case 4 -> "unknown";
            case NOT_STARTED -> "not started";
            case 6 -> "stopped";
            case 7 -> "fault not gone";
            default -> throw new IllegalStateException("exit code is " + exitCode + "; there are 0 to 7");
        };
    }

    /// Carries the state where there is no colour.
    public String symbol() {
        return held() ? "✓" : unknown() ? "○" : "×";
    }
}
