package io.gameday.report.export;

import io.gameday.report.history.History;
import io.gameday.report.history.History.Group;
import io.gameday.report.history.History.NotCounted;
import io.gameday.report.history.History.Plot;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRun.Value;
import io.gameday.report.history.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A history as a table for a spreadsheet: one line per run, in seconds and percent; a value that is missing is an empty
/// cell with its reason beside it. Runs that do not count have a line as well, without values.
public final class HistoryCsv {

    private static final List<String> HEAD = List.of("run", "at", "side", "experiment", "on", "ended", "not counted");

    private HistoryCsv() {
    }

    public static String write(History history) {
        List<Quantity> quantities = history.plots().stream().map(Plot::quantity).toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(HEAD);
        quantities.forEach(quantity -> head.addAll(List.of(quantity.name() + switch (quantity.unit()) {
            case SECONDS -> ", s";
            case SHARE -> ", %";
        }, quantity.name() + ", in words")));
        rows.add(head);
        for (Group group : history.groups()) {
            group.runs().forEach(run -> rows.add(line(group, run, quantities)));
        }
        for (NotCounted run : history.notCounted()) {
            rows.add(List.of(run.run(), run.at().toString(), run.group(), "", "", "", run.why()));
        }
        return CsvTable.of(rows);
    }

    private static List<String> line(Group group, PastRun run, List<Quantity> quantities) {
        List<String> line = new ArrayList<>(List.of(run.name(), run.at().toString(), group.side(), group.experiment(),
                History.kind(group.target()), run.ended(), ""));
        for (Quantity quantity : quantities) {
            Value value = run.value(quantity);
            Double number = value == null ? null : value.number();
            line.add(number == null ? "" : String.format(Locale.ROOT, "%.3f", switch (quantity.unit()) {
                case SECONDS -> number;
                case SHARE -> 100 * number;
            }));
            line.add(value == null ? "" : value.words());
        }
        return line;
    }
}
