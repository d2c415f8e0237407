package io.gameday.report.export.docx;

import io.gameday.report.coe.CoeDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlCursor;

/// What surrounds a document's text: what it says of itself, which fonts stand in for missing ones, and the archive that
/// all of it lies in. Every date is the document's, so that the same document gives the same bytes.
final class DocxFile {

    /// The first that an archive can hold.
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String FONT_TABLE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
    /// Named in the styles. The alternatives are those of other systems; ours stands last but one.
    private static final String FONTS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:font w:name="Arial"><w:altName w:val="Liberation Sans"/><w:charset w:val="00"/>\
            <w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>\
            <w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/>\
            <w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>\
            <w:font w:name="Courier New"><w:altName w:val="Liberation Mono"/><w:charset w:val="00"/>\
            <w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>\
            <w:font w:name="Yu Gothic"><w:altName w:val="Hiragino Sans, BIZ UDPGothic, Noto Sans CJK JP"/>\
            <w:charset w:val="80"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>\
            <w:font w:name="Yu Mincho"><w:altName w:val="Hiragino Mincho ProN, BIZ UDPMincho, Noto Serif CJK JP"/>\
            <w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>\
            </w:fonts>""";

    private DocxFile() {
    }

    /// @param language of the text, as in `en-GB`
    static byte[] save(XWPFDocument document, CoeDocument coe, String language) throws IOException {
        describe(document, coe, language);
        fonts(document);
        modern(document);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return withoutTheHour(out.toByteArray());
    }

    private static void describe(XWPFDocument document, CoeDocument coe, String language) throws IOException {
        POIXMLProperties.CoreProperties about = document.getProperties().getCoreProperties();
        Optional<Date> made = Optional.of(Date.from(coe.made()));
        about.setTitle(coe.title());
        about.setSubjectProperty(coe.origin() + " " + coe.id());
        about.setCreator("Gameday");
        about.setLastModifiedByUser("Gameday");
        about.setCreated(made);
        about.setModified(made);
        about.getUnderlyingProperties().setLanguageProperty(language);
        document.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("Gameday");
    }

    private static void fonts(XWPFDocument document) throws IOException {
        try {
            PackagePart part = document.getPackage()
                    .createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"), FONT_TABLE);
            try (OutputStream out = part.getOutputStream()) {
                out.write(FONTS.getBytes(StandardCharsets.UTF_8));
            }
            document.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, FONT_TABLE_RELATION);
        } catch (InvalidFormatException e) {
            throw new IOException("The table of fonts cannot be added: " + e.getMessage(), e);
        }
    }

    /// Without this, Word takes the file for one of 2007 and lays it out as in those days.
    private static void modern(XWPFDocument document) {
        try (XmlCursor cursor = document.getSettings().getCTSettings().newCursor()) {
            cursor.toEndToken();
            cursor.beginElement(new QName(WORD, "compat", "w"));
            cursor.beginElement(new QName(WORD, "compatSetting", "w"));
            cursor.insertAttributeWithValue(new QName(WORD, "name", "w"), "compatibilityMode");
            cursor.insertAttributeWithValue(new QName(WORD, "uri", "w"), "http://schemas.microsoft.com/office/word");
            cursor.insertAttributeWithValue(new QName(WORD, "val", "w"), "15");
        }
    }

    private static byte[] withoutTheHour(byte[] archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(EPOCH);
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
