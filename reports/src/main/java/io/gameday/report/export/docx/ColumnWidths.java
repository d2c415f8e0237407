package io.gameday.report.export.docx;

import java.util.List;
import java.util.OptionalDouble;

/// Divides a table's width among its columns, as a browser does where a style does not say: a word processor keeps to
/// what stands in the file.
final class ColumnWidths {

    /// @param share of the whole, between 0 and 1, where the template says so
    /// @param least what its longest word needs
    /// @param most  what it needs to stay on one line, at least `least`
    record Column(OptionalDouble share, double least, double most) {
    }

    private ColumnWidths() {
    }

    /// @return as many widths, together `whole`
    static double[] of(List<Column> columns, double whole) {
        double[] widths = new double[columns.size()];
        double given = 0;
        double least = 0;
        double most = 0;
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            if (column.share().isPresent()) {
                widths[i] = Math.max(column.share().getAsDouble() * whole, column.least());
                given += widths[i];
            } else {
                least += column.least();
                most += column.most();
            }
        }
        double rest = Math.max(0, whole - given);
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            if (column.share().isEmpty()) {
                widths[i] = part(column, rest, least, most);
            }
        }
        return scaled(widths, whole);
    }

    private static double part(Column column, double rest, double least, double most) {
        if (rest >= most) {
            return most == 0 ? 0 : rest * column.most() / most;
        }
        if (rest <= least) {
            return least == 0 ? 0 : rest * column.least() / least;
        }
        return column.least() + (column.most() - column.least()) * (rest - least) / (most - least);
    }

    private static double[] scaled(double[] widths, double whole) {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = sum == 0 ? whole / widths.length : widths[i] * whole / sum;
        }
        return widths;
    }
}
