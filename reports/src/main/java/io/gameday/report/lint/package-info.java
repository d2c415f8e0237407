/// The linter of a COE: what reads as blame, what nobody could check, what leads to no change. Rules are pure, so that
/// they can be asked at every key. Start with [io.gameday.report.lint.Linter].
@NullMarked
package io.gameday.report.lint;

import org.jspecify.annotations.NullMarked;
