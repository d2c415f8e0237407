package io.gameday.console.frame;

import io.gameday.console.run.Guests;
import java.nio.file.Path;

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

    /// Follows a run that is going on, whoever started it.
    void attach(Path runFolder);

    void debrief(Path runFolder);

    /// Shows a finished run again on Live, from its journal.
    void replay(Path runFolder);
}
