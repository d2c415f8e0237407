/// A whole fleet of one-zone cells by rates, minute by minute: the same traffic and faults on three generations of a
/// platform. Start with [io.gameday.reference.fleet.FleetDay].
@NullMarked
package io.gameday.reference.fleet;

import org.jspecify.annotations.NullMarked;
