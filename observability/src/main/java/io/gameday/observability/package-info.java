/// Measurements with their dimensions, and the seconds they are gathered into.
/// Start with [io.gameday.observability.Measurement] and [io.gameday.observability.Meter].
@NullMarked
package io.gameday.observability;

import org.jspecify.annotations.NullMarked;
