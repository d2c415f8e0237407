package io.gameday.report.export.docx;

import io.gameday.report.export.font.BundledFonts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Writes headings, paragraphs, lists, tables and charts, one after the other.
final class Blocks {

    /// A4 within its margins, in twentieths of a point: as wide as our charts.
    static final int TEXT_WIDTH = 10206;
    /// What a cell may say in its `style`.
    static final Set<String> CELL_STYLE = Set.of("width", "padding-left");
    private static final String PLAIN = "Normal";
    private static final int TWIPS_OF_A_PIXEL = 15;

    private final XWPFDocument document;
    private final Markup markup;
    private final Styles styles;
    private final Pictures pictures;
    private final Tables tables;
    private final Lists lists;
    private final Contents contents;
    /// The heading of the contents, until they are written.
    private @Nullable Element waiting;
    /// What begins together: a paragraph, or all of a table's row.
    private final List<List<XWPFParagraph>> written = new ArrayList<>();

    Blocks(XWPFDocument document, Markup markup, Styles styles, BundledFonts fonts, Contents contents) {
        this.document = document;
        this.markup = markup;
        this.styles = styles;
        this.contents = contents;
        pictures = new Pictures(markup, styles, fonts);
        tables = new Tables(document, markup, styles, fonts);
        lists = new Lists(document);
    }

    /// The contents stand before the first section, wherever the template has its `nav`.
    void body(Element body) {
        List<Element> navs = Markup.elements(body).stream().filter(e -> e.getTagName().equals("nav")).toList();
        if (!navs.isEmpty()) {
            waiting = navs.getFirst();
        }
        write(body, new Where(this::next, PLAIN, TextFace.PLAIN, false, 0));
    }

    /// A header or footer of the pages.
    void line(Element element, XWPFParagraph paragraph, String style) {
        paragraph.setStyle(style);
        words(paragraph, Markup.children(element), TextFace.PLAIN.within(element, styles));
    }

    private XWPFParagraph next() {
        XWPFParagraph paragraph = document.createParagraph();
        written.add(List.of(paragraph));
        return paragraph;
    }

    private void write(Element container, Where where) {
        List<Node> line = new ArrayList<>();
        for (Node child : Markup.children(container)) {
            if (child instanceof Element element && !Markup.INLINE.contains(element.getTagName())) {
                paragraph(line, where);
                line.clear();
                block(element, where);
            } else {
                line.add(child);
            }
        }
        paragraph(line, where);
    }

    private void paragraph(List<Node> line, Where where) {
        if (!line.stream().allMatch(Markup::blank)) {
            words(styled(where.paragraphs().get(), where.style()), line, where.face());
        }
    }

    private static XWPFParagraph styled(XWPFParagraph paragraph, String style) {
        paragraph.setStyle(style);
        return paragraph;
    }

    private void words(XWPFParagraph paragraph, List<Node> nodes, TextFace face) {
        new Words(paragraph, markup, styles, pictures).write(nodes, face);
    }

    private void block(Element element, Where where) {
        switch (element.getTagName()) {
            case "h1" -> heading(element, where, "Title");
            case "h2" -> section(element, where);
            case "h3" -> heading(element, where, "Heading2");
            case "h4" -> heading(element, where, "Heading3");
            case "p" -> words(styled(where.paragraphs().get(), style(element, where.style())), Markup.children(element),
                    where.face().within(element, styles));
            case "div" -> division(element, where);
            case "ul", "ol" -> list(element, where);
            case "table" -> table(element, where);
            case "header", "footer", "nav" -> {
                if (!(element.getParentNode() instanceof Element parent && parent.getTagName().equals("body"))) {
                    throw markup.refused(element, "it stands directly in the body");
                }
            }
            default -> throw markup.refused(element, "it cannot stand there");
        }
    }

    private String style(Element element, String otherwise) {
        return styles.id(Styles.Kind.PARAGRAPH, element).orElse(otherwise);
    }

    private void section(Element element, Where where) {
        Element nav = waiting;
        if (nav != null) {
            waiting = null;
            words(styled(where.paragraphs().get(), "TOCHeading"), Markup.children(nav), TextFace.PLAIN);
            contents.write(where.paragraphs());
        }
        heading(element, where, "Heading1");
    }

    private void heading(Element element, Where where, String style) {
        if (where.inCell()) {
            throw markup.refused(element, "a heading cannot stand in a table");
        }
        XWPFParagraph paragraph = styled(where.paragraphs().get(), style);
        if (!style.equals("Title")) {
            contents.mark(paragraph);
        }
        words(paragraph, Markup.children(element), TextFace.PLAIN.within(element, styles));
    }

    private void division(Element element, Where where) {
        if (Markup.is(element, "chart")) {
            XWPFParagraph paragraph = styled(where.paragraphs().get(), style(element, where.style()));
            pictures.chart(paragraph.createRun(), element, caption(element));
            paragraph.setKeepNext(true);
            return;
        }
        markup.style(element, Set.of());
        int first = written.size();
        write(element, where.with(style(element, where.style()), where.face().within(element, styles)));
        if (Markup.is(element, "keep") || Markup.is(element, "figure")) {
            keepTogether(first);
        }
    }

    private void keepTogether(int first) {
        for (int i = first; i < written.size() - 1; i++) {
            written.get(i).forEach(paragraph -> paragraph.setKeepNext(true));
        }
    }

    private String caption(Element chart) {
        for (Node next = chart.getNextSibling(); next != null; next = next.getNextSibling()) {
            if (next instanceof Element element && Markup.is(element, "caption")) {
                return Words.plain(element);
            }
        }
        throw markup.refused(chart, "no element of class 'caption' comes after it, whose text is read out to those who "
                + "cannot see the picture");
    }

    private void list(Element element, Where where) {
        BigInteger list = lists.begin(element.getTagName().equals("ol"));
        for (Element item : Markup.elements(element)) {
            if (!item.getTagName().equals("li")) {
                throw markup.refused(item, "a list holds li");
            }
            // The first paragraph bears the number; what follows in the item stands under it.
            boolean[] begun = {false};
            Where within = new Where(() -> {
                XWPFParagraph paragraph = where.paragraphs().get();
                if (!begun[0]) {
                    Lists.item(paragraph, list, where.lists());
                    begun[0] = true;
                }
                return paragraph;
            }, style(item, "ListParagraph"), where.face().within(item, styles), where.inCell(), where.lists());
            write(item, within.inList());
        }
    }

    private void table(Element element, Where where) {
        if (where.inCell()) {
            throw markup.refused(element, "a table cannot stand in a table");
        }
        List<XWPFParagraph> row = new ArrayList<>();
        TextFace face = where.face().within(element, styles);
        tables.write(element, TEXT_WIDTH, new Tables.Cells() {
            private boolean header;

            @Override
            public void write(Element cell, XWPFTableCell to) {
                header = cell.getTagName().equals("th");
                cell(cell, to, face, row);
            }

            @Override
            public void rowEnds() {
                if (header) {
                    row.forEach(paragraph -> paragraph.setKeepNext(true));
                }
                written.add(List.copyOf(row));
                row.clear();
            }
        });
        // Two tables without a paragraph between them would become one.
        next().setStyle("TableGap");
    }

    private void cell(Element cell, XWPFTableCell to, TextFace face, List<XWPFParagraph> row) {
        String style = style(cell, cell.getTagName().equals("th") ? "TableHead" : "TableText");
        XWPFParagraph one = to.getParagraphs().getFirst();
        one.setStyle(style);
        row.add(one);
        int first = row.size() - 1;
        boolean[] begun = {false};
        write(cell, new Where(() -> {
            if (!begun[0]) {
                begun[0] = true;
                return one;
            }
            XWPFParagraph more = to.addParagraph();
            row.add(more);
            return more;
        }, style, face.within(cell, styles), true, 0));
        String indent = markup.style(cell, CELL_STYLE).get("padding-left");
        if (indent != null) {
            int left = (int) markup.number(cell, indent, "px") * TWIPS_OF_A_PIXEL;
            row.subList(first, row.size()).forEach(paragraph -> paragraph.setIndentationLeft(left));
        }
    }
}
