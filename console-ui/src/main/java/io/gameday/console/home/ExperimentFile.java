package io.gameday.console.home;

import io.gameday.experiment.Experiment;
import io.gameday.yaml.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A file of an experiment, as it was when it was last saved.
///
/// @param title      the experiment's; of a file with problems what stands there as its title, else empty
/// @param experiment empty when there are problems
record ExperimentFile(Path path, Instant saved, String title, Optional<Experiment> experiment, List<Problem> problems) {

    /// The file's name with its ending.
    String fileName() {
        return path.getFileName().toString();
    }

    boolean valid() {
        return experiment.isPresent();
    }
}
