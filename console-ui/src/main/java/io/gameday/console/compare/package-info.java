/// Runs of one experiment side by side, and two of them before and after a fix. Start with
/// [io.gameday.console.compare.CompareViewModel].
@NullMarked
package io.gameday.console.compare;

import org.jspecify.annotations.NullMarked;
