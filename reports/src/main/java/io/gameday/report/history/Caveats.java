package io.gameday.report.history;

import io.gameday.report.history.History.Group;
import io.gameday.report.history.History.Plot;
import io.gameday.report.history.History.Row;
import io.gameday.report.history.PastRun.Settings;
import io.gameday.report.text.Figures;
import io.gameday.target.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a reader must know before comparing.
final class Caveats {

    private final List<Group> groups;
    private final List<Row> rows;

    Caveats(List<Group> groups, List<Plot> plots) {
        this.groups = groups.stream().filter(group -> !group.runs().isEmpty()).toList();
        this.rows = plots.stream().flatMap(plot -> plot.rows().stream()).toList();
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (groups.stream().map(Group::target).distinct().count() > 1) {
            notes.add("Runs of different systems, such as real and simulated ones, are never mixed: each has its own "
                    + "row.");
        }
        differing(notes);
        sameSeed(notes);
        long stopped = groups.stream().flatMap(group -> group.runs().stream()).filter(PastRun::stopped).count();
        if (stopped > 0) {
            notes.add("Stopped before the end: " + Figures.many(stopped, "run")
                    + " of these. What was measured there may be " + "shorter than it would have become.");
        }
        if (rows.stream().anyMatch(row -> row.dots().stream().anyMatch(History.Dot::atLeast))) {
            notes.add("Values with ≥ were not over when the measuring ended; medians and quartiles take them as they "
                    + "are, so the true ones may be greater.");
        }
        if (rows.stream().anyMatch(row -> !row.dots().isEmpty() && !row.missing().isEmpty())) {
            notes.add(
                    "Medians and quartiles are of the runs that have a value. A run without one may be the worst, where "
                            + "nobody detected it, or the best, where there was no impact: the reasons stand with each row.");
        }
        if (rows.stream().anyMatch(row -> !row.dots().isEmpty() && row.dots().size() < Summary.ENOUGH_FOR_A_MEAN)) {
            notes.add("There is no mean of fewer than ten values, and no trend: so few say nothing about either.");
        }
        return List.copyOf(notes);
    }

    private void differing(List<String> notes) {
        differs("headroom", settings -> settings.headroom() + " %", notes);
        differs("customers", settings -> Figures.count(settings.customers()), notes);
        differs("requests/s", settings -> Figures.count(Math.round(settings.rate())), notes);
        differs("the objective", settings -> Figures.percent(settings.objective()), notes);
    }

    private void differs(String what, Function<Settings, String> words, List<String> notes) {
        List<String> each = groups.stream().map(group -> group.name() + " " + String.join(" and ", said(group, words)))
                .toList();
        if (groups.stream().flatMap(group -> said(group, words).stream()).distinct().count() > 1) {
            notes.add("The runs differ in " + what + ": " + String.join("; ", each) + ".");
        }
    }

    private static List<String> said(Group group, Function<Settings, String> words) {
        return group.runs().stream().map(PastRun::settings).distinct().map(words).distinct().toList();
    }

    /// The simulation has no chance but its seed's.
    private void sameSeed(List<String> notes) {
        for (Group group : groups) {
            long seeds = group.runs().stream().map(run -> run.seed()).distinct().count();
            if (group.target() == TargetKind.SIMULATED && seeds < group.runs().size()) {
                notes.add("The " + group.runs().size() + " runs of \"" + group.name() + "\" have "
                        + Figures.many(seeds, "seed")
                        + ": one of the same seed and the same version is the same run again, not one more.");
            }
        }
    }
}
