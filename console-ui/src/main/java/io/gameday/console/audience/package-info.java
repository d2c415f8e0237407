/// The window for those who are to find out what is broken, and for all when they look back on it. Start at
/// [AudienceFilter], which decides what they may see.
@NullMarked
package io.gameday.console.audience;

import org.jspecify.annotations.NullMarked;
