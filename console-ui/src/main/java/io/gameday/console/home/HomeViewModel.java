package io.gameday.console.home;

import io.gameday.console.frame.Navigator;
import io.gameday.console.run.Guests;
import io.gameday.console.text.Texts;
import io.gameday.endpoint.RunClient;
import io.gameday.experiment.Experiment;
import io.gameday.journal.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What Home shows and does. Everything here belongs to the UI thread; files are read on the background executor.
public final class HomeViewModel {

    /// Files are looked at with every tick, so that a saved one is checked at once; the rest changes more slowly.
    private static final int SLOW = 3;

    private final HomePlaces places;
    private final Navigator navigator;
    private final FolderChooser chooser;
    private final Supplier<Instant> now;
    private final Executor ui;
    private final Executor background;
    private final ExperimentFiles catalogFiles;
    private final CatalogModel catalog = new CatalogModel();
    private final FilesModel files;
    private final RunsModel runs;
    private final FaultsModel faults;
    private final ActionsModel actions;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper catalogTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper welcome = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ExperimentFile>> first = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean readingCatalog;
    private int ticks;

    /// @param chooser    asks for a folder
    /// @param recovery   takes away what earlier runs left, such as [LedgerRecovery]
    /// @param now        the time of day, to say how long ago something was
    /// @param ui         runs tasks on the UI thread
    /// @param background runs what is slow, one after the other; a taking away may hold it for a minute, so it needs at
    ///                   least two threads to keep the lists fresh meanwhile
    public HomeViewModel(HomePlaces places, Navigator navigator, FolderChooser chooser, Recovery recovery,
            Supplier<Instant> now, Executor ui, Executor background) {
        this.places = places;
        this.navigator = navigator;
        this.chooser = chooser;
        this.now = now;
        this.ui = ui;
        this.background = background;
        catalogFiles = new ExperimentFiles(places.catalog());
        files = new FilesModel(places.files(), places.catalog(), navigator, ui, background);
        runs = new RunsModel(places.runs(), navigator, ui, background);
        faults = new FaultsModel(places.state(), recovery, navigator, ui, background);
        actions = new ActionsModel(places.runs(), navigator, now, ui, background);
        runs.known().addListener((_, _, known) -> {
            catalog.show(known);
            decideWelcome();
        });
        search.addListener((_, _, text) -> {
            Search wanted = new Search(text);
            catalog.find(wanted);
            files.find(wanted);
            runs.find(wanted);
        });
    }

    /// Looks at everything. Called when the screen is shown.
    public void refresh() {
        refreshCatalog();
        files.refresh();
        runs.refresh();
        faults.refresh();
        actions.refresh();
    }

    /// Called about every second while the screen is shown.
    public void tick() {
        ticks++;
        files.refresh();
        if (ticks % SLOW == 0) {
            refreshCatalog();
            runs.refresh();
            faults.refresh();
        }
    }

    private void refreshCatalog() {
        if (readingCatalog) {
            return;
        }
        readingCatalog = true;
        background.execute(() -> {
            Optional<List<ExperimentFile>> found = read();
            ui.execute(() -> {
                readingCatalog = false;
                found.ifPresent(catalog::show);
                catalogTrouble.set(found.filter(list -> !list.isEmpty()).isPresent()
                        ? ""
                        : Texts.of("home.catalog.none", places.catalog().toString()));
                first.set(catalog.first());
                decideWelcome();
            });
        });
    }

    private Optional<List<ExperimentFile>> read() {
        try {
            return Optional.of(catalogFiles.read());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Only somebody who has played nothing yet needs to be told how it goes.
    private void decideWelcome() {
        RunsModel.Known known = runs.known().get();
        welcome.set(known.read() && known.all() == 0 && first.get().isPresent());
    }

    CatalogModel catalog() {
        return catalog;
    }

    FilesModel files() {
        return files;
    }

    RunsModel runs() {
        return runs;
    }

    /// What is to be done by the COEs. Read when the screen is shown: what changes it happens on other screens.
    ActionsModel actions() {
        return actions;
    }

    FaultsModel faults() {
        return faults;
    }

    /// Filters experiments, files and runs.
    StringProperty search() {
        return search;
    }

    /// What somebody should know who has just clicked; empty when there is nothing.
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /// Why the catalog is empty; else empty.
    ReadOnlyStringProperty catalogTrouble() {
        return catalogTrouble.getReadOnlyProperty();
    }

    /// True where nothing was played yet: the first game day is explained then, and one line afterwards.
    ReadOnlyBooleanProperty welcome() {
        return welcome.getReadOnlyProperty();
    }

    /// The experiment of the first game day; empty where the catalog does not have it.
    ReadOnlyObjectProperty<Optional<ExperimentFile>> first() {
        return first.getReadOnlyProperty();
    }

    /// How long the first game day takes, such as `about 1 min 15 s`.
    String firstLength() {
        Optional<Experiment> experiment = first.get().flatMap(ExperimentFile::experiment);
        return experiment.map(found -> ExpectedLength.words(ExpectedLength.of(found))).orElse("");
    }

    void playFirst() {
        first.get().ifPresent(file -> navigator.play(file.path(), "local", Guests.NONE));
    }

    void rehearseFirst() {
        first.get().ifPresent(file -> navigator.play(file.path(), "simulated", Guests.NONE));
    }

    void prepare(CatalogCard card) {
        navigator.prepare(card.path());
    }

    void newExperiment() {
        files.naming().set(true);
    }

    void dismissNotice() {
        notice.set("");
    }

    /// Shows the newest run that is being played.
    void attach() {
        notice.set(runs.attachNewest() ? "" : Texts.of("home.attach.none"));
    }

    /// Shows a run wherever its folder is.
    void openRunFolder() {
        Path from = places.runs().stream().filter(Files::isDirectory).findFirst()
                .orElseGet(() -> Path.of("").toAbsolutePath());
        Optional<Path> chosen = chooser.choose(Texts.of("home.open.title"), from);
        if (chosen.isEmpty()) {
            return;
        }
        Path folder = chosen.get();
        background.execute(() -> {
            boolean lives = RunClient.isPlayed(folder);
            boolean journal = Files.exists(new RunFolder(folder).journal());
            ui.execute(() -> {
                notice.set(lives || journal ? "" : Texts.of("home.open.none", folder.toString()));
                if (lives) {
                    navigator.attach(folder);
                } else if (journal) {
                    navigator.debrief(folder);
                }
            });
        });
    }

    /// Such as `today 14:01`.
    String when(Instant at) {
        return When.words(at, now.get(), places.zone());
    }
}
