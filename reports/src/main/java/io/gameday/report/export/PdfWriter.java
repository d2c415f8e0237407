package io.gameday.report.export;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.gameday.report.export.font.Face;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Document;

/// XHTML to PDF, with bundled fonts, loading nothing from outside. Dates and the document's id come from the
/// document, so that the same document gives the same bytes.
final class PdfWriter {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    /// Accents that follow their letter, and letters of tone.
    private static final Pattern COMPOSED = Pattern.compile("[\\p{M}\\x{2E5}-\\x{2E9}]");
    /// Whatever a template's style names, each face is asked before a character is given up.
    private static final Set<FSFontUseCase> LAST = Set.of(FSFontUseCase.FALLBACK_FINAL);

    private PdfWriter() {
    }

    /// @param notes what a reader should know of it
    static Export write(Document xhtml, FileLabels labels, List<String> notes) {
        // The library's own logger would write to the terminal of whoever runs us; what matters is thrown.
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        boolean composes = COMPOSED.matcher(xhtml.getDocumentElement().getTextContent()).find();
        for (Face face : Face.values()) {
            int weight = face.bold() ? BOLD : REGULAR;
            FSSupplier<InputStream> font = composes ? face::open : () -> withoutComposing(face);
            builder.useFont(font, face.family(), weight, FontStyle.NORMAL, true);
            builder.useFont(font, face.family(), weight, FontStyle.NORMAL, true, LAST);
        }
        builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withProducer("Gameday").withW3cDocument(xhtml, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawer);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument pdf = renderer.createPDFKeepOpen()) {
                describe(pdf, labels);
                pdf.save(out);
                return new Export(out.toByteArray(), pdf.getNumberOfPages(), notes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF cannot be made: " + e.getMessage(), e);
        }
    }

    /// The library tries all that a face composes on each word anew, which is half of the work of a PDF. Without that
    /// feature of the face (its table is `GSUB`) the same is drawn wherever there is nothing to compose.
    private static InputStream withoutComposing(Face face) {
        try (InputStream in = face.open()) {
            ByteBuffer font = ByteBuffer.wrap(in.readAllBytes());
            int tables = font.getShort(4);
            for (int entry = 12; entry < 12 + 16 * tables; entry += 16) {
                if (font.getInt(entry) == tag("GSUB")) {
                    int from = font.getInt(entry + 8);
                    for (int at = from; at < from + font.getInt(entry + 12) - 3; at++) {
                        if (font.getInt(at) == tag("ccmp")) {
                            // Features stand in the order of their names.
                            font.putInt(at, tag("ccmq"));
                        }
                    }
                }
            }
            return new ByteArrayInputStream(font.array());
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled font " + face.family() + " cannot be read: " + e, e);
        }
    }

    private static int tag(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    private static void describe(PDDocument pdf, FileLabels labels) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(labels.title());
        about.setSubject(labels.subject());
        about.setProducer("Gameday");
        Instant made = labels.made();
        if (made != null) {
            Calendar at = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
            about.setCreationDate(at);
            about.setModificationDate(at);
        }
        pdf.setDocumentInformation(about);
        pdf.setDocumentId(
                UUID.nameUUIDFromBytes(labels.identity().getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
    }
}
