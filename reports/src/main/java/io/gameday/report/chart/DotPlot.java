package io.gameday.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every value a dot, in rows over one axis.
///
/// @param axis lines down from the labels of the axis, in order; the first is its left end and the last its right end
public record DotPlot(List<Tick> axis, List<Row> rows) {

    public record Tick(double at, String words) {
    }

    /// @param name   of the row
    /// @param note   below it
    /// @param filled dots of one side are filled and of the other open, so that they differ in grey as well
    /// @param box    null where there is no dot
    /// @param words  beside the row, the first in bold
    public record Row(String name, String note, boolean filled, List<Dot> dots, @Nullable Box box, List<String> words) {
    }

    /// @param atLeast drawn as an arrow head: it was not over there
    public record Dot(double at, boolean atLeast) {
    }

    public record Box(double p25, double median, double p75) {
    }
}
