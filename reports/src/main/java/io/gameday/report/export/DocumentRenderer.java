package io.gameday.report.export;

import io.gameday.report.export.docx.DocxWriter;
import io.gameday.report.export.font.BundledFonts;
import io.gameday.report.phrase.Translation;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Document;

/// A model in each format, by templates of one name: `plan` is filled into `plan.md`, `plan.html` and `plan-pdf.html`,
/// each of which sees it as `plan`, and `coe-short` as `coeShort`. The same model gives the same bytes.
public final class DocumentRenderer {

    private static final Pattern HYPHEN = Pattern.compile("-(.)");

    private final String name;
    private final String variable;
    private final Record model;
    private final Styles styles;
    private final FileLabels labels;
    private final Templates templates;
    private final TemplateFiles files;
    private final Translation translation;
    private final Set<String> untold = new LinkedHashSet<>();

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
    /// @param wording in which language, by whose templates
    public DocumentRenderer(String name, Record model, Styles styles, FileLabels labels, Wording wording) {
        this.name = name;
        variable = HYPHEN.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        this.model = model;
        this.styles = styles;
        files = wording.files();
        // Where nothing is translated there is nothing to keep.
        Set<String> own = wording.phrases().isEmpty() ? Set.of() : TemplateModel.ownWords(model);
        translation = new Translation(wording.phrases(), own);
        templates = new Templates(files, translation::of);
        this.labels = new FileLabels(translation.of(labels.title()), translation.of(labels.subject()), labels.made(),
                labels.identity());
    }

    /// @throws TemplateFailure naming the template and the line
    public String markdown() {
        String made = templates.markdown(name + ".md", Map.of(variable, TemplateModel.of(model, translation::of)));
        // A model tells more than templates print.
        translation.missing().stream().filter(text -> made.contains(MarkdownEscaping.escape(text)))
                .forEach(untold::add);
        return made;
    }

    /// Sentences of ours that the Markdown prints in English, as the document's language has no phrase for them. One that is
    /// a part of another is not told besides.
    public List<String> untold() {
        return untold.stream()
                .filter(text -> untold.stream().noneMatch(other -> !other.equals(text) && other.contains(text)))
                .toList();
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
    public Export pdf() {
        String template = name + "-pdf.html";
        Document xhtml = Xhtml.parse(template, templates.html(template, model(styles.pages)));
        List<String> notes = MissingGlyphs.replace(List.of(xhtml.getDocumentElement()), new BundledFonts());
        return PdfWriter.write(xhtml, labels, notes);
    }

    /// For a word processor: A4, with headings, captions and contents of its own.
    ///
    /// @throws TemplateFailure naming the template and the line
    public Export docx() {
        String template = name + "-docx.html";
        Document xhtml = Xhtml.parse(template,
                templates.html(template, Map.of(variable, TemplateModel.typeset(model, translation::of))));
        BundledFonts fonts = new BundledFonts();
        // Words are set with the reader's fonts; what stands in a picture is drawn here.
        List<String> notes = MissingGlyphs.replace(Xhtml.ofClass(xhtml, "label"), fonts);
        DocxWriter writer = new DocxWriter(template, files.text("coe-docx-styles.xml"), fonts);
        return new Export(writer.write(xhtml, labels), 0, notes);
    }

    /// A file for people to write in, by a template of the file's name.
    ///
    /// @throws TemplateFailure naming the template and the line
    public String yaml(String file) {
        return templates.yaml(file, Map.of(variable, TemplateModel.of(model, translation::of)));
    }

    private Map<String, Object> model(List<String> sheets) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(variable, TemplateModel.typeset(model, translation::of));
        all.put("style", new SafeString(sheets.stream().map(files::text).collect(Collectors.joining())));
        return all;
    }
}
