/// How figures, instants and faults are put into words, the same in every document.
/// Start with [io.gameday.report.text.Figures].
@NullMarked
package io.gameday.report.text;

import org.jspecify.annotations.NullMarked;
