/// The first screen: what can be played, what was played, and whether any fault of ours is in force. Start at
/// [HomeViewModel].
@NullMarked
package io.gameday.console.home;

import org.jspecify.annotations.NullMarked;
