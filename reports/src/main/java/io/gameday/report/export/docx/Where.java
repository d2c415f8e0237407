package io.gameday.report.export.docx;

import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/// A place that blocks are written to.
///
/// @param paragraphs the next one there
/// @param style      of a paragraph that names none
/// @param inCell     true within a table
/// @param lists      how many lists it is in
record Where(Supplier<XWPFParagraph> paragraphs, String style, TextFace face, boolean inCell, int lists) {

    Where with(String newStyle, TextFace newFace) {
        return new Where(paragraphs, newStyle, newFace, inCell, lists);
    }

    Where inList() {
        return new Where(paragraphs, style, face, inCell, lists + 1);
    }
}
