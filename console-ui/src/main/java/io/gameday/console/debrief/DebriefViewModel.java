package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.debrief.words.HotDebrief;
import io.gameday.console.debrief.words.WordsViewModel;
import io.gameday.console.frame.Navigator;
import io.gameday.console.text.Texts;
import io.gameday.journal.Verdict;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile.Told;
import io.gameday.time.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Everything Debrief decides. Belongs to the UI thread.
public final class DebriefViewModel {

    /// A word with its state.
    public record Judgement(State state, String word, String told) {
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Executor ui;
    private final Executor slow;
    private final Clock clock;
    private final Navigator navigator;
    private final Predicate<Path> controllerAlive;
    private final TimelineViewModel timeline;
    private final RoomReplay room;
    private final CoeViewModel coe;
    private final ExportViewModel export;
    private final FindingsViewModel findings;
    private final WordsWatch watch;
    private final WordsViewModel words;
    private final HotDebrief hot;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper when = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(Texts.of("debrief.none"));
    private final ReadOnlyStringWrapper held = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Judgement> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Judgement> seal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Judgement> receipt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Detection> detection = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty coeBeside = new SimpleBooleanProperty();
    private final BooleanProperty findingsBeside = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper opened = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<PredictionLine> predictions = FXCollections.observableArrayList();
    private final ObservableList<Surprise> surprises = FXCollections.observableArrayList();
    private final ObservableList<Trouble> troubles = FXCollections.observableArrayList();
    private List<Told> told = List.of();
    private @Nullable Path folder;

    /// @param ui              the UI thread
    /// @param slow            for reading, drawing and saving; a thread or two are enough
    /// @param clock           measures how fast the strip plays; its loop may be any thread
    /// @param desk            the desktop around the console
    /// @param controllerAlive whether the run of a folder is still being played; asked on `slow`
    public DebriefViewModel(Executor ui, Executor slow, Clock clock, Navigator navigator, Desk desk,
            Predicate<Path> controllerAlive) {
        this(ui, slow, clock, navigator, desk, controllerAlive, List::of);
    }

    /// @param provers names of experiments that may prove an action; asked on `slow`
    public DebriefViewModel(Executor ui, Executor slow, Clock clock, Navigator navigator, Desk desk,
            Predicate<Path> controllerAlive, Supplier<List<String>> provers) {
        this(ui, slow, clock, navigator, desk, controllerAlive, provers, new PdfPages(), ExportViewModel.atomic(),
                RunDocuments.ofReports(clock::now));
    }

    DebriefViewModel(Executor ui, Executor slow, Clock clock, Navigator navigator, Desk desk,
            Predicate<Path> controllerAlive, Supplier<List<String>> provers, PageSource pages,
            ExportViewModel.Saving saving, RunDocuments documents) {
        this.ui = ui;
        this.slow = slow;
        this.clock = clock;
        this.navigator = navigator;
        this.controllerAlive = controllerAlive;
        timeline = new TimelineViewModel(clock, ui);
        room = new RoomReplay(ui, slow, timeline.playhead());
        coe = new CoeViewModel(ui, slow, pages, documents);
        export = new ExportViewModel(ui, slow, desk, saving, documents, coe::refresh);
        watch = new WordsWatch(clock, ui, slow, this::look);
        findings = new FindingsViewModel(ui, slow, () -> LocalDate.ofInstant(clock.now(), ZoneOffset.UTC),
                this::wordsChanged);
        words = new WordsViewModel(ui, slow, BlankWords::made, provers, desk::open);
        hot = new HotDebrief(clock, ui, slow, words);
        words.revisionProperty().addListener(_ -> {
            tellAgain();
            wordsChanged();
        });
        findings.onPlace(words::goTo);
        coe.madeProperty().addListener((_, _, made) -> {
            if (made != null) {
                export.made(made);
                // There may be words to write in now, and the pages are counted anew.
                findings.look();
            }
        });
    }

    /// The words of the run were changed: documents and findings follow in a moment. What an editor outside does is
    /// noticed without.
    void wordsChanged() {
        watch.changed();
    }

    private void look() {
        findings.look();
        coe.refresh();
        // Why a change was refused is read by a person first.
        if (words.troubleProperty().get().isEmpty()) {
            words.again();
        }
    }

    /// Shows the run of a folder, however much of it is left.
    public void open(Path runFolder) {
        hot.write();
        if (!runFolder.equals(folder)) {
            hot.open();
        }
        room.end();
        folder = runFolder;
        opened.set(true);
        clear();
        sentence.set(Texts.of("debrief.reading", runFolder.getFileName()));
        slow.execute(() -> {
            Reading reading = Reading.of(runFolder, progress -> ui.execute(() -> progress(runFolder, progress)));
            boolean alive = !reading.complete() && controllerAlive.test(runFolder);
            ui.execute(() -> {
                if (runFolder.equals(folder)) {
                    show(runFolder, reading, alive);
                }
            });
        });
    }

    private void progress(Path runFolder, String told) {
        if (runFolder.equals(folder) && !shown.get()) {
            sentence.set(told);
        }
    }

    private void clear() {
        shown.set(false);
        playing.set(false);
        troubles.clear();
        figures.clear();
        predictions.clear();
        surprises.clear();
        verdict.set(null);
        seal.set(null);
        receipt.set(null);
        detection.set(null);
        held.set("");
        origin.set("");
        when.set("");
        name.set("");
        timeline.clear();
    }

    private void show(Path runFolder, Reading reading, boolean alive) {
        playing.set(alive);
        troubles.setAll(alive ? List.of() : reading.troubles());
        export.open(runFolder, alive);
        findings.open(runFolder, alive);
        coe.open(runFolder, alive);
        watch.over(runFolder);
        LoadedRun run = reading.run();
        words.open(runFolder, alive, run == null ? null : run.suggested());
        if (run == null) {
            Path last = runFolder.getFileName();
            name.set(last == null ? runFolder.toString() : last.toString());
            sentence.set(Texts.of(alive ? "debrief.starting" : "debrief.nothing"));
            return;
        }
        Scorecard card = run.card();
        name.set(card.experiment().name());
        origin.set(run.origin());
        when.set(Judging.times(card));
        verdict.set(Judging.of(card, alive));
        figures.setAll(Figure.of(card, alive));
        predictions.setAll(card.predictions().stream().map(PredictionLine::of).toList());
        held.set(predictions.isEmpty()
                ? ""
                : Texts.of("debrief.predictions.held", card.predictions(Verdict.HELD), predictions.size()));
        predictions.addAll(run.guesses());
        seal.set(Judging.of(run.seal()));
        receipt.set(alive ? null : Judging.of(run.receipt()));
        surprises.setAll(run.surprises());
        detection.set(run.detection());
        sentence.set("");
        timeline.show(run);
        told = run.told();
        shown.set(true);
    }

    /// Where people told something else of the timeline meanwhile, in an editor, it is put together anew.
    private void tellAgain() {
        Path run = folder;
        if (run == null || !shown.get() || words.file().timeline().equals(told)) {
            return;
        }
        told = words.file().timeline();
        slow.execute(() -> {
            LoadedRun read = Reading.of(run, _ -> {
            }).run();
            ui.execute(() -> {
                if (read != null && run.equals(folder)) {
                    Instant at = timeline.playhead().at();
                    timeline.show(read);
                    timeline.playhead().moveTo(at);
                }
            });
        });
    }

    /// Plays the run again on Live.
    public void replay() {
        Path run = folder;
        if (run != null && shown.get()) {
            timeline.playhead().pause();
            navigator.replay(run);
        }
    }

    /// Plays the run again for everybody in the room, or no longer. Not while it is played: it opens everything.
    public void replayForAll() {
        Path run = folder;
        if (room.shownProperty().get()) {
            room.end();
        } else if (run != null && shown.get() && !playing.get()) {
            room.begin(run);
        }
    }

    /// Goes to the run, which is still being played.
    public void attach() {
        Path run = folder;
        if (run != null && playing.get()) {
            navigator.attach(run);
        }
    }

    public void goHome() {
        navigator.home();
    }

    /// Looks at the instant of a surprise.
    public void lookAt(Surprise surprise) {
        timeline.playhead().moveTo(surprise.at());
    }

    /// The screen is shown: what changes outside is noticed again.
    public void shown() {
        watch.begin();
    }

    /// The window is about to close: what was typed in the hot debrief is written first. A disk that does not answer
    /// keeps nobody.
    public void leave(Runnable then) {
        AtomicBoolean left = new AtomicBoolean();
        Runnable once = () -> {
            if (!left.getAndSet(true)) {
                then.run();
            }
        };
        hot.write();
        clock.at(PATIENCE, () -> ui.execute(once));
        words.settled(once);
    }

    /// What works by itself rests while the screen is not shown.
    public void hidden() {
        timeline.playhead().pause();
        hot.write();
        watch.rest();
    }

    public TimelineViewModel timeline() {
        return timeline;
    }

    public RoomReplay room() {
        return room;
    }

    public CoeViewModel coe() {
        return coe;
    }

    public ExportViewModel export() {
        return export;
    }

    public FindingsViewModel findings() {
        return findings;
    }

    public HotDebrief hot() {
        return hot;
    }

    public WordsViewModel words() {
        return words;
    }

    /// The experiment's; the folder's where the journal says nothing.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// `EXPERIMENT`, `SIMULATION` or `GAME DAY`; empty when not known.
    public ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty whenProperty() {
        return when.getReadOnlyProperty();
    }

    /// Whether there is a run to show, however much of it is left.
    public ReadOnlyBooleanProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /// Where a run is chosen.
    public void home() {
        navigator.home();
    }

    /// Why there is no timeline, or what is being read; empty when it is shown.
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Judgement> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// Null where nothing was sealed.
    public ReadOnlyObjectProperty<@Nullable Judgement> sealProperty() {
        return seal.getReadOnlyProperty();
    }

    /// Whether all that was injected was seen gone; null while the run is played, or when its files cannot be read.
    public ReadOnlyObjectProperty<@Nullable Judgement> receiptProperty() {
        return receipt.getReadOnlyProperty();
    }

    /// Null while nothing is shown.
    public ReadOnlyObjectProperty<@Nullable Detection> detectionProperty() {
        return detection.getReadOnlyProperty();
    }

    /// Whether the document stands beside the timeline where there is room for one of both, in place of detection.
    public BooleanProperty coeBesideProperty() {
        return coeBeside;
    }

    /// Whether the findings stand at the right, where there is no more room in place of detection or document.
    public BooleanProperty findingsBesideProperty() {
        return findingsBeside;
    }

    /// `5 of 8 held`.
    public ReadOnlyStringProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    /// Whether a run is on the screen.
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Whether its controller is still at work.
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public ObservableList<Figure> figures() {
        return figures;
    }

    public ObservableList<PredictionLine> predictions() {
        return predictions;
    }

    public ObservableList<Surprise> surprises() {
        return surprises;
    }

    public ObservableList<Trouble> troubles() {
        return troubles;
    }
}
