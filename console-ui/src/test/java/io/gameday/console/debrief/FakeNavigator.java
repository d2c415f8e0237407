package io.gameday.console.debrief;

import io.gameday.console.frame.Navigator;
import io.gameday.console.run.Guests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Notes where one was sent.
final class FakeNavigator implements Navigator {

    final List<String> went = new ArrayList<>();

    @Override
    public void home() {
        went.add("home");
    }

    @Override
    public void prepare(Path experiment) {
        went.add("prepare " + experiment.getFileName());
    }

    @Override
    public void play(Path experiment, String on, Guests guests) {
        went.add("play " + experiment.getFileName() + " on " + on);
    }

    @Override
    public void verify(String action) {
        went.add("verify " + action);
    }

    @Override
    public void compare(@Nullable Path runFolder) {
        went.add("compare " + (runFolder == null ? "" : runFolder.getFileName()));
    }

    @Override
    public void attach(Path runFolder) {
        went.add("attach " + runFolder.getFileName());
    }

    @Override
    public void debrief(Path runFolder) {
        went.add("debrief " + runFolder.getFileName());
    }

    @Override
    public void replay(Path runFolder) {
        went.add("replay " + runFolder.getFileName());
    }
}
