package io.gameday.report.export.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// What the bundled typefaces can draw. A face is read when it is first needed: the Japanese ones are large. Not
/// thread-safe.
public final class BundledFonts {

    /// Scripts that are written letter after letter, from left to right. Others need their letters joined or turned
    /// round, which neither the PDF nor our pictures do, even where a face has their letters.
    private static final Set<UnicodeScript> LETTER_AFTER_LETTER = Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED,
            UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HAN,
            UnicodeScript.BRAILLE);

    private record Wanted(Face face, int codePoint) {
    }

    private final Map<Face, TrueTypeFont> read = new EnumMap<>(Face.class);
    /// A document has few different characters, and each many times.
    private final Map<Wanted, Optional<Glyph>> found = new HashMap<>();

    /// Whether some face has it and it is drawn rightly by itself.
    public boolean draws(int codePoint) {
        return LETTER_AFTER_LETTER.contains(UnicodeScript.of(codePoint)) && glyph(Face.SANS, codePoint).isPresent();
    }

    /// From `wanted`, else from the first face that has it.
    public Optional<Glyph> glyph(Face wanted, int codePoint) {
        Wanted key = new Wanted(wanted, codePoint);
        Optional<Glyph> glyph = found.get(key);
        if (glyph == null) {
            glyph = search(wanted, codePoint);
            found.put(key, glyph);
        }
        return glyph;
    }

    private Optional<Glyph> search(Face wanted, int codePoint) {
        List<Face> faces = new ArrayList<>(List.of(wanted));
        faces.addAll(List.of(Face.values()));
        if (wanted.bold()) {
            faces.add(faces.indexOf(Face.JAPANESE), Face.JAPANESE_BOLD);
        }
        return faces.stream().flatMap(face -> glyphOf(face, codePoint).stream()).findFirst();
    }

    /// In parts of the font's size. What no face has is as wide as a square.
    public double width(Face wanted, String text) {
        return text.codePoints().mapToDouble(c -> glyph(wanted, c).map(Glyph::advance).orElse(1.0)).sum();
    }

    private Optional<Glyph> glyphOf(Face face, int codePoint) {
        try {
            TrueTypeFont font = font(face);
            CmapLookup characters = font.getUnicodeCmapLookup();
            int id = characters.getGlyphId(codePoint);
            if (id == 0) {
                return Optional.empty();
            }
            GlyphData data = font.getGlyph().getGlyph(id);
            GeneralPath outline = data == null ? new GeneralPath() : data.getPath();
            double em = font.getUnitsPerEm();
            outline.transform(AffineTransform.getScaleInstance(1 / em, 1 / em));
            return Optional.of(new Glyph(outline, font.getAdvanceWidth(id) / em));
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled font " + face.family() + " cannot be read: " + e, e);
        }
    }

    private TrueTypeFont font(Face face) throws IOException {
        TrueTypeFont font = read.get(face);
        if (font == null) {
            try (InputStream in = face.open()) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            }
            read.put(face, font);
        }
        return font;
    }
}
