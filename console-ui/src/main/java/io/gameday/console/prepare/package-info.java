/// Prepare: an experiment as text and as a form, what it would reach, and whether it may start. Start at
/// [PrepareViewModel] and [PrepareView].
@NullMarked
package io.gameday.console.prepare;

import org.jspecify.annotations.NullMarked;
