package io.gameday.report.batch;

import io.gameday.journal.Verdict;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.scorecard.Scorecard.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One experiment played several times, with one control run without its faults. Where a prediction breaks in the control as
/// well, the surroundings broke it: it is unknown then, and not broken.
///
/// @param control which is played first
/// @param runs    with the faults; at least one
public record Trials(BatchRun control, List<BatchRun> runs) {

    /// A prediction over all runs.
    ///
    /// @param verdict   of all of them together
    /// @param inControl null where the control does not predict it, because it is about what faults lead to
    /// @param why       that verdict, in words
    public record Line(String text, String wanted, Verdict verdict, int held, int broken, int unknown,
            @Nullable Verdict inControl, String why) {
    }

    private static final class Count {
        private final String wanted;
        private final Map<Verdict, Integer> of = new LinkedHashMap<>();
        private String seen = "";

        private Count(String wanted) {
            this.wanted = wanted;
        }

        private int of(Verdict verdict) {
            return of.getOrDefault(verdict, 0);
        }
    }

    /// In the order of the predictions. Of runs that never came to one, it is unknown.
    public List<Line> lines() {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (BatchRun run : runs) {
            for (Prediction p : predictions(run)) {
                Count count = counts.computeIfAbsent(p.text(), _ -> new Count(p.wanted()));
                count.of.merge(p.verdict(), 1, Integer::sum);
                if (p.verdict() == Verdict.BROKEN) {
                    count.seen = p.value();
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        counts.forEach((text, count) -> lines.add(line(text, count)));
        return lines;
    }

    private Line line(String text, Count count) {
        int held = count.of(Verdict.HELD);
        int broken = count.of(Verdict.BROKEN);
        int unknown = runs.size() - held - broken;
        Verdict calm = predictions(control).stream().filter(p -> p.text().equals(text)).map(Prediction::verdict)
                .findFirst().orElse(null);
        String counted = counted(held, broken, unknown);
        if (broken > 0 && calm == Verdict.BROKEN) {
            return new Line(text, count.wanted, Verdict.UNKNOWN, held, broken, unknown, calm,
                    counted + "; it broke without the faults as well, so nothing was learnt of them");
        }
        if (broken > 0) {
            return new Line(text, count.wanted, Verdict.BROKEN, held, broken, unknown, calm,
                    counted + "; last seen " + count.seen + (calm == Verdict.HELD ? "; held without the faults" : ""));
        }
        return new Line(text, count.wanted, unknown > 0 ? Verdict.UNKNOWN : Verdict.HELD, held, broken, unknown, calm,
                counted);
    }

    /// Such as `held in 2, broken in 1 of 3`.
    private String counted(int held, int broken, int unknown) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("held", held);
        counts.put("broken", broken);
        counts.put("unknown", unknown);
        return counts.entrySet().stream().filter(count -> count.getValue() > 0)
                .map(count -> count.getKey() + " in " + count.getValue()).collect(Collectors.joining(", ")) + " of "
                + runs.size();
    }

    private static List<Prediction> predictions(BatchRun run) {
        Scorecard card = run.card();
        return card == null ? List.of() : card.predictions();
    }

    /// Of all runs together. What is worse than a prediction counts before it, and without a control nothing is known.
    public int exitCode() {
        List<Integer> codes = new ArrayList<>(runs.stream().map(BatchRun::exitCode).toList());
        codes.add(control.exitCode());
        for (int worst : List.of(7, 1, 2, 6)) {
            if (codes.contains(worst)) {
                return worst;
            }
        }
        if (control.card() == null || control.exitCode() == 5) {
            return 4;
        }
        List<Line> lines = lines();
        if (lines.stream().anyMatch(line -> line.verdict() == Verdict.BROKEN)) {
            return 3;
        }
        boolean known = runs.stream().allMatch(run -> run.card() != null)
                && lines.stream().allMatch(line -> line.verdict() == Verdict.HELD);
        return known && !codes.contains(5) ? 0 : 4;
    }

    /// Why it is neither held nor broken as a whole; empty where the lines tell it.
    public String why() {
        if (control.card() == null || control.exitCode() == 5) {
            return "the control run, without faults, did not come to its end: " + control.word()
                    + (control.why().isEmpty() ? "" : ", " + control.why());
        }
        return "";
    }

    /// A few lines for people.
    public List<String> told() {
        List<String> told = new ArrayList<>();
        told.add(runs.size() + " runs with the faults: " + String.join(", ", runs.stream().map(BatchRun::word).toList())
                + "; control without them: " + control.word());
        lines().stream().filter(line -> line.verdict() != Verdict.HELD || line.broken() + line.unknown() > 0)
                .forEach(line -> told.add((line.verdict() == Verdict.BROKEN ? "× broken " : "○ unknown ") + line.text()
                        + " (wanted " + line.wanted() + "): " + line.why()));
        if (!why().isEmpty()) {
            told.add("○ " + why());
        }
        return told;
    }
}
