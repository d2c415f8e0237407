package io.gameday.console.frame;

import io.gameday.console.run.FollowedRun;
import io.gameday.console.run.Guests;
import io.gameday.console.text.Texts;
import io.gameday.target.Answer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Hands over between the screens. Made before them, because they are given it; knows them from [#lead] on.
public final class FrameNavigator implements Navigator {

    private final FrameViewModel frame;
    private final RunSource runs;
    private @Nullable Screens screens;

    private record Screens(Prepares prepare, Lives live, Debriefs debrief, Compares compare) {
    }

    public FrameNavigator(FrameViewModel frame, RunSource runs) {
        this.frame = frame;
        this.runs = runs;
    }

    /// Names the screens that are led to.
    public void lead(Prepares prepare, Lives live, Debriefs debrief, Compares compare) {
        screens = new Screens(prepare, live, debrief, compare);
    }

    private Screens screens() {
        if (screens == null) {
            throw new IllegalStateException("the navigator was asked before it was given the screens");
        }
        return screens;
    }

    @Override
    public void home() {
        frame.go(Place.HOME);
    }

    @Override
    public void prepare(Path experiment) {
        screens().prepare().open(experiment);
        frame.go(Place.PREPARE);
    }

    @Override
    public void play(Path experiment, String on, Guests guests) {
        if (free()) {
            frame.starting(runs::abandon);
            runs.play(experiment, on, guests, answer -> show(answer, Origin.OURS));
        }
    }

    @Override
    public void verify(String action) {
        if (free()) {
            frame.starting(runs::abandon);
            runs.verify(action, answer -> show(answer, Origin.OURS));
        }
    }

    @Override
    public void compare(@Nullable Path runFolder) {
        screens().compare().open(runFolder);
        frame.go(Place.COMPARE);
    }

    @Override
    public void attach(Path runFolder) {
        if (free()) {
            runs.attach(runFolder, answer -> showIfFree(answer, Origin.ATTACHED));
        }
    }

    @Override
    public void replay(Path runFolder) {
        if (free()) {
            runs.replay(runFolder, answer -> showIfFree(answer, Origin.REPLAYED));
        }
    }

    @Override
    public void debrief(Path runFolder) {
        screens().debrief().open(runFolder);
        frame.go(Place.DEBRIEF);
    }

    /// Live belongs to the run that is in force, so that what is seen and what STOP ends are the same.
    private boolean free() {
        if (frame.busy()) {
            frame.notices().say(Texts.of("frame.busy"));
            return false;
        }
        return true;
    }

    private void showIfFree(Answer<FollowedRun> answer, Origin origin) {
        if (free()) {
            show(answer, origin);
        } else if (answer instanceof Answer.Ok<FollowedRun>(FollowedRun late)) {
            late.close();
        }
    }

    private void show(Answer<FollowedRun> answer, Origin origin) {
        switch (answer) {
            case Answer.Ok<FollowedRun>(FollowedRun run) -> {
                frame.show(run, origin);
                screens().live().show(run);
                frame.go(Place.LIVE);
            }
            case Answer.Failed<FollowedRun>(String why) -> {
                if (origin == Origin.OURS) {
                    frame.show(null, origin);
                }
                frame.notices().say(why);
            }
        }
    }
}
