/// The desktop console: holds game days, and shows them again. Start at [Launcher].
@NullMarked
package io.gameday.console;

import org.jspecify.annotations.NullMarked;
