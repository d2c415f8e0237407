/// What a team's own tools know of a past incident, or of a run that goes on: alarms, the metric of what customers felt, who was paged.
/// Start with [io.gameday.signal.AlarmHistory]; nothing here changes anything at those tools.
@NullMarked
package io.gameday.signal;

import org.jspecify.annotations.NullMarked;
