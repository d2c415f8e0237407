package io.gameday.console.run;

import io.gameday.console.run.FollowedRun.Batch;
import io.gameday.journal.Entry;
import io.gameday.journal.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// The picture of a run and all that was read of it, for whoever follows. Belongs to the UI thread.
final class Pictured {

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final List<Consumer<Batch>> followers = new ArrayList<>();
    private List<Entry> shown = new ArrayList<>();
    private RunView view = new RunView();

    RunView view() {
        return view;
    }

    ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    List<Entry> shown() {
        return shown;
    }

    void follow(Consumer<Batch> follower) {
        followers.add(follower);
        follower.accept(new Batch(true, List.copyOf(shown)));
    }

    void add(List<Entry> entries) {
        if (!entries.isEmpty()) {
            take(entries);
            tell(new Batch(false, List.copyOf(entries)));
        }
    }

    /// Forgets what was shown and shows these.
    void startAnew(List<Entry> entries) {
        view = new RunView();
        shown = new ArrayList<>();
        take(entries);
        tell(new Batch(true, List.copyOf(entries)));
    }

    private void take(List<Entry> entries) {
        entries.forEach(view);
        shown.addAll(entries);
    }

    private void tell(Batch batch) {
        List.copyOf(followers).forEach(follower -> follower.accept(batch));
        version.set(version.get() + 1);
    }
}
