package io.gameday.console.frame;

import io.gameday.console.run.Guests;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How one screen hands over to another.
public interface Navigator {

    void home();

    /// Opens an experiment: a file of the catalog or of the user. A catalog file is never written to; saving asks for
    /// another place.
    void prepare(Path experiment);

    /// Plays the experiment on this machine: starts a controller and shows Live.
    ///
    /// @param on `local` or `simulated`
    void play(Path experiment, String on, Guests guests);

    /// Plays what proves an action and closes it if everything holds; shows Live.
    ///
    /// @param action with its run, such as `2026-11-21T14-01-32Z-az-power-loss/A1`
    void verify(String action);

    /// Lays the runs of an experiment side by side.
    ///
    /// @param runFolder the one that the question is about; null to choose an experiment there
    void compare(@Nullable Path runFolder);

    /// Follows a run that is going on, whoever started it.
    void attach(Path runFolder);

    void debrief(Path runFolder);

    /// Shows a finished run again on Live, from its journal.
    void replay(Path runFolder);
}
