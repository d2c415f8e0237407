package io.gameday.console.frame;

import io.gameday.console.run.FollowedRun;
import io.gameday.console.run.Guests;
import io.gameday.target.Reply;
import java.nio.file.Path;

/// Where runs to look at come from. Replies come on the UI thread, once each; a failure is a sentence for people that
/// names the next step.
public interface RunSource {

    /// Starts a controller of our own.
    ///
    /// @param on `local` or `simulated`
    void play(Path experiment, String on, Guests guests, Reply<FollowedRun> reply);

    /// Starts a controller of our own for the experiment that proves an action, such as
    /// `2026-11-21T14-01-32Z-az-power-loss/A1`.
    void verify(String action, Reply<FollowedRun> reply);

    /// Ends the controller that is starting; its reply will be that it was stopped. Without effect when none is.
    void abandon();

    void attach(Path runFolder, Reply<FollowedRun> reply);

    void replay(Path runFolder, Reply<FollowedRun> reply);
}
