package io.gameday.console.frame;

import java.nio.file.Path;

/// What the frame asks of Debrief.
@FunctionalInterface
public interface Debriefs {

    /// Shows this run's folder instead of the one before.
    void open(Path runFolder);
}
