/// A run as the console knows it: a journal that is read while it grows or replayed, and the run endpoint. Start at
/// [FollowedRun].
@NullMarked
package io.gameday.console.run;

import org.jspecify.annotations.NullMarked;
