package io.gameday.report.export;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.docx.DocxWriter;
import io.gameday.report.export.font.BundledFonts;
import io.gameday.report.words.CoeFileReader;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/// One document in each of its formats. The same document gives the same bytes.
public final class CoeRenderer {

    private final CoeDocument document;
    private final Templates templates;
    private final TemplateFiles files;

    /// @param ownTemplates a team's folder whose files stand in for ours, one by one; null for ours alone
    public CoeRenderer(CoeDocument document, @Nullable Path ownTemplates) {
        this.document = document;
        templates = new Templates(ownTemplates);
        files = new TemplateFiles(ownTemplates);
    }

    public String markdown() {
        return templates.markdown("coe.md", Map.of("coe", TemplateModel.of(document)));
    }

    /// One file that loads nothing.
    public String html() {
        return templates.html("coe.html", model("coe-screen.css"));
    }

    /// A4, with the bundled fonts inside.
    public Export pdf() {
        Document xhtml = Xhtml.parse("coe-pdf.html", templates.html("coe-pdf.html", model("coe-pdf.css")));
        List<String> notes = MissingGlyphs.replace(List.of(xhtml.getDocumentElement()), new BundledFonts());
        return new Export(PdfWriter.write(xhtml, document), notes);
    }

    /// For a word processor: A4, with headings, captions and contents of its own.
    public Export docx() {
        String template = "coe-docx.html";
        Document xhtml = Xhtml.parse(template,
                templates.html(template, Map.of("coe", TemplateModel.typeset(document))));
        BundledFonts fonts = new BundledFonts();
        // Words are set with the reader's fonts; what stands in a picture is drawn here.
        List<String> notes = MissingGlyphs.replace(Xhtml.ofClass(xhtml, "label"), fonts);
        DocxWriter writer = new DocxWriter(template, files.text("coe-docx-styles.xml"), fonts);
        return new Export(writer.write(xhtml, document), notes);
    }

    /// The file in which people write, as nobody has written in it yet.
    public String blankWords() {
        return templates.yaml(CoeFileReader.FILE, Map.of("coe", TemplateModel.of(document)));
    }

    private Map<String, Object> model(String style) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("coe", TemplateModel.typeset(document));
        model.put("style", new SafeString(files.text("coe.css") + files.text(style)));
        return model;
    }
}
