/// Experiments of Chaos Toolkit, as teams keep them in their files: read with every problem told in one pass, their
/// configuration, secrets and `${names}` resolved, their tolerances judged, and a plan made of what each activity would
/// come to. Nothing here opens a socket, starts a process or reads the environment by itself.
/// Start with [io.gameday.chaostoolkit.ToolkitReader], [io.gameday.chaostoolkit.Tolerance] and
/// [io.gameday.chaostoolkit.ToolkitPlan].
@NullMarked
package io.gameday.chaostoolkit;

import org.jspecify.annotations.NullMarked;
