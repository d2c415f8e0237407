/// Reads a team's tools again and again while a run lasts, for the engine.
/// Start with [io.gameday.signal.live.Poller].
@NullMarked
package io.gameday.signal.live;

import org.jspecify.annotations.NullMarked;
