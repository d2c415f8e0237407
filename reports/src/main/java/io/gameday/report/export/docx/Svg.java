package io.gameday.report.export.docx;

import io.gameday.report.export.font.BundledFonts;
import io.gameday.report.export.font.Face;
import io.gameday.report.export.font.Glyph;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.transcoder.ErrorHandler;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.XMLAbstractTranscoder;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.w3c.dom.Element;

/// Drawings as PNG. Letters are drawn as outlines of the bundled faces, so that a picture does not depend on the fonts
/// of the machine that makes it. It loads nothing.
final class Svg {

    /// Pixels of a PNG for each of the drawing's: sharp on paper.
    private static final int SCALE = 2;

    /// @param x      left edge of its box, in the drawing's pixels
    /// @param y      upper edge
    /// @param width  of its box
    /// @param align  `left`, `center` or `right` within the box
    /// @param size   of its letters
    /// @param colour six hexadecimal digits
    record Label(double x, double y, double width, String align, double size, String colour, Face face, String text) {
    }

    private static final double LINE = 13.3;
    /// From the upper edge of a line to its baseline, in parts of the letters' size.
    private static final double ASCENT = 1.069;
    private static final double LETTERS = 1.362;

    private Svg() {
    }

    /// @throws DocxFailure when it cannot be drawn
    static byte[] png(Element svg, List<Label> labels, BundledFonts fonts) {
        String markup = text(svg);
        StringBuilder drawn = new StringBuilder();
        labels.forEach(label -> drawn.append(paths(label, fonts)));
        int end = markup.lastIndexOf("</");
        String whole = end < 0 ? markup : markup.substring(0, end) + drawn + markup.substring(end);
        PNGTranscoder transcoder = new PNGTranscoder();
        transcoder.setErrorHandler(new Throwing());
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) width(svg) * SCALE);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) height(svg) * SCALE);
        transcoder.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
        transcoder.addTranscodingHint(XMLAbstractTranscoder.KEY_XML_PARSER_VALIDATING, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(new StringReader(whole)), new TranscoderOutput(out));
        } catch (TranscoderException e) {
            throw new DocxFailure("A picture cannot be drawn: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    /// In CSS pixels.
    static int width(Element svg) {
        return pixels(svg, "width");
    }

    /// In CSS pixels.
    static int height(Element svg) {
        return pixels(svg, "height");
    }

    private static int pixels(Element svg, String side) {
        String value = svg.getAttribute(side);
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new DocxFailure("An svg has " + side + "=\"" + value + "\"; allowed: 1 to 9999, in pixels");
        }
        return Integer.parseInt(value);
    }

    private static String text(Element svg) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(svg), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new DocxFailure("A picture cannot be read: " + e.getMessage(), e);
        }
    }

    private static String paths(Label label, BundledFonts fonts) {
        double length = fonts.width(label.face(), label.text()) * label.size();
        double x = switch (label.align()) {
            case "right" -> label.x() + label.width() - length;
            case "center" -> label.x() + (label.width() - length) / 2;
            default -> label.x();
        };
        double y = label.y() + (LINE - LETTERS * label.size()) / 2 + ASCENT * label.size();
        StringBuilder path = new StringBuilder();
        for (int c : label.text().codePoints().toArray()) {
            Optional<Glyph> glyph = fonts.glyph(label.face(), c);
            if (glyph.isPresent()) {
                AffineTransform place = new AffineTransform(label.size(), 0, 0, -label.size(), x, y);
                append(glyph.get().outline().getPathIterator(place), path);
            }
            x += glyph.map(Glyph::advance).orElse(1.0) * label.size();
        }
        return "<path xmlns=\"http://www.w3.org/2000/svg\" fill=\"#" + label.colour() + "\" d=\"" + path + "\"/>";
    }

    private static void append(PathIterator outline, StringBuilder path) {
        double[] points = new double[6];
        for (; !outline.isDone(); outline.next()) {
            int count = switch (outline.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> write(path, 'M', 2);
                case PathIterator.SEG_LINETO -> write(path, 'L', 2);
                case PathIterator.SEG_QUADTO -> write(path, 'Q', 4);
                case PathIterator.SEG_CUBICTO -> write(path, 'C', 6);
                default -> write(path, 'Z', 0);
            };
            for (int i = 0; i < count; i++) {
                path.append(String.format(Locale.ROOT, "%.3f ", points[i]));
            }
        }
    }

    private static int write(StringBuilder path, char command, int numbers) {
        path.append(command);
        return numbers;
    }

    /// The library's own would write to the terminal of whoever runs us.
    private static final class Throwing implements ErrorHandler {
        @Override
        public void error(TranscoderException e) throws TranscoderException {
            throw e;
        }

        @Override
        public void fatalError(TranscoderException e) throws TranscoderException {
            throw e;
        }

        @Override
        public void warning(TranscoderException e) {
            // Nothing of the picture is lost.
        }
    }
}
