package io.gameday.report.export.docx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.w3c.dom.Element;

/// The styles of a document, as `styles.xml` of WordprocessingML. A class of the template means the style whose id is
/// its name, in any case.
final class Styles {

    /// What a style applies to.
    enum Kind {
        PARAGRAPH, CHARACTER, TABLE
    }

    private record Key(Kind kind, String name) {
    }

    private final CTStyles all;
    private final Map<Key, CTStyle> byName = new HashMap<>();

    /// @throws DocxFailure when it is not such a file
    Styles(String xml) {
        try {
            all = StylesDocument.Factory.parse(xml, POIXMLTypeLoader.DEFAULT_XML_OPTIONS).getStyles();
        } catch (XmlException e) {
            throw new DocxFailure("coe-docx-styles.xml is no styles part of WordprocessingML: " + e.getMessage(), e);
        }
        for (CTStyle style : all.getStyleArray()) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equalsIgnoreCase(String.valueOf(style.getType()))) {
                    byName.put(new Key(kind, style.getStyleId().toLowerCase(Locale.ROOT)), style);
                }
            }
        }
    }

    CTStyles all() {
        return all;
    }

    Optional<CTStyle> find(Kind kind, String name) {
        return Optional.ofNullable(byName.get(new Key(kind, name.toLowerCase(Locale.ROOT))));
    }

    /// Of the element's classes, the last that means one. `td-x` comes before `x` for a `td`.
    Optional<String> id(Kind kind, Element element) {
        String last = null;
        for (String name : Markup.classes(element)) {
            last = find(kind, element.getTagName() + "-" + name).or(() -> find(kind, name)).map(CTStyle::getStyleId)
                    .orElse(last);
        }
        return Optional.ofNullable(last);
    }
}
