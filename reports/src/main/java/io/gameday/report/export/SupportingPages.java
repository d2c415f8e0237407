package io.gameday.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/// How long the supporting part of a document came out: what stands before the whys.
public final class SupportingPages {

    /// The heading of the first section behind it.
    private static final String WHYS = "6 Whys";

    private SupportingPages() {
    }

    /// Whole pages, at least one; null where there is no such PDF, or the heading of the whys is not in it.
    ///
    /// @throws IOException when the PDF cannot be read
    public static @Nullable Integer of(Path pdf) throws IOException {
        if (!Files.isRegularFile(pdf)) {
            return null;
        }
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                if (text.getText(document).replaceAll("[\\s\\u00a0]+", " ").contains(WHYS)) {
                    return Math.max(1, page - 1);
                }
            }
        }
        return null;
    }
}
