package io.gameday.console.frame;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The screen that lays runs side by side.
public interface Compares {

    /// @param runFolder the run that the question is about; null where an experiment is still to be chosen
    void open(@Nullable Path runFolder);
}
