/// What a talk tells of, played twice: as it was, and with what was changed since. Start at
/// [io.gameday.report.story.SideBySide].
@org.jspecify.annotations.NullMarked
package io.gameday.report.story;
