/// Plays an experiment of Chaos Toolkit: configuration, gate, method, steady state, rollbacks, and afterwards a look whether
/// what was broken is well again. The states are those of Chaos Toolkit; the verdict is ours.
/// Start with [io.gameday.chaostoolkit.play.ToolkitRun].
@NullMarked
package io.gameday.chaostoolkit.play;

import org.jspecify.annotations.NullMarked;
