package io.gameday.console.home;

import io.gameday.console.frame.Navigator;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The user's own experiments, checked again whenever one is saved, and how a new one begins.
final class FilesModel {

    private final Path folder;
    private final NewExperiment newExperiment;
    private final Navigator navigator;
    private final Executor ui;
    private final Executor background;
    private final ExperimentFiles files;
    private final ObservableList<ExperimentFile> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<List<ExperimentFile>>> known = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(Texts.of("home.files.reading"));
    private final BooleanProperty naming = new SimpleBooleanProperty();
    private final StringProperty newName = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper newProblem = new ReadOnlyStringWrapper("");
    private Search search = new Search("");
    private boolean reading;

    FilesModel(Path folder, Path catalog, Navigator navigator, Executor ui, Executor background) {
        this.folder = folder;
        this.newExperiment = new NewExperiment(catalog.resolve(CatalogModel.FIRST + ".yaml"), folder);
        this.navigator = navigator;
        this.ui = ui;
        this.background = background;
        files = new ExperimentFiles(folder);
        newName.addListener((_, _, _) -> newProblem.set(""));
        naming.addListener((_, _, _) -> newProblem.set(""));
    }

    /// How a file with problems is marked, such as `line 19: 1 problem`.
    static String problemWords(ExperimentFile file) {
        return Texts.of("home.files.problem", String.valueOf(file.problems().getFirst().line()),
                Words.count(file.problems().size(), "problem"));
    }

    /// Every problem of a file, one on each line.
    static String problems(ExperimentFile file) {
        return file.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    Path folder() {
        return folder;
    }

    /// Those that the search finds.
    ObservableList<ExperimentFile> rows() {
        return rows;
    }

    /// All of them; empty until they were read for the first time.
    ReadOnlyObjectProperty<Optional<List<ExperimentFile>>> known() {
        return known.getReadOnlyProperty();
    }

    /// Why there is nothing to see, where there is not.
    ReadOnlyStringProperty empty() {
        return empty.getReadOnlyProperty();
    }

    /// Whether the name of a new file is being asked for.
    BooleanProperty naming() {
        return naming;
    }

    StringProperty newName() {
        return newName;
    }

    /// Why the new file could not be made; empty when nothing is wrong.
    ReadOnlyStringProperty newProblem() {
        return newProblem.getReadOnlyProperty();
    }

    void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        background.execute(() -> {
            Optional<List<ExperimentFile>> found = read();
            ui.execute(() -> {
                reading = false;
                if (found.isPresent()) {
                    known.set(found);
                }
                show(found.isPresent());
            });
        });
    }

    private Optional<List<ExperimentFile>> read() {
        try {
            return Optional.of(files.read());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    void find(Search now) {
        search = now;
        show(true);
    }

    private void show(boolean readable) {
        List<ExperimentFile> all = known.get().orElse(List.of());
        List<ExperimentFile> found = all.stream().filter(file -> search.finds(file.fileName(), file.title())).toList();
        if (!found.equals(rows)) {
            rows.setAll(found);
        }
        empty.set(Texts.of(!readable
                ? "home.files.unreadable"
                : known.get().isEmpty()
                        ? "home.files.reading"
                        : all.isEmpty() ? "home.files.none" : "home.files.noneFound"));
    }

    void open(ExperimentFile file) {
        navigator.prepare(file.path());
    }

    /// Makes the file that was named and opens it. An existing file is never touched.
    void create() {
        String name = newName.get();
        background.execute(() -> {
            NewExperiment.Made made = newExperiment.called(name);
            ui.execute(() -> {
                switch (made) {
                    case NewExperiment.Made.File(Path path) -> {
                        naming.set(false);
                        newName.set("");
                        refresh();
                        navigator.prepare(path);
                    }
                    case NewExperiment.Made.Refused(String why) -> newProblem.set(why);
                }
            });
        });
    }
}
