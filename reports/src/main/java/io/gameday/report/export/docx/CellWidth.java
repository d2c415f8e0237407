package io.gameday.report.export.docx;

import io.gameday.report.export.font.BundledFonts;
import io.gameday.report.export.font.Face;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// How wide a table's cell has to be, in points.
///
/// @param least for its longest word
/// @param most  for its longest line
record CellWidth(double least, double most) {

    static final CellWidth NONE = new CellWidth(0, 0);

    private static final double SIZE = 8;
    private static final double ICON = 10;
    /// Room between cells.
    private static final double PADDING = 7;
    private static final char NO_BREAK = '\u00a0';
    private static final char PICTURE = '\ufffc';

    /// With our faces, which are at least as wide as those that word processors take for them.
    static CellWidth of(Element cell, BundledFonts fonts) {
        boolean bold = cell.getTagName().equals("th") || Markup.is(cell, "strong");
        List<Face> faces = new ArrayList<>(List.of(bold ? Face.SANS_BOLD : Face.SANS));
        if (monospaced(cell)) {
            faces.add(Face.MONO);
        }
        StringBuilder text = new StringBuilder();
        collect(cell, Markup.is(cell, "nowrap") || Markup.is(cell, "num"), text);
        double least = 0;
        double most = 0;
        for (String line : text.toString().split("\n")) {
            String set = line.replaceAll("[ \t\r]+", " ").strip();
            most = Math.max(most, points(set, faces, fonts));
            for (String word : set.split("(?<=[ \\-–])|(?<=[\\x{3040}-\\x{9fff}])")) {
                least = Math.max(least, points(word.strip(), faces, fonts));
            }
        }
        return new CellWidth(least + PADDING, most + PADDING);
    }

    CellWidth or(CellWidth other) {
        return new CellWidth(Math.max(least, other.least), Math.max(most, other.most));
    }

    private static boolean monospaced(Element element) {
        return Markup.is(element, "mono") || Markup.elements(element).stream().anyMatch(CellWidth::monospaced);
    }

    private static double points(String text, List<Face> faces, BundledFonts fonts) {
        long pictures = text.chars().filter(c -> c == PICTURE).count();
        String letters = text.replace(String.valueOf(PICTURE), "");
        return pictures * ICON + faces.stream().mapToDouble(face -> fonts.width(face, letters)).max().orElse(0) * SIZE;
    }

    private static void collect(Element element, boolean unbroken, StringBuilder text) {
        for (Node child : Markup.children(element)) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                String words = child.getNodeValue().replace('\n', ' ');
                text.append(unbroken ? words.replace(' ', NO_BREAK).replace('-', '\u2011').replace('–', '—') : words);
            } else if (child instanceof Element inner) {
                switch (inner.getTagName()) {
                    case "br" -> text.append('\n');
                    case "svg" -> text.append(PICTURE);
                    default -> {
                        collect(inner, unbroken || Markup.is(inner, "nowrap"), text);
                        if (!Markup.INLINE.contains(inner.getTagName())) {
                            text.append('\n');
                        }
                    }
                }
            }
        }
    }
}
