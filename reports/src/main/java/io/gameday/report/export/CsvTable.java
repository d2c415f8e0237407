package io.gameday.report.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A table for spreadsheets and trackers: RFC 4180. Anybody may have written what stands in it, so a cell that a spreadsheet
/// would take for a formula gets an apostrophe in front, which makes it text. A number below zero is none.
public final class CsvTable {

    /// Spreadsheets pass over leading spaces, and Japanese ones take the wide signs for the narrow ones. Line ends and tabs
    /// may begin a cell of their own where a table is pasted.
    private static final Pattern FORMULA = Pattern
            .compile("(?s)\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|[\\t\\r\\n].*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private CsvTable() {
    }

    /// @param rows the head among them
    public static String of(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (List<String> row : rows) {
                out.printRecord(row.stream().map(CsvTable::harmless).toList());
            }
        } catch (IOException never) {
            throw new UncheckedIOException("A text in memory cannot be written.", never);
        }
        return text.toString();
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
