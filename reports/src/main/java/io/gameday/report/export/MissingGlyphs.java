package io.gameday.report.export;

import io.gameday.report.export.font.BundledFonts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Finds characters that no bundled font can draw, and writes their numbers in their place: a reader sees that
/// something is missing and what, where a font would draw an empty box.
final class MissingGlyphs {

    /// Somebody who writes a whole page in such a script needs no sentence for each line.
    private static final int MOST = 10;
    private static final int EXCERPT = 100;
    private static final int BEFORE = 30;
    private static final Set<String> NOT_SET = Set.of("style", "title", "svg");

    private final BundledFonts fonts;
    private final Set<Integer> missing = new TreeSet<>();
    private final Set<String> texts = new LinkedHashSet<>();

    private MissingGlyphs(BundledFonts fonts) {
        this.fonts = fonts;
    }

    /// Replaces them within `elements`.
    ///
    /// @return a sentence for each text that had one
    static List<String> replace(List<Element> elements, BundledFonts fonts) {
        MissingGlyphs glyphs = new MissingGlyphs(fonts);
        elements.forEach(glyphs::walk);
        return glyphs.notes();
    }

    private void walk(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && !NOT_SET.contains(inner.getTagName())) {
                walk(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                String text = child.getNodeValue();
                String drawn = drawn(text);
                if (!drawn.equals(text)) {
                    child.setNodeValue(drawn);
                }
            }
        }
    }

    private String drawn(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        List<String> numbers = new ArrayList<>();
        boolean lost = false;
        for (int c : text.codePoints().toArray()) {
            if (invisible(c)) {
                continue;
            }
            if (Character.isWhitespace(c) || fonts.draws(c)) {
                flush(numbers, out);
                out.appendCodePoint(c);
            } else {
                missing.add(c);
                numbers.add(number(c));
                lost = true;
            }
        }
        flush(numbers, out);
        if (lost) {
            texts.add(excerpt(out.toString().strip().replaceAll("\\s+", " ")));
        }
        return out.toString();
    }

    private static void flush(List<String> numbers, StringBuilder out) {
        if (!numbers.isEmpty()) {
            out.append('‹').append(String.join(" ", numbers)).append('›');
            numbers.clear();
        }
    }

    /// Joins or chooses glyphs and has none of its own.
    private boolean invisible(int c) {
        return (Character.getType(c) == Character.FORMAT || c >= 0xFE00 && c <= 0xFE0F) && !fonts.draws(c);
    }

    private static String number(int c) {
        return String.format("U+%04X", c);
    }

    /// The text around the first of them.
    private static String excerpt(String text) {
        int before = Math.max(0, text.codePointCount(0, text.indexOf("‹U+")) - BEFORE);
        int[] points = text.codePoints().skip(before).toArray();
        String part = points.length <= EXCERPT
                ? new String(points, 0, points.length)
                : new String(points, 0, EXCERPT) + "…";
        return (before == 0 ? "" : "…") + part;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        texts.stream().limit(MOST).forEach(text -> notes.add("no bundled font can draw all of “" + text
                + "”; the numbers of the missing characters stand in their place"));
        if (texts.size() > MOST) {
            notes.add((texts.size() - MOST) + " more texts have such characters; in all: "
                    + missing.stream().map(MissingGlyphs::number).collect(Collectors.joining(" ")));
        }
        return notes;
    }
}
