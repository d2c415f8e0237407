/// What happened when, merged from everything the journal holds.
/// Start with [io.gameday.report.timeline.Timeline].
@NullMarked
package io.gameday.report.timeline;

import org.jspecify.annotations.NullMarked;
