package io.gameday.console.run;

import java.util.Optional;

/// The line to the controller of one run, as far as there is one. Safe for several threads.
interface ControllerLine {

    /// Whether the controller's process lives. May read files; not for the UI thread.
    boolean alive();

    /// Asks the controller for a sign of life; `answered` is called when one comes, from any thread.
    void greet(Runnable answered);

    /// Empty while no controller was ever there.
    Optional<RunControls> controls();
}
