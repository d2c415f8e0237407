/// What a run came to, in numbers: a projection of the journal and nothing else.
/// Start with [io.gameday.report.scorecard.Scorecard].
@NullMarked
package io.gameday.report.scorecard;

import org.jspecify.annotations.NullMarked;
