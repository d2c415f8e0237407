/// The runs of one experiment side by side, before and after a fix: each a dot, from the run folders alone.
/// Start with [io.gameday.report.history.History].
@NullMarked
package io.gameday.report.history;

import org.jspecify.annotations.NullMarked;
