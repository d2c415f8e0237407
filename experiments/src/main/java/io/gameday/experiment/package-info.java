/// The experiment file: what it means, and the checks that tell everything wrong with it in one pass.
/// Start with [io.gameday.experiment.ExperimentReader] and [io.gameday.experiment.Experiment].
@NullMarked
package io.gameday.experiment;

import org.jspecify.annotations.NullMarked;
