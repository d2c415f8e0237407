package io.gameday.console;

import io.gameday.console.frame.RunSource;
import io.gameday.console.run.FollowedRun;
import io.gameday.console.text.Texts;
import io.gameday.target.Reply;
import java.nio.file.Path;

/// Holds the place of what starts and follows runs, and says so.
final class NoRunsYet implements RunSource {

    @Override
    public void play(Path experiment, String on, Reply<FollowedRun> reply) {
        notThere(reply);
    }

    @Override
    public void attach(Path runFolder, Reply<FollowedRun> reply) {
        notThere(reply);
    }

    @Override
    public void replay(Path runFolder, Reply<FollowedRun> reply) {
        notThere(reply);
    }

    private static void notThere(Reply<FollowedRun> reply) {
        reply.failed(Texts.of("frame.notThere", Texts.of("run.title")));
    }
}
