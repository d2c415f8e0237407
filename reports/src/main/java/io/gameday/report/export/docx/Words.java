package io.gameday.report.export.docx;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Writes what stands in a line into one paragraph: spaces run together as in XHTML.
final class Words {

    private final XWPFParagraph paragraph;
    private final Markup markup;
    private final Styles styles;
    private final Pictures pictures;
    private boolean begun;
    private boolean space;

    Words(XWPFParagraph paragraph, Markup markup, Styles styles, Pictures pictures) {
        this.paragraph = paragraph;
        this.markup = markup;
        this.styles = styles;
        this.pictures = pictures;
    }

    /// The text of an element without its mark-up.
    static String plain(Element element) {
        return element.getTextContent().replaceAll("[ \t\r\n]+", " ").strip();
    }

    void write(List<Node> nodes, TextFace face) {
        for (Node node : nodes) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text(node.getNodeValue(), face);
            } else if (node instanceof Element element) {
                element(element, face);
            }
        }
    }

    private void element(Element element, TextFace outer) {
        TextFace face = outer.within(element, styles);
        switch (element.getTagName()) {
            case "span", "b", "strong", "i", "em" -> span(element, face);
            case "br" -> lineBreak(face);
            case "svg" -> pictures.icon(run(face), element);
            default -> throw markup.refused(element, "it cannot stand within a line");
        }
    }

    private void span(Element element, TextFace face) {
        if (Markup.is(element, "page") || Markup.is(element, "pages")) {
            Fields.write(run(face), Markup.is(element, "page") ? "PAGE" : "NUMPAGES", "1");
        } else {
            if (Markup.is(element, "right")) {
                space = false;
                run(face).addTab();
            }
            write(Markup.children(element), face);
        }
    }

    private void text(String text, TextFace face) {
        if (!face.has(TextFace.Trait.LINES)) {
            line(text, face);
            return;
        }
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                lineBreak(face);
            }
            line(lines[i], face);
        }
    }

    private void line(String text, TextFace face) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Markup.space(c)) {
                space = begun;
            } else {
                if (space) {
                    out.append(face.has(TextFace.Trait.UNBROKEN) ? '\u00a0' : ' ');
                    space = false;
                }
                out.append(c);
                begun = true;
            }
        }
        if (!out.isEmpty()) {
            XWPFRun run = paragraph.createRun();
            face.apply(run);
            run.setText(out.toString());
        }
    }

    private void lineBreak(TextFace face) {
        space = false;
        run(face).addBreak();
        begun = false;
    }

    /// A run for something that is no text; a space before it is kept.
    private XWPFRun run(TextFace face) {
        XWPFRun run = paragraph.createRun();
        face.apply(run);
        if (space) {
            run.setText(" ");
            space = false;
        }
        begun = true;
        return run;
    }
}
