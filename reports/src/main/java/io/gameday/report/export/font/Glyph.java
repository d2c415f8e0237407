package io.gameday.report.export.font;

import java.awt.geom.GeneralPath;

/// How a character looks.
///
/// @param outline in parts of the font's size, `y` upwards from the baseline; nothing where the character is blank
/// @param advance to the next character, in parts of the font's size
public record Glyph(GeneralPath outline, double advance) {
}
