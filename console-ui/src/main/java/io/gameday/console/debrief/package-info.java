/// A finished run on one screen: what happened when, what was expected, and the document made of it. Start at
/// [DebriefViewModel].
@NullMarked
package io.gameday.console.debrief;

import org.jspecify.annotations.NullMarked;
