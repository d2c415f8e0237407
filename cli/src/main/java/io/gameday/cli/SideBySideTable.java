package io.gameday.cli;

import io.gameday.report.story.SideBySide;
import java.util.ArrayList;
import java.util.List;

/// Both sides of a story as lines of a terminal, a figure of each beside the other.
final class SideBySideTable {

    private SideBySideTable() {
    }

    static List<String> of(SideBySide sides) {
        List<String> lines = new ArrayList<>();
        lines.add(sides.title());
        lines.add(sides.source());
        lines.add("");
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[]{"", "as it was (" + sides.made() + ")", "with the fix (" + sides.made() + ")"});
        sides.lines().forEach(line -> rows.add(new String[]{line.what(), line.asItWas(), line.withTheFix()}));
        rows.add(new String[]{"Hypothesis", sides.asItWas().verdict(), sides.withTheFix().verdict()});
        int first = widest(rows, 0);
        int second = widest(rows, 1);
        rows.forEach(
                row -> lines.add((pad(row[0], first) + "  " + pad(row[1], second) + "  " + row[2]).stripTrailing()));
        sides.lines().stream().filter(line -> !line.talk().isEmpty())
                .forEach(line -> lines.add("from the talk, " + line.what() + ": " + line.talk()));
        return lines;
    }

    private static int widest(List<String[]> rows, int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
