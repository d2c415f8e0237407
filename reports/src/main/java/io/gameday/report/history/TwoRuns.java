package io.gameday.report.history;

import io.gameday.journal.Verdict;
import io.gameday.report.history.PastRun.Judged;
import io.gameday.report.history.PastRun.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two runs beside each other, such as the one before a fix and the one after it. Nothing is called better or worse: a
/// shorter time may be chance, and only people know what was changed.
///
/// @param values      one per quantity that either has, as the scorecards print it
/// @param predictions one per prediction that either made
/// @param notes       what makes the two hard to compare
public record TwoRuns(PastRun before, PastRun after, List<Line> values, List<Judgement> predictions,
        List<String> notes) {

    private static final String NOTHING = "–";

    /// @param difference such as `2.2 s less`; empty where one of the two has no number
    public record Line(Quantity quantity, String before, String after, String difference) {
    }

    /// @param before null where it was not predicted then; likewise `after`
    public record Judgement(String text, @Nullable Verdict before, @Nullable Verdict after) {

        /// Whether the two runs do not agree.
        public boolean differs() {
            return before != after;
        }
    }

    public static TwoRuns of(PastRun before, PastRun after) {
        return new TwoRuns(before, after, values(before, after), predictions(before, after), notes(before, after));
    }

    private static List<Line> values(PastRun before, PastRun after) {
        Set<Quantity> quantities = new LinkedHashSet<>();
        before.values().forEach(value -> quantities.add(value.quantity()));
        after.values().forEach(value -> quantities.add(value.quantity()));
        List<Line> lines = new ArrayList<>();
        for (Quantity quantity : quantities) {
            Value then = before.value(quantity);
            Value now = after.value(quantity);
            lines.add(new Line(quantity, words(then), words(now), difference(quantity, then, now)));
        }
        return List.copyOf(lines);
    }

    private static String words(@Nullable Value value) {
        return value == null ? NOTHING : value.words();
    }

    private static String difference(Quantity quantity, @Nullable Value then, @Nullable Value now) {
        Double from = then == null ? null : then.number();
        Double to = now == null ? null : now.number();
        if (then == null || now == null || from == null || to == null) {
            return "";
        }
        // What was not over may be longer by any amount.
        String atLeast = then.atLeast() || now.atLeast() ? ", at least one of them not over" : "";
        String size = size(quantity.unit(), Math.abs(to - from));
        return (then.words().equals(now.words()) ? "the same" : size + (to < from ? " less" : " more")) + atLeast;
    }

    /// Between two percentages lie points: "50 % less" would be half.
    private static String size(Quantity.Unit unit, double difference) {
        return switch (unit) {
            case SECONDS -> unit.words(difference);
            case SHARE -> String.format(Locale.ROOT, "%.1f points", 100 * difference);
        };
    }

    private static List<Judgement> predictions(PastRun before, PastRun after) {
        Map<String, Verdict> then = verdicts(before);
        Map<String, Verdict> now = verdicts(after);
        Set<String> texts = new LinkedHashSet<>(then.keySet());
        texts.addAll(now.keySet());
        return texts.stream().map(text -> new Judgement(text, then.get(text), now.get(text))).toList();
    }

    /// A run may predict the same twice, of different steps.
    private static Map<String, Verdict> verdicts(PastRun run) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Judged judged : run.predictions()) {
            String text = (judged.text().isEmpty() ? judged.id() + ", never opened" : judged.text())
                    + (judged.wanted().isEmpty() ? "" : ", " + judged.wanted());
            int more = 2;
            String name = text;
            while (verdicts.containsKey(name)) {
                name = text + " (" + more++ + ")";
            }
            verdicts.put(name, judged.verdict());
        }
        return verdicts;
    }

    private static List<String> notes(PastRun before, PastRun after) {
        List<String> notes = new ArrayList<>();
        if (before.target() != after.target()) {
            notes.add("One was " + History.kind(before.target()) + ", the other " + History.kind(after.target())
                    + ": what differs may be that.");
        }
        if (!before.settings().equals(after.settings())) {
            notes.add("They differ in what they were played with: " + words(before.settings()) + ", then "
                    + words(after.settings()) + ".");
        }
        for (PastRun run : List.of(before, after)) {
            String why = run.notCounted();
            if (why != null) {
                notes.add(run.name() + " says nothing about the system: " + why + ".");
            } else if (run.stopped()) {
                notes.add(run.name() + " was stopped: what was measured may be shorter than it would have become.");
            }
        }
        return List.copyOf(notes);
    }

    private static String words(PastRun.Settings settings) {
        return (settings.headroom() == 0 ? "" : "headroom " + settings.headroom() + " %, ") + settings.customers()
                + " customers, " + Math.round(settings.rate()) + " requests/s";
    }
}
