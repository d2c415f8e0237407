/// The command line: commands, exit codes and the assembly of everything else.
/// Start with [io.gameday.cli.Gameday].
@NullMarked
package io.gameday.cli;

import org.jspecify.annotations.NullMarked;
