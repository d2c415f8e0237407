package io.gameday.console.chart;

import io.gameday.journal.Event.SecondMeasured;
import io.gameday.observability.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The seconds of one series as columns of a chart: never more than there are pixels, and the worst second of each
/// column is the one that is drawn.
record Columns(List<Column> all) {

    /// @param from  left edge, in pixels
    /// @param to    right edge, in pixels
    /// @param worst the second with the lowest availability, or without requests where all are
    /// @param slowest the greatest quantiles of its seconds, with all their counts
    record Column(double from, double to, SecondMeasured first, Tally worst, Tally slowest) {
    }

    static Columns of(ChartFrame frame, String series, double width) {
        List<Column> columns = new ArrayList<>();
        for (SecondMeasured second : frame.seconds()) {
            Tally tally = second.series().getOrDefault(series, Tally.NONE);
            double from = frame.share(second.second()) * width;
            double to = frame.share(second.second().plusSeconds(1)) * width;
            Column last = columns.isEmpty() ? null : columns.getLast();
            if (last != null && to - last.from() < 1) {
                columns.set(columns.size() - 1, new Column(last.from(), to, last.first(), worse(last.worst(), tally),
                        last.slowest().plus(tally)));
            } else {
                columns.add(new Column(from, to, second, tally, tally));
            }
        }
        return new Columns(columns);
    }

    private static Tally worse(Tally a, Tally b) {
        return a.availability().orElse(2) <= b.availability().orElse(2) ? a : b;
    }

    boolean empty() {
        return all.stream().allMatch(column -> column.slowest().requests() == 0);
    }

    /// The runs of columns that had requests, so that a line breaks where there is nothing.
    List<List<Column>> unbroken() {
        List<List<Column>> runs = new ArrayList<>();
        List<Column> run = new ArrayList<>();
        for (Column column : all) {
            boolean torn = !run.isEmpty() && column.from() - run.getLast().to() > column.to() - column.from();
            if (column.slowest().requests() == 0 || torn) {
                if (!run.isEmpty()) {
                    runs.add(run);
                }
                run = new ArrayList<>();
            }
            if (column.slowest().requests() > 0) {
                run.add(column);
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    static double[] middles(List<Column> run) {
        return run.stream().mapToDouble(column -> (column.from() + column.to()) / 2).toArray();
    }

    static double[] heights(List<Column> run, ToDoubleFunction<Column> height) {
        return run.stream().mapToDouble(height).toArray();
    }
}
