package io.gameday.console.prepare;

import io.gameday.time.Clock;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// What Prepare works in.
///
/// @param ui      runs on the UI thread
/// @param work    runs what is slow: files, checks, questions about the machine
/// @param clock   for the debounce and the age of checks; its loop need not be the UI thread
/// @param catalog folder of the experiments that come with Gameday; nothing in it is ever written
/// @param own     folder that a changed experiment of the catalog is saved into unless the user takes another
public record Surroundings(Executor ui, Executor work, Clock clock, Path catalog, Path own) {
}
