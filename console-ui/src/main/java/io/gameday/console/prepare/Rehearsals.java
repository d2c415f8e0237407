package io.gameday.console.prepare;

import java.nio.file.Path;

/// Plays an experiment on the simulated target, outside of the console's process.
public interface Rehearsals {

    /// Starts one and returns at once.
    ///
    /// @param name     the experiment's name, as its file is called without ending
    /// @param text     the experiment as it stands in the editor, saved or not
    /// @param listener told on any thread; last [Listener#finished] or [Listener#failed], once
    void start(String name, String text, Listener listener);

    /// How a rehearsal goes.
    interface Listener {

        /// @param sentence what it is doing
        void progress(String sentence);

        /// @param runFolder with its journal and scorecard
        /// @param exitCode  as the command line returned it
        void finished(Path runFolder, int exitCode);

        /// It could not be played. @param sentence why, and the next step
        void failed(String sentence);
    }
}
