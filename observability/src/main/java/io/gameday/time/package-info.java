/// The clock that everything which decides runs on: real in a run, virtual in tests and in the simulation.
/// Start with [io.gameday.time.Clock].
@NullMarked
package io.gameday.time;

import org.jspecify.annotations.NullMarked;
