package io.gameday.report.history;

import io.gameday.journal.Verdict;
import io.gameday.report.history.PastRuns.Unread;
import io.gameday.target.TargetKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The runs of one experiment side by side, or of two: the one before a fix and the one after it. Every value is there;
/// nothing is called better or worse.
///
/// @param experiments one, or the one before and the one after
/// @param fixedAt     runs from then on are after the fix; null where nothing was said
/// @param groups      runs that may be compared with each other: never real and simulated ones together
/// @param plots       one per quantity that any run has
/// @param notCounted  shown, but in no group
/// @param notes       what the reader must know before comparing
/// @param unread      run folders that cannot be read, of whatever experiment
public record History(List<String> experiments, @Nullable Instant fixedAt, List<Group> groups, List<Plot> plots,
        List<Prediction> predictions, List<NotCounted> notCounted, List<String> notes, List<Unread> unread) {

    /// @param side `before` or `after` the fix; empty where nobody spoke of one
    /// @param runs that count, in order of time; empty where only the other side has any
    public record Group(String side, String experiment, TargetKind target, List<PastRun> runs) {

        /// Such as `before, real`.
        public String name() {
            return (side.isEmpty() ? "" : side + ", ") + kind(target);
        }

        /// How many ended in each way, such as `3 held, 1 broken`.
        public String ended() {
            return runs.isEmpty() ? "no run" : Counted.words(runs.stream().map(PastRun::ended).toList());
        }
    }

    /// @param rows one per group
    /// @param axis null where no run has a value
    public record Plot(Quantity quantity, List<Row> rows, @Nullable Axis axis) {
    }

    /// @param group   its name
    /// @param runs    how many count, with a value or without
    /// @param dots    in order of time
    /// @param missing runs without a value, by reason
    /// @param summary of the dots; null where there is none
    public record Row(String group, int runs, List<Dot> dots, List<Missing> missing, @Nullable Summary summary) {
    }

    /// @param atLeast it was not over when the measuring ended
    public record Dot(String run, double value, boolean atLeast, String words) {
    }

    /// Runs without a value, for one reason.
    ///
    /// @param why such as `not detected`
    public record Missing(String why, List<Without> runs) {

        private static final int MOST_BOUNDS = 4;

        /// `2 not detected (> 40.0 s, > 41.2 s)`.
        public String words() {
            List<String> bounds = runs.stream().map(Without::words).filter(words -> words.length() > why.length())
                    .map(words -> words.substring(why.length() + 2, words.length() - 1)).distinct().toList();
            return runs.size() + " " + why
                    + (bounds.isEmpty()
                            ? ""
                            : " (" + String.join(", ", bounds.subList(0, Math.min(MOST_BOUNDS, bounds.size())))
                                    + (bounds.size() > MOST_BOUNDS ? ", …" : "") + ")");
        }
    }

    /// @param words as the scorecard has it, such as `not detected (> 40.0 s)`
    public record Without(String run, String words) {
    }

    /// One prediction over the groups.
    ///
    /// @param text its id where no run opened the sealed text
    public record Prediction(String text, String wanted, List<Judgements> groups) {

        /// What is printed of it.
        public String words() {
            return text + (wanted.isEmpty() ? "" : ", " + wanted);
        }

        /// Whether it was judged and held wherever it was predicted.
        public boolean alwaysHeld() {
            return groups.stream().allMatch(group -> group.broken + group.unknown == 0);
        }
    }

    /// In how many runs of a group a prediction came out how.
    public record Judgements(String group, int held, int broken, int unknown) {

        static Judgements of(String group, List<Verdict> verdicts) {
            return new Judgements(group, count(verdicts, Verdict.HELD), count(verdicts, Verdict.BROKEN),
                    count(verdicts, Verdict.UNKNOWN));
        }

        private static int count(List<Verdict> verdicts, Verdict wanted) {
            return (int) verdicts.stream().filter(wanted::equals).count();
        }

        /// Such as `✓ 3 held × 1 broken`; a dash where no run of the group predicted it.
        public String words() {
            String words = (held == 0 ? "" : " ✓ " + held + " held") + (broken == 0 ? "" : " × " + broken + " broken")
                    + (unknown == 0 ? "" : " ○ " + unknown + " unknown");
            return words.isEmpty() ? "–" : words.strip();
        }
    }

    /// @param why it is not counted
    public record NotCounted(String run, Instant at, String group, String why) {
    }

    /// Of one experiment; without a cut.
    ///
    /// @throws IllegalArgumentException when none of `runs` is of `experiment`
    public static History of(PastRuns runs, String experiment) {
        return new Comparing(runs, List.of(experiment), null).history();
    }

    /// Of one experiment before and after a fix.
    ///
    /// @param fixedAt runs from then on are after the fix
    /// @throws IllegalArgumentException when none of `runs` is of `experiment`
    public static History fixed(PastRuns runs, String experiment, Instant fixedAt) {
        return new Comparing(runs, List.of(experiment), fixedAt).history();
    }

    /// Of two experiments: all runs of the first are before the fix, all of the second after it.
    ///
    /// @throws IllegalArgumentException when none of `runs` is of one of them
    public static History between(PastRuns runs, String before, String after) {
        return new Comparing(runs, List.of(before, after), null).history();
    }

    /// What a run was played on, in a word.
    public static String kind(TargetKind target) {
        return switch (target) {
            case LOCAL -> "real";
            case SIMULATED -> "simulated";
            case HTTP -> "own system";
            case INCIDENT -> "incident";
        };
    }

    /// What it is about, such as `az-power-loss-unscaled → az-power-loss`.
    public String title() {
        return String.join(" → ", experiments);
    }

    /// Which runs are before and which after; empty where nobody spoke of a fix.
    public String cut() {
        return experiments.size() == 2
                ? "before is " + experiments.getFirst() + ", after is " + experiments.getLast()
                : fixedAt == null ? "" : "after the fix is from " + fixedAt + " on";
    }

    /// Runs that count.
    public int runs() {
        return groups.stream().mapToInt(group -> group.runs.size()).sum();
    }
}
