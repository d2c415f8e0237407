package io.gameday.report.batch;

import io.gameday.report.scorecard.Scorecard;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One of several experiments that were played one after the other.
///
/// @param name     the experiment's
/// @param file     as it was given
/// @param exitCode 0 to 7, as `gameday run` of it alone would have returned
/// @param folder   of the run; null where none began
/// @param card     null where none began
/// @param why      it was not played, in words; empty where it was
public record BatchRun(String name, String file, int exitCode, @Nullable Path folder, @Nullable Scorecard card,
        String why) {

    public boolean held() {
        return exitCode == 0;
    }

    /// Whether nothing is known, as against something that is known to be wrong.
    public boolean unknown() {
        return exitCode == 4 || exitCode == 5;
    }

    /// What came of it, in a word or two.
    public String word() {
        return switch (exitCode) {
            case 0 -> "held";
            case 1 -> "failed";
            case 2 -> "not valid";
            case 3 -> "broken";
            case 4 -> "unknown";
            case 5 -> "not started";
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
