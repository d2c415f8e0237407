/// The typefaces that travel with Gameday, so that a document looks the same on every machine.
/// Start with [io.gameday.report.export.font.BundledFonts].
@NullMarked
package io.gameday.report.export.font;

import org.jspecify.annotations.NullMarked;
