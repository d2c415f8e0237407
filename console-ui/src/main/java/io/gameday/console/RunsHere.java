package io.gameday.console;

import io.gameday.console.frame.Notices;
import io.gameday.console.frame.RunSource;
import io.gameday.console.run.Controller;
import io.gameday.console.run.FollowedRun;
import io.gameday.console.run.Guests;
import io.gameday.console.run.Runs;
import io.gameday.console.text.Texts;
import io.gameday.target.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The runs of this machine. While a controller starts, what it is doing stands in the notice bar.
final class RunsHere implements RunSource {

    /// A minute and a half of waiting for what one knows already is too long.
    private static final double FIRST_SPEED = 4;

    private final Runs runs;
    private final Notices notices;
    private @Nullable Controller starting;

    RunsHere(Runs runs, Notices notices) {
        this.runs = runs;
        this.notices = notices;
    }

    @Override
    public void play(Path experiment, String on, Guests guests, Reply<FollowedRun> reply) {
        start(reply, listener -> runs.start(experiment, on, guests, listener));
    }

    @Override
    public void verify(String action, Reply<FollowedRun> reply) {
        start(reply, listener -> runs.verify(action, listener));
    }

    private interface Starting {
        Controller with(Controller.Listener listener) throws IOException;
    }

    private void start(Reply<FollowedRun> reply, Starting start) {
        notices.progress(Texts.of("run.starting"));
        try {
            starting = start.with(new Start(reply));
        } catch (IOException e) {
            reply.failed(Texts.of("run.notStarted", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void abandon() {
        Controller now = starting;
        if (now != null) {
            notices.progress(Texts.of("run.stopping"));
            try {
                now.close();
            } catch (IOException e) {
                notices.say(Texts.of("run.notStopped", String.valueOf(e.getMessage())));
            }
        }
    }

    @Override
    public void attach(Path runFolder, Reply<FollowedRun> reply) {
        reply.ok(runs.follow(runFolder, notices::say));
    }

    @Override
    public void replay(Path runFolder, Reply<FollowedRun> reply) {
        runs.replay(runFolder, run -> {
            run.speed().set(FIRST_SPEED);
            run.playing().set(true);
            reply.ok(run);
        }, reply::failed);
    }

    /// A controller until its run can be followed.
    private final class Start implements Controller.Listener {

        private final Reply<FollowedRun> reply;
        private @Nullable FollowedRun followed;
        private boolean replied;

        Start(Reply<FollowedRun> reply) {
            this.reply = reply;
        }

        @Override
        public void progress(String sentence) {
            if (!replied) {
                notices.progress(Texts.of("run.starting.at", sentence));
            } else if (sentence.startsWith(Controller.NOTICE)) {
                // Such as that the agent died and another was started.
                notices.say(sentence.substring(Controller.NOTICE.length()));
            }
        }

        @Override
        public void playing(Path runFolder) {
            starting = null;
            if (!replied) {
                replied = true;
                notices.dismiss();
                followed = runs.follow(runFolder, notices::say);
                reply.ok(followed);
            }
        }

        @Override
        public void ended(int exitCode, String lastWords) {
            starting = null;
            String words = lastWords.isBlank() ? Texts.of("run.noWords", Integer.toString(exitCode)) : lastWords;
            if (!replied) {
                replied = true;
                notices.dismiss();
                reply.failed(Texts.of("run.notStarted", words));
            } else if (followed != null && followed.view().ended() == null && exitCode != 0) {
                // The journal has no end that would tell of it.
                notices.say(Texts.of("run.broke", words));
            }
        }
    }
}
