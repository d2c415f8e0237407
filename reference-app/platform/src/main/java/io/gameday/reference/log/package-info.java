/// What becomes of a task's log lines: from its pipe through a driver that blocks or drops, to the sink that writes them
/// down. Start with [io.gameday.reference.log.LogDriver].
@NullMarked
package io.gameday.reference.log;

import org.jspecify.annotations.NullMarked;
