package io.gameday.report.export.docx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.w3c.dom.Element;

/// How a stretch of text looks.
///
/// @param styles character styles, the innermost last
record TextFace(List<CTStyle> styles, Set<Trait> traits) {

    static final TextFace PLAIN = new TextFace(List.of(), Set.of());

    enum Trait {
        BOLD, ITALIC,
        /// A line must not break at a space.
        UNBROKEN,
        /// Where a line of the text ends, a line ends.
        LINES
    }

    /// What it is within `element`.
    TextFace within(Element element, Styles known) {
        List<CTStyle> inner = new ArrayList<>(styles);
        Markup.classes(element).forEach(name -> known.find(Styles.Kind.CHARACTER, name).ifPresent(inner::add));
        Set<Trait> more = new HashSet<>(traits);
        switch (element.getTagName()) {
            case "b", "strong" -> more.add(Trait.BOLD);
            case "i", "em" -> more.add(Trait.ITALIC);
            default -> {
                // Only its classes count.
            }
        }
        if (Markup.is(element, "nowrap")) {
            more.add(Trait.UNBROKEN);
        }
        if (Markup.is(element, "prose")) {
            more.add(Trait.LINES);
        }
        return new TextFace(List.copyOf(inner), Set.copyOf(more));
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /// A run can name one style only, so what the outer ones add is written out.
    void apply(XWPFRun run) {
        if (!styles.isEmpty()) {
            run.setStyle(styles.getLast().getStyleId());
            Set<QName> set = new HashSet<>(properties(styles.getLast()));
            for (CTStyle style : styles.subList(0, styles.size() - 1).reversed()) {
                copy(style, run.getCTR().getRPr(), set);
            }
        }
        if (has(Trait.BOLD)) {
            run.setBold(true);
        }
        if (has(Trait.ITALIC)) {
            run.setItalic(true);
        }
    }

    private static Set<QName> properties(CTStyle style) {
        Set<QName> names = new HashSet<>();
        if (style.isSetRPr()) {
            try (XmlCursor cursor = style.getRPr().newCursor()) {
                for (boolean there = cursor.toFirstChild(); there; there = cursor.toNextSibling()) {
                    names.add(cursor.getName());
                }
            }
        }
        return names;
    }

    private static void copy(CTStyle style, CTRPr to, Set<QName> set) {
        if (!style.isSetRPr()) {
            return;
        }
        try (XmlCursor from = style.getRPr().newCursor(); XmlCursor end = to.newCursor()) {
            end.toEndToken();
            for (boolean there = from.toFirstChild(); there; there = from.toNextSibling()) {
                if (set.add(from.getName())) {
                    from.copyXml(end);
                }
            }
        }
    }
}
