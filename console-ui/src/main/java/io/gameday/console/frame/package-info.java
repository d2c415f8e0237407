/// What stands around every screen: rail, header with the phase stepper, STOP. Start at [Navigator].
@NullMarked
package io.gameday.console.frame;

import org.jspecify.annotations.NullMarked;
