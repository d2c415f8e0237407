/// The window for those who are to find out what is broken. Start at [AudienceFilter], which decides what they may see.
@NullMarked
package io.gameday.console.live.audience;

import org.jspecify.annotations.NullMarked;
