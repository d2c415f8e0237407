/// Child processes that end with their parent, and the identity by which a process is recognised before it is
/// touched. Start with [io.gameday.process.ChildProcess].
@NullMarked
package io.gameday.process;

import org.jspecify.annotations.NullMarked;
