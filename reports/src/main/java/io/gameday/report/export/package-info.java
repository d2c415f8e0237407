/// The document and the scorecard as files: Markdown, HTML, PDF, DOCX, JSON.
/// Start with [io.gameday.report.export.CoeRenderer].
@NullMarked
package io.gameday.report.export;

import org.jspecify.annotations.NullMarked;
