package io.gameday.console.frame;

import io.gameday.console.run.FollowedRun;

/// What the frame asks of Live.
@FunctionalInterface
public interface Lives {

    /// Shows this run instead of the one before, which the frame closes.
    void show(FollowedRun run);
}
