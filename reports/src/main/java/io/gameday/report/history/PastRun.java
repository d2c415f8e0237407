package io.gameday.report.history;

import io.gameday.journal.Verdict;
import io.gameday.target.TargetKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run's scorecard tells that can be compared with other runs.
///
/// @param name     of its folder
/// @param run      its id; simulated runs of one experiment and one seed share it
/// @param at       when it was played, in real time
/// @param seed     of all chance in it
/// @param exitCode as the command line returned it; null when the run never came to its end
/// @param values   one for each quantity, also where it was not measured
public record PastRun(String name, String run, Instant at, String experiment, String title, TargetKind target,
        Settings settings, long seed, Verdict verdict, @Nullable Integer exitCode, boolean interrupted,
        List<Value> values, List<Judged> predictions) {

    /// What it was played with. Runs that differ here differ by more than a fix.
    ///
    /// @param headroom  capacity in percent of the peak; 0 where only its team knows it
    /// @param rate      requests per second
    /// @param objective availability below which customers have an impact, 0 to 1
    public record Settings(int headroom, int customers, double rate, double objective) {
    }

    /// @param number  seconds or a share; null where it was not measured
    /// @param atLeast it was not over when the measuring ended
    /// @param words   the number as printed, or why there is none
    public record Value(Quantity quantity, @Nullable Double number, boolean atLeast, String words) {
    }

    /// @param text empty where a run ended before the sealed text was opened
    public record Judged(String id, String text, String wanted, Verdict verdict) {
    }

    /// Whether it was stopped, so that a duration may be shorter than it would have become.
    public boolean stopped() {
        return exitCode != null && exitCode == 6;
    }

    /// Why it says nothing about the system; null where it counts.
    @Nullable
    String notCounted() {
        if (interrupted) {
            return "interrupted: its journal has no end";
        }
        return exitCode != null && exitCode == 5 ? "not started: a guard or the steady state forbade it" : null;
    }

    /// Its value of `quantity`; null where its scorecard has none.
    public @Nullable Value value(Quantity quantity) {
        for (Value value : values) {
            if (value.quantity().equals(quantity)) {
                return value;
            }
        }
        return null;
    }

    /// How it ended, such as `held` or `not started`.
    public String ended() {
        return switch (exitCode) {
            case null -> "interrupted";
            case 1 -> "Gameday failed";
            case 5 -> "not started";
            case 6 -> "stopped";
            case 7 -> "fault not gone";
            default -> switch (verdict) {
                case HELD -> "held";
                case BROKEN -> "broken";
                case UNKNOWN -> "unknown";
            };
        };
    }
}
