package io.gameday.report.export;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A model in each format, by templates of one name: `plan` is filled into `plan.md`, `plan.html` and `plan-pdf.html`,
/// each of which sees it as `plan`. The same model gives the same bytes.
public final class DocumentRenderer {

    private final String name;
    private final Record model;
    private final Styles styles;
    private final PdfLabels labels;
    private final Templates templates;
    private final TemplateFiles files;

    /// Which styles templates get as `style`.
    public enum Styles {
        /// A document that is read.
        DOCUMENT(List.of("coe.css", "coe-screen.css"), List.of("coe.css", "coe-pdf.css")),
        /// A paper that is worked with by hand.
        PAPER(List.of("coe.css", "coe-screen.css", "paper.css", "paper-screen.css"),
                List.of("coe.css", "coe-pdf.css", "paper.css", "paper-pdf.css"));

        private final List<String> screen;
        private final List<String> pages;

        Styles(List<String> screen, List<String> pages) {
            this.screen = screen;
            this.pages = pages;
        }
    }

    /// @param name         of the templates
    /// @param model        what they may tell of
    /// @param ownTemplates a team's folder whose files stand in for ours, one by one; null for ours alone
    public DocumentRenderer(String name, Record model, Styles styles, PdfLabels labels, @Nullable Path ownTemplates) {
        this.name = name;
        this.model = model;
        this.styles = styles;
        this.labels = labels;
        templates = new Templates(ownTemplates);
        files = new TemplateFiles(ownTemplates);
    }

    /// @throws TemplateFailure naming the template and the line
    public String markdown() {
        return templates.markdown(name + ".md", Map.of(name, TemplateModel.of(model)));
    }

    /// One file that loads nothing.
    ///
    /// @throws TemplateFailure naming the template and the line
    public String html() {
        return templates.html(name + ".html", model(styles.screen));
    }

    /// A4, with the bundled fonts inside.
    ///
    /// @throws TemplateFailure naming the template and the line
    public byte[] pdf() {
        String template = name + "-pdf.html";
        return PdfWriter.write(template, templates.html(template, model(styles.pages)), labels);
    }

    private Map<String, Object> model(List<String> sheets) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(name, TemplateModel.typeset(model));
        all.put("style", new SafeString(sheets.stream().map(files::text).collect(Collectors.joining())));
        return all;
    }
}
