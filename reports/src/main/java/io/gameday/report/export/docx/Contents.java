package io.gameday.report.export.docx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The list of headings, filled in, as a field that a word processor can make anew. It has no page numbers: only a word
/// processor knows them, and a wrong number is worse than none. Each entry leads to its heading.
final class Contents {

    private static final String INSTRUCTION = "TOC \\o \"1-3\" \\n \\h \\z \\u";

    /// @param level 1 to 3
    private record Entry(int level, String text) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private int marked;

    Contents(Document xhtml) {
        NodeList all = xhtml.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            level(element).ifPresent(level -> entries.add(new Entry(level, Words.plain(element))));
        }
    }

    /// Of a heading; the title is above the contents and not in it.
    private static OptionalInt level(Element element) {
        return switch (element.getTagName()) {
            case "h2" -> OptionalInt.of(1);
            case "h3" -> OptionalInt.of(2);
            case "h4" -> OptionalInt.of(3);
            default -> OptionalInt.empty();
        };
    }

    void write(Supplier<XWPFParagraph> paragraphs) {
        for (int i = 0; i < entries.size(); i++) {
            XWPFParagraph paragraph = paragraphs.get();
            paragraph.setStyle("TOC" + entries.get(i).level());
            CTP entry = paragraph.getCTP();
            if (i == 0) {
                Fields.begin(entry.addNewR(), INSTRUCTION);
            }
            CTHyperlink link = entry.addNewHyperlink();
            link.setAnchor(bookmark(i));
            link.addNewR().addNewT().setStringValue(entries.get(i).text());
            if (i == entries.size() - 1) {
                Fields.end(entry.addNewR());
            }
        }
    }

    /// Lets an entry lead to this heading; to be called for each of them in order, before its text is written.
    void mark(XWPFParagraph heading) {
        var mark = heading.getCTP().addNewBookmarkStart();
        mark.setId(BigInteger.valueOf(marked));
        mark.setName(bookmark(marked));
        heading.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(marked));
        marked++;
    }

    private static String bookmark(int number) {
        return String.format("_Toc%06d", number + 1);
    }
}
