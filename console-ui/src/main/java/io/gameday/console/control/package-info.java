/// Controls that several screens share. Start at [Panel] and [Chip].
@NullMarked
package io.gameday.console.control;

import org.jspecify.annotations.NullMarked;
