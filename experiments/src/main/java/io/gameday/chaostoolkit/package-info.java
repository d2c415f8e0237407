/// Experiments of Chaos Toolkit, as teams keep them in their files: read with every problem told in one pass, their
/// configuration, secrets and `${names}` resolved, their tolerances judged. Nothing here opens a socket, starts a process
/// or reads the environment by itself, and nothing runs these files yet: no command reads them.
/// Start with [io.gameday.chaostoolkit.ToolkitReader] and [io.gameday.chaostoolkit.Tolerance].
@NullMarked
package io.gameday.chaostoolkit;

import org.jspecify.annotations.NullMarked;
