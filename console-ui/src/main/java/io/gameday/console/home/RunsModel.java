package io.gameday.console.home;

import io.gameday.console.frame.Navigator;
import io.gameday.console.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The runs that were played, newest first, and those that are being played.
final class RunsModel {

    static final int PAGE = 50;

    private final RunFolders folders;
    private final Navigator navigator;
    private final Executor ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(Known.NOTHING);
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper older = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(Texts.of("home.runs.reading"));
    private Search search = new Search("");
    private int most = PAGE;
    private boolean reading;

    RunsModel(List<Path> parents, Navigator navigator, Executor ui, Executor background) {
        folders = new RunFolders(parents);
        this.navigator = navigator;
        this.ui = ui;
        this.background = background;
    }

    /// What is known of the runs.
    ///
    /// @param read false until the folders were read for the first time
    /// @param all  how many runs there are, read or not
    record Known(boolean read, List<RunRow> rows, int all) {

        static final Known NOTHING = new Known(false, List.of(), 0);

        Optional<RunRow> newestOf(String experiment) {
            return rows.stream().filter(row -> row.experiment().equals(experiment)).findFirst();
        }

        /// What to say of an experiment that none of them played.
        String none() {
            if (!read) {
                return "";
            }
            return all > rows.size()
                    ? Texts.of("home.card.notAmong", String.valueOf(rows.size()))
                    : Texts.of("home.card.notRun");
        }
    }

    ReadOnlyObjectProperty<Known> known() {
        return known.getReadOnlyProperty();
    }

    /// Those that the search finds.
    ObservableList<RunRow> rows() {
        return rows;
    }

    /// How many are older than what was read.
    ReadOnlyIntegerProperty older() {
        return older.getReadOnlyProperty();
    }

    /// Why there is nothing to see, where there is not.
    ReadOnlyStringProperty empty() {
        return empty.getReadOnlyProperty();
    }

    /// Reads what has changed, unless that is being done.
    void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        int wanted = most;
        background.execute(() -> {
            Optional<RunFolders.Found> found = found(wanted);
            ui.execute(() -> {
                reading = false;
                found.ifPresent(now -> known.set(new Known(true, now.rows(), now.all())));
                show(found.isPresent());
                if (wanted != most) {
                    refresh();
                }
            });
        });
    }

    private Optional<RunFolders.Found> found(int wanted) {
        try {
            return Optional.of(folders.newest(wanted));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Reads the next older ones too.
    void showOlder() {
        most += PAGE;
        refresh();
    }

    void find(Search now) {
        search = now;
        show(true);
    }

    private void show(boolean readable) {
        List<RunRow> found = known.get().rows().stream().filter(row -> search.finds(row.experiment(),
                row.folder().getFileName().toString(), row.verdict().word(), row.line())).toList();
        if (!found.equals(rows)) {
            rows.setAll(found);
        }
        older.set(known.get().all() - known.get().rows().size());
        empty.set(Texts.of(!readable
                ? "home.runs.unreadable"
                : !known.get().read()
                        ? "home.runs.reading"
                        : known.get().rows().isEmpty() ? "home.runs.none" : "home.runs.noneFound"));
    }

    void open(RunRow row) {
        if (row.playing()) {
            navigator.attach(row.folder());
        } else {
            navigator.debrief(row.folder());
        }
    }

    /// Lays it beside the other runs of its experiment.
    void compare(RunRow row) {
        navigator.compare(row.folder());
    }

    /// @return false when none is being played
    boolean attachNewest() {
        Optional<RunRow> playing = known.get().rows().stream().filter(RunRow::playing).findFirst();
        playing.ifPresent(this::open);
        return playing.isPresent();
    }
}
