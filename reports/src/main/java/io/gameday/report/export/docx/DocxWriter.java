package io.gameday.report.export.docx;

import io.gameday.report.export.FileLabels;
import io.gameday.report.export.font.BundledFonts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// XHTML to DOCX on A4. What stands in it and how it looks is the template's and the styles' business:
///
/// ```
///  h1, h2 … h4          styles Title, Heading1 … Heading3
///  p, td, th, li        Normal, TableText, TableHead, ListParagraph
///  class="x"            the paragraph, character or table style whose id is x, if there is one; for a th first th-x
///  header, footer       of each page; span.right after a tab, span.page and span.pages are numbers
///  nav                  heading of the contents, which stand before the first h2
///  .prose               the lines of its text are lines
///  div.keep, .figure    on one page
///  div.chart            a picture; the text of the .caption after it is read out to those who cannot see it
/// ```
///
/// Any other element or attribute is refused.
public final class DocxWriter {

    /// In twentieths of a point.
    private static final Pattern EAST_ASIAN = Pattern.compile("(?:ja|zh|ko)\\b");
    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;
    private static final int SIDE = (PAGE_WIDTH - Blocks.TEXT_WIDTH) / 2;
    private static final int TOP = 1247;
    private static final int BOTTOM = 1134;
    private static final int EDGE = 567;

    private final Markup markup;
    private final Styles styles;
    private final BundledFonts fonts;

    /// @param template its name, for messages
    /// @param styles   `styles.xml` of WordprocessingML
    /// @throws DocxFailure when the styles cannot be read
    public DocxWriter(String template, String styles, BundledFonts fonts) {
        markup = new Markup(template);
        this.styles = new Styles(styles);
        this.fonts = fonts;
    }

    /// @param labels what the file says of itself
    /// @throws DocxFailure naming the element that DOCX has no counterpart for
    public byte[] write(Document xhtml, FileLabels labels) {
        markup.check(xhtml);
        Element root = xhtml.getDocumentElement();
        List<Element> bodies = Markup.elements(root).stream().filter(e -> e.getTagName().equals("body")).toList();
        if (bodies.isEmpty()) {
            throw markup.refused(root, "it has no body");
        }
        Element body = bodies.getFirst();
        String language = root.getAttribute("lang").isEmpty() ? "en" : root.getAttribute("lang");
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFStyles used = document.createStyles();
            used.setStyles(styles.all());
            if (EAST_ASIAN.matcher(language).lookingAt()) {
                // Latin words among its letters keep the language of the styles, or they would break anywhere.
                used.setEastAsia(language);
            } else {
                used.setSpellingLanguage(language);
            }
            Blocks blocks = new Blocks(document, markup, styles, fonts, new Contents(xhtml));
            blocks.body(body);
            page(document);
            for (Element element : Markup.elements(body)) {
                switch (element.getTagName()) {
                    case "header" -> blocks.line(element,
                            document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), "Header");
                    case "footer" -> blocks.line(element,
                            document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), "Footer");
                    default -> {
                        // Written with the body.
                    }
                }
            }
            return DocxFile.save(document, labels, language);
        } catch (IOException e) {
            throw new UncheckedIOException("The DOCX cannot be made: " + e.getMessage(), e);
        }
    }

    private static void page(XWPFDocument document) {
        var body = document.getDocument().getBody();
        CTSectPr section = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(SIDE));
        margins.setRight(BigInteger.valueOf(SIDE));
        margins.setTop(BigInteger.valueOf(TOP));
        margins.setBottom(BigInteger.valueOf(BOTTOM));
        margins.setHeader(BigInteger.valueOf(EDGE));
        margins.setFooter(BigInteger.valueOf(EDGE));
        margins.setGutter(BigInteger.ZERO);
    }
}
