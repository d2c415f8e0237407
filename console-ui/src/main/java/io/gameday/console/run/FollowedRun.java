package io.gameday.console.run;

import io.gameday.journal.Entry;
import io.gameday.journal.view.RunView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// One run on the screen, going on or replayed. Everything here belongs to the UI thread.
public interface FollowedRun extends AutoCloseable {

    /// The run's folder.
    Path folder();

    /// The picture after the entries read so far. A replay that goes backwards gives another one, so it is asked for
    /// anew after each change of [#version()].
    RunView view();

    /// Changes after every batch of entries, at most ten times a second.
    ReadOnlyLongProperty version();

    ReadOnlyObjectProperty<Contact> contact();

    /// The instant that times on the screen count to: now, the replay's playhead, or the run's end.
    Instant now();

    /// The time of day that [#contact()] is told by. Differs from [#now()] in a simulation, which has a time of its own.
    default Instant timeOfDay() {
        return now();
    }

    /// Empty in a replay and after the end.
    Optional<RunControls> controls();

    /// Shows `follower` what has been read so far, in one batch, and then each batch of new entries. A replay that
    /// goes backwards begins again with one that holds everything.
    void follow(Consumer<Batch> follower);

    /// @param anew true when everything shown before is to be forgotten
    record Batch(boolean anew, List<Entry> entries) {
    }

    /// Lets go of the journal. Without effect on the run.
    @Override
    void close();
}
