/// Everything a run leaves behind for people and machines, made from its journal.
/// Start with [io.gameday.report.RunReport].
@NullMarked
package io.gameday.report;

import org.jspecify.annotations.NullMarked;
