package io.gameday.report.history;

import io.gameday.journal.Verdict;
import io.gameday.report.history.History.Dot;
import io.gameday.report.history.History.Group;
import io.gameday.report.history.History.Judgements;
import io.gameday.report.history.History.Missing;
import io.gameday.report.history.History.NotCounted;
import io.gameday.report.history.History.Plot;
import io.gameday.report.history.History.Prediction;
import io.gameday.report.history.History.Row;
import io.gameday.report.history.History.Without;
import io.gameday.report.history.PastRun.Judged;
import io.gameday.report.history.PastRun.Value;
import io.gameday.target.TargetKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts one history together.
final class Comparing {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    /// How long it was not seen, which is another length in every run.
    private static final Pattern BOUND = Pattern.compile(" \\(> [^()]*\\)$");

    private final PastRuns all;
    private final List<String> experiments;
    private final @Nullable Instant fixedAt;
    private final List<NotCounted> notCounted = new ArrayList<>();

    Comparing(PastRuns all, List<String> experiments, @Nullable Instant fixedAt) {
        for (String experiment : experiments) {
            if (!all.experiments().contains(experiment)) {
                throw new IllegalArgumentException(
                        "there is no run of '" + experiment + "'; there are runs of " + all.experiments());
            }
        }
        this.all = all;
        this.experiments = experiments;
        this.fixedAt = fixedAt;
    }

    History history() {
        List<Group> groups = groups();
        List<Plot> plots = plots(groups);
        return new History(experiments, fixedAt, groups, plots, predictions(groups), List.copyOf(notCounted),
                new Caveats(groups, plots).notes(), all.unread());
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (TargetKind target : TargetKind.values()) {
            List<Group> sides = sides(target);
            if (sides.stream().anyMatch(side -> !side.runs().isEmpty())) {
                groups.addAll(sides.stream().map(this::counted).toList());
            }
        }
        return List.copyOf(groups);
    }

    private List<Group> sides(TargetKind target) {
        Instant cut = fixedAt;
        String first = experiments.getFirst();
        if (experiments.size() == 2) {
            String second = experiments.getLast();
            return List.of(new Group(BEFORE, first, target, runs(first, target)),
                    new Group(AFTER, second, target, runs(second, target)));
        }
        List<PastRun> runs = runs(first, target);
        return cut == null
                ? List.of(new Group("", first, target, runs))
                : List.of(
                        new Group(BEFORE, first, target, runs.stream().filter(run -> run.at().isBefore(cut)).toList()),
                        new Group(AFTER, first, target, runs.stream().filter(run -> !run.at().isBefore(cut)).toList()));
    }

    private List<PastRun> runs(String experiment, TargetKind target) {
        return all.runs().stream().filter(run -> run.experiment().equals(experiment) && run.target() == target)
                .toList();
    }

    /// Only the runs that say something about the system. A folder that was copied is one run all the same; simulated
    /// runs share their id by experiment and seed, which [Caveats] tells.
    private Group counted(Group group) {
        List<PastRun> counting = new ArrayList<>();
        Map<String, String> seen = new LinkedHashMap<>();
        for (PastRun run : group.runs()) {
            String why = run.notCounted();
            String twin = run.target() == TargetKind.SIMULATED ? null : seen.putIfAbsent(run.run(), run.name());
            if (why == null && twin != null) {
                why = "the same run as " + twin + ", copied";
            }
            if (why == null) {
                counting.add(run);
            } else {
                notCounted.add(new NotCounted(run.name(), run.at(), group.name(), why));
            }
        }
        return new Group(group.side(), group.experiment(), group.target(), List.copyOf(counting));
    }

    private static List<Plot> plots(List<Group> groups) {
        Set<Quantity> quantities = new LinkedHashSet<>();
        groups.forEach(
                group -> group.runs().forEach(run -> run.values().forEach(value -> quantities.add(value.quantity()))));
        return quantities.stream().map(quantity -> plot(quantity, groups)).toList();
    }

    private static Plot plot(Quantity quantity, List<Group> groups) {
        List<Row> rows = groups.stream().map(group -> row(quantity, group)).toList();
        List<Double> values = rows.stream().flatMap(row -> row.dots().stream()).map(Dot::value).toList();
        return new Plot(quantity, rows, values.isEmpty() ? null : Axis.of(quantity.unit(), values));
    }

    private static Row row(Quantity quantity, Group group) {
        List<Dot> dots = new ArrayList<>();
        Map<String, List<Without>> missing = new LinkedHashMap<>();
        for (PastRun run : group.runs()) {
            Value value = run.value(quantity);
            Double number = value == null ? null : value.number();
            if (value != null && number != null) {
                dots.add(new Dot(run.name(), number, value.atLeast(), value.words()));
            } else {
                String words = value == null ? "not in its scorecard" : value.words();
                missing.computeIfAbsent(BOUND.matcher(words).replaceFirst(""), why -> new ArrayList<>())
                        .add(new Without(run.name(), words));
            }
        }
        return new Row(group.name(), group.runs().size(), List.copyOf(dots),
                missing.entrySet().stream().map(e -> new Missing(e.getKey(), List.copyOf(e.getValue()))).toList(),
                Summary.of(dots.stream().map(Dot::value).toList()));
    }

    /// @param occurrence a run may predict the same twice, of different steps
    private record Line(String text, String wanted, int occurrence) {
    }

    private static List<Prediction> predictions(List<Group> groups) {
        Map<Line, Map<String, List<Verdict>>> lines = new LinkedHashMap<>();
        for (Group group : groups) {
            for (PastRun run : group.runs()) {
                Map<Line, Integer> met = new LinkedHashMap<>();
                for (Judged judged : run.predictions()) {
                    String text = judged.text().isEmpty() ? judged.id() + ", never opened" : judged.text();
                    int occurrence = met.merge(new Line(text, judged.wanted(), 0), 1, Integer::sum);
                    lines.computeIfAbsent(new Line(text, judged.wanted(), occurrence), l -> new LinkedHashMap<>())
                            .computeIfAbsent(group.name(), g -> new ArrayList<>()).add(judged.verdict());
                }
            }
        }
        return lines.entrySet().stream()
                .map(e -> new Prediction(e.getKey().text(), e.getKey().wanted(), groups.stream()
                        .map(group -> Judgements.of(group.name(),
                                Objects.requireNonNullElse(e.getValue().get(group.name()), List.of())))
                        .toList()))
                .toList();
    }
}
