package io.gameday.report.export.docx;

import io.gameday.report.export.font.BundledFonts;
import io.gameday.report.export.font.Face;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.w3c.dom.Element;

/// Puts drawings into a document as pictures.
final class Pictures {

    private static final double PIXELS_OF_A_POINT = 96.0 / 72;
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative";

    private final Markup markup;
    private final Styles styles;
    private final BundledFonts fonts;
    /// The same few icons stand in many rows.
    private final Map<String, byte[]> drawn = new HashMap<>();

    Pictures(Markup markup, Styles styles, BundledFonts fonts) {
        this.markup = markup;
        this.styles = styles;
        this.fonts = fonts;
    }

    /// Stands for what the words beside it say.
    void icon(XWPFRun run, Element svg) {
        String what = svg.getAttribute("class") + " " + markupOf(svg);
        byte[] png = drawn.computeIfAbsent(what, _ -> Svg.png(svg, List.of(), fonts));
        CTNonVisualDrawingProps about = add(run, png, svg);
        about.setDescr("");
        try (XmlCursor cursor = about.newCursor()) {
            cursor.toEndToken();
            cursor.beginElement(new QName(DRAWING, "extLst", "a"));
            cursor.beginElement(new QName(DRAWING, "ext", "a"));
            cursor.insertAttributeWithValue("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}");
            cursor.beginElement(new QName(DECORATIVE, "decorative", "adec"));
            cursor.insertAttributeWithValue("val", "1");
        }
    }

    private static String markupOf(Element svg) {
        StringBuilder text = new StringBuilder();
        for (Element shape : Markup.elements(svg)) {
            text.append(shape.getTagName());
            for (int i = 0; i < shape.getAttributes().getLength(); i++) {
                text.append(' ').append(shape.getAttributes().item(i));
            }
            text.append(markupOf(shape));
        }
        return text.toString();
    }

    /// @param chart a `div` that holds an `svg` and, placed over it, its labels
    /// @param alt   for those who cannot see it
    void chart(XWPFRun run, Element chart, String alt) {
        markup.style(chart, Set.of("height"));
        List<Svg.Label> labels = new ArrayList<>();
        Element svg = null;
        for (Element part : Markup.elements(chart)) {
            if (part.getTagName().equals("svg") && svg == null) {
                svg = part;
            } else if (part.getTagName().equals("div") && Markup.is(part, "label")) {
                labels.add(label(part));
            } else {
                throw markup.refused(part, "a chart holds one svg and div.label");
            }
        }
        if (svg == null) {
            throw markup.refused(chart, "it has no svg");
        }
        add(run, Svg.png(svg, labels, fonts), svg).setDescr(alt);
    }

    private Svg.Label label(Element element) {
        Map<String, String> style = markup.style(element, Set.of("left", "top", "width", "text-align"));
        double size = 8;
        String colour = "1F2328";
        boolean bold = false;
        String font = "";
        for (String name : Markup.classes(element)) {
            CTRPr look = styles.find(Styles.Kind.CHARACTER, name).map(CTStyle::getRPr).orElse(null);
            if (look == null) {
                continue;
            }
            size = look.sizeOfSzArray() > 0
                    ? Double.parseDouble(String.valueOf(look.getSzArray(0).xgetVal().getStringValue())) / 2
                    : size;
            colour = look.sizeOfColorArray() > 0 ? look.getColorArray(0).xgetVal().getStringValue() : colour;
            bold |= look.sizeOfBArray() > 0;
            font = look.sizeOfRFontsArray() > 0 ? look.getRFontsArray(0).getAscii() : font;
        }
        Face face = bold ? Face.SANS_BOLD : font.contains("Courier") || font.contains("Mono") ? Face.MONO : Face.SANS;
        return new Svg.Label(pixels(element, style, "left"), pixels(element, style, "top"),
                pixels(element, style, "width"), style.getOrDefault("text-align", "left"), size * PIXELS_OF_A_POINT,
                colour, face, Words.plain(element));
    }

    private double pixels(Element element, Map<String, String> style, String property) {
        String value = style.get(property);
        if (value == null) {
            throw markup.refused(element, "its style has no '" + property + "'");
        }
        return markup.number(element, value, "px");
    }

    private static CTNonVisualDrawingProps add(XWPFRun run, byte[] png, Element svg) {
        try {
            run.addPicture(new ByteArrayInputStream(png), PictureType.PNG, "picture.png",
                    Units.pixelToEMU(Svg.width(svg)), Units.pixelToEMU(Svg.height(svg)));
        } catch (InvalidFormatException | IOException e) {
            throw new DocxFailure("A picture cannot be put into the document: " + e.getMessage(), e);
        }
        var drawing = run.getCTR().getDrawingArray(run.getCTR().sizeOfDrawingArray() - 1);
        return drawing.getInlineArray(0).getDocPr();
    }
}
