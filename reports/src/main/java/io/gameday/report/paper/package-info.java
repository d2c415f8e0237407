/// Papers for the people of a game day: the plan before it, what its audience may read, and the scorecard after it.
/// Start with [io.gameday.report.paper.GameDayPlan].
@NullMarked
package io.gameday.report.paper;

import org.jspecify.annotations.NullMarked;
