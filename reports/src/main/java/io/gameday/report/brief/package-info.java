/// The COE on one page: in short for those who work with it, and as a summary for those who do not.
/// Start with [io.gameday.report.brief.ShortCoe].
@NullMarked
package io.gameday.report.brief;

import org.jspecify.annotations.NullMarked;
