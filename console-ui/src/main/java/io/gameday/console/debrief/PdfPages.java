package io.gameday.console.debrief;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pages of a PDF. Opened anew for each page, so that nothing stays open and a document written again is seen.
final class PdfPages implements PageSource {

    @Override
    public int pages(Path document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document.toFile())) {
            return pdf.getNumberOfPages();
        }
    }

    @Override
    public PageImage render(Path document, int page, int width) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document.toFile())) {
            float scale = width / pdf.getPage(page).getCropBox().getWidth();
            BufferedImage image = new PDFRenderer(pdf).renderImage(page, scale, ImageType.RGB);
            int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new PageImage(image.getWidth(), image.getHeight(), argb);
        }
    }
}
