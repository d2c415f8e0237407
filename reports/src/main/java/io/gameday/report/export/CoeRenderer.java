package io.gameday.report.export;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.words.CoeFileReader;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    public byte[] pdf() {
        return PdfWriter.write(templates.html("coe-pdf.html", model("coe-pdf.css")), document);
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
