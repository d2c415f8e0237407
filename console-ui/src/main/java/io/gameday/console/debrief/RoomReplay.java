package io.gameday.console.debrief;

import io.gameday.console.audience.AudienceViewModel;
import io.gameday.console.run.ReplayedRun;
import io.gameday.console.text.Texts;
import io.gameday.journal.JournalFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The run shown again to everybody in the room, with everything open: it stands wherever Debrief's playhead stands.
/// Belongs to the UI thread.
public final class RoomReplay {

    private final Executor ui;
    private final Executor slow;
    private final Playhead playhead;
    private final AudienceViewModel audience = new AudienceViewModel();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private @Nullable Path wanted;
    private @Nullable ReplayedRun run;

    RoomReplay(Executor ui, Executor slow, Playhead playhead) {
        this.ui = ui;
        this.slow = slow;
        this.playhead = playhead;
        playhead.atProperty().addListener(_ -> follow());
        audience.saidProperty().addListener((_, _, said) -> trouble.set(said));
    }

    /// Reads the journal, then shows it.
    void begin(Path folder) {
        wanted = folder;
        trouble.set("");
        slow.execute(() -> {
            try {
                Optional<ReplayedRun> read = ReplayedRun.read(folder);
                ui.execute(() -> show(folder, read));
            } catch (JournalFailure unreadable) {
                ui.execute(() -> refuse(folder, String.valueOf(unreadable.getMessage())));
            }
        });
    }

    private void show(Path folder, Optional<ReplayedRun> read) {
        if (read.isEmpty()) {
            refuse(folder, Texts.of("debrief.room.empty", folder));
        } else if (folder.equals(wanted)) {
            run = read.get();
            audience.lookBack(read.get());
            follow();
            shown.set(true);
        }
    }

    private void refuse(Path folder, String why) {
        if (folder.equals(wanted)) {
            trouble.set(why);
        }
    }

    private void follow() {
        ReplayedRun again = run;
        if (again != null) {
            again.seek(playhead.at());
            audience.refresh();
        }
    }

    /// Shows it no longer; without effect where it is not shown.
    void end() {
        wanted = null;
        run = null;
        shown.set(false);
        audience.clear();
    }

    /// The instant that is shown; null while nothing is.
    @Nullable
    Instant standsAt() {
        ReplayedRun again = run;
        return again == null ? null : again.now();
    }

    AudienceViewModel audience() {
        return audience;
    }

    /// Whether there is something for the window to show.
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Why it is not shown; empty while all is well.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
