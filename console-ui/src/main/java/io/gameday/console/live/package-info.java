/// A run as it goes on, or shown again: faults, observers, tasks, charts, alarms, what happens, and what people say.
/// Start at [LiveViewModel].
@NullMarked
package io.gameday.console.live;

import org.jspecify.annotations.NullMarked;
