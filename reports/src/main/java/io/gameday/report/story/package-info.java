/// What a talk tells of, played twice: as it was, and with what was changed since.
/// Start with [io.gameday.report.story.SideBySide].
@NullMarked
package io.gameday.report.story;

import org.jspecify.annotations.NullMarked;
