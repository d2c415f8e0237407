/// Plays an experiment: gate, guards, faults, predictions, verdict. A non-blocking state machine on a clock, so that
/// a whole game day runs in milliseconds of virtual time. Start with [io.gameday.engine.Engine].
@NullMarked
package io.gameday.engine;

import org.jspecify.annotations.NullMarked;
