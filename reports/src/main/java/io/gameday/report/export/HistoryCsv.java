package io.gameday.report.export;

import io.gameday.report.history.History;
import io.gameday.report.history.History.Group;
import io.gameday.report.history.History.NotCounted;
import io.gameday.report.history.History.Plot;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRun.Value;
import io.gameday.report.history.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A history as a table for a spreadsheet: one line per run, in seconds and percent; a value that is missing is an empty
/// cell with its reason beside it. Runs that do not count have a line as well, without values.
public final class HistoryCsv {

    private static final List<String> HEAD = List.of("run", "at", "side", "experiment", "on", "ended", "not counted");

    private HistoryCsv() {
    }

    public static String write(History history) {
        StringBuilder text = new StringBuilder();
        List<Quantity> quantities = history.plots().stream().map(Plot::quantity).toList();
        try (CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
            List<String> head = new ArrayList<>(HEAD);
            quantities.forEach(quantity -> head.addAll(List.of(quantity.name() + switch (quantity.unit()) {
                case SECONDS -> ", s";
                case SHARE -> ", %";
            }, quantity.name() + ", in words")));
            out.printRecord(head);
            for (Group group : history.groups()) {
                for (PastRun run : group.runs()) {
                    out.printRecord(line(group, run, quantities));
                }
            }
            for (NotCounted run : history.notCounted()) {
                out.printRecord(harmless(run.run()), run.at(), run.group(), "", "", "", harmless(run.why()));
            }
        } catch (IOException never) {
            throw new UncheckedIOException("A text in memory cannot be written.", never);
        }
        return text.toString();
    }

    private static List<Object> line(Group group, PastRun run, List<Quantity> quantities) {
        List<Object> line = new ArrayList<>(List.of(harmless(run.name()), run.at(), group.side(),
                harmless(group.experiment()), History.kind(group.target()), run.ended(), ""));
        for (Quantity quantity : quantities) {
            Value value = run.value(quantity);
            Double number = value == null ? null : value.number();
            line.add(number == null ? "" : String.format(Locale.ROOT, "%.3f", switch (quantity.unit()) {
                case SECONDS -> number;
                case SHARE -> 100 * number;
            }));
            line.add(value == null ? "" : harmless(value.words()));
        }
        return line;
    }

    /// A spreadsheet would run a cell that begins like this as a formula.
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
