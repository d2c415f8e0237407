package io.gameday.report.export;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.words.CoeFileReader;
import java.util.List;

/// One document in each of its formats. The same document gives the same bytes.
public final class CoeRenderer {

    private final DocumentRenderer renderer;

    public CoeRenderer(CoeDocument document, Wording wording) {
        renderer = new DocumentRenderer("coe", document, DocumentRenderer.Styles.DOCUMENT,
                new FileLabels(document.title(), document.origin() + " " + document.id(), document.made(),
                        document.journal() + document.sha256()),
                wording);
    }

    public String markdown() {
        return renderer.markdown();
    }

    /// One file that loads nothing.
    public String html() {
        return renderer.html();
    }

    /// A4, with the bundled fonts inside.
    public Export pdf() {
        return renderer.pdf();
    }

    /// For a word processor: A4, with headings, captions and contents of its own.
    public Export docx() {
        return renderer.docx();
    }

    /// Sentences of ours that the Markdown prints in English, as the document's language has no phrase for them.
    public List<String> untold() {
        return renderer.untold();
    }

    /// The file in which people write, as nobody has written in it yet.
    public String blankWords() {
        return renderer.yaml(CoeFileReader.FILE);
    }
}
