/// Days of the simulated app in which a seed decides what goes wrong, and what must hold whatever does. Start with
/// [io.gameday.reference.simulated.seeded.SeededDay].
@NullMarked
package io.gameday.reference.simulated.seeded;

import org.jspecify.annotations.NullMarked;
