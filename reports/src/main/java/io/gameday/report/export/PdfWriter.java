package io.gameday.report.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.xml.sax.SAXParseException;

/// XHTML to PDF, with bundled fonts, loading nothing from outside. Dates and the document's id come from the
/// document, so that the same document gives the same bytes.
final class PdfWriter {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private PdfWriter() {
    }

    /// @param template that `xhtml` was made by, for messages
    /// @throws TemplateFailure when `xhtml` is not well-formed
    static byte[] write(String template, String xhtml, PdfLabels labels) {
        // The library's own logger would write to the terminal of whoever runs us; what matters is thrown.
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, "NotoSans-Regular.ttf", "Noto Sans", REGULAR);
        font(builder, "NotoSans-Bold.ttf", "Noto Sans", BOLD);
        font(builder, "NotoSerif-Regular.ttf", "Noto Serif", REGULAR);
        font(builder, "NotoSansMono-Regular.ttf", "Noto Sans Mono", REGULAR);
        font(builder, "DejaVuSans.ttf", "DejaVu Sans", REGULAR);
        builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withProducer("Gameday").withHtmlContent(xhtml, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawer);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument pdf = renderer.createPDFKeepOpen()) {
                describe(pdf, labels);
                pdf.save(out);
            }
        } catch (XRRuntimeException e) {
            throw new TemplateFailure("What the template " + template + " gives is no well-formed XHTML: " + reason(e),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF cannot be made: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    /// The line is that of the filled template, since the parser sees nothing else.
    private static String reason(XRRuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException at) {
                return "line " + at.getLineNumber() + " once filled: " + at.getMessage();
            }
        }
        return failure.getMessage();
    }

    private static void describe(PDDocument pdf, PdfLabels labels) {
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

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream("/io/gameday/report/fonts/" + file),
                "The font " + file + " is missing from the distribution.");
    }
}
