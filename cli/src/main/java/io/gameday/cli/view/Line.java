package io.gameday.cli.view;
import io.gameday.journal.view.Style;

import java.util.ArrayList;
import java.util.List;

/// One line of text with meanings, that knows how many columns it takes.
final class Line {

    /// Ranges of code points that terminals draw two columns wide, as far as they occur in names, notes and symbols.
    private static final int[][] WIDE = {{0x1100, 0x115f}, {0x26a1, 0x26a1}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3},
            {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff},
            {0x20000, 0x3fffd}};

    private record Span(Style style, String text) {
    }

    private final List<Span> spans = new ArrayList<>();
    private int columns;

    static Line of(Style style, String text) {
        return new Line().add(style, text);
    }

    static Line empty() {
        return new Line();
    }

    /// Appends `text`. Control characters are shown as `·`: what people and systems wrote must not steer the terminal.
    Line add(Style style, String text) {
        StringBuilder harmless = new StringBuilder();
        text.codePoints().forEach(c -> harmless.appendCodePoint(Character.isISOControl(c) ? '·' : c));
        spans.add(new Span(style, harmless.toString()));
        columns += columns(harmless.toString());
        return this;
    }

    Line add(String text) {
        return add(Style.PLAIN, text);
    }

    Line add(Line other) {
        other.spans.forEach(span -> add(span.style(), span.text()));
        return this;
    }

    /// Fills up with spaces to `column`; without effect when the line is there already.
    Line to(int column) {
        return columns < column ? add(" ".repeat(column - columns)) : this;
    }

    int columns() {
        return columns;
    }

    /// The first `width` columns; a cut is shown as `…`.
    Line cut(int width) {
        if (columns <= width) {
            return this;
        }
        Line cut = new Line();
        for (Span span : spans) {
            int[] points = span.text().codePoints().toArray();
            StringBuilder part = new StringBuilder();
            int used = cut.columns;
            for (int point : points) {
                used += columns(point);
                if (used > width - 1) {
                    return cut.add(span.style(), part.toString()).add(Style.QUIET, "…");
                }
                part.appendCodePoint(point);
            }
            cut.add(span.style(), part.toString());
        }
        return cut;
    }

    String plain() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString().stripTrailing();
    }

    String coloured() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(Ansi.paint(span.style(), span.text())));
        return text.toString();
    }

    static int columns(String text) {
        return text.codePoints().map(Line::columns).sum();
    }

    private static int columns(int point) {
        for (int[] range : WIDE) {
            if (point >= range[0] && point <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
