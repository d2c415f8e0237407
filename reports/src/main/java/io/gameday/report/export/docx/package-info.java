/// XHTML as a document for word processors, with headings, captions, contents and styles of its own.
/// Start with [io.gameday.report.export.docx.DocxWriter].
@NullMarked
package io.gameday.report.export.docx;

import org.jspecify.annotations.NullMarked;
