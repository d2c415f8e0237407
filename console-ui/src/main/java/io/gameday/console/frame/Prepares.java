package io.gameday.console.frame;

import java.nio.file.Path;

/// What the frame asks of Prepare.
@FunctionalInterface
public interface Prepares {

    /// Shows this experiment instead of the one before.
    void open(Path experiment);
}
