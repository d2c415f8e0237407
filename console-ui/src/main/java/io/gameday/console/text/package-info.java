/// The words of the interface, in one bundle. Start at [Texts].
@NullMarked
package io.gameday.console.text;

import org.jspecify.annotations.NullMarked;
