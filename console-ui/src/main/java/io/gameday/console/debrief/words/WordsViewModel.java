package io.gameday.console.debrief.words;

import io.gameday.console.text.Texts;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeStore;
import io.gameday.report.words.CoeStore.Saved;
import io.gameday.report.words.CoeStore.Stored;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What people write of the run shown, in its `coe.yaml`. Belongs to the UI thread; reading, changing and writing happen
/// on the other executor, one change at a time, each on what the file says by then. A change that does not work leaves
/// the file as it is and says why; what was typed stays.
public final class WordsViewModel {

    /// A change of the file, found by id at the moment when it is made.
    interface Change {
        Edited of(Contents now);
    }

    private record Waiting(Change change, Consumer<Contents> then) {
    }

    /// What came of a change.
    ///
    /// @param stored null when nothing was written
    /// @param why    empty when all went well
    private record Outcome(@Nullable Stored stored, String why) {
    }

    private final Executor ui;
    private final Executor slow;
    private final Function<Path, String> make;
    private final Supplier<List<String>> known;
    private final Consumer<Path> show;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.NoRun());
    private final ReadOnlyObjectWrapper<Contents> contents = new ReadOnlyObjectWrapper<>(Contents.NONE);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper unsaved = new ReadOnlyIntegerWrapper();
    private final Map<String, String> kept = new HashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<Consumer<Contents>> followers = new ArrayList<>();
    private final List<Runnable> settled = new ArrayList<>();
    private final WhysViewModel whys;
    private final ItemsViewModel<CoeFile.Lesson> lessons;
    private final ItemsViewModel<CoeFile.ActionItem> actions;
    private final ItemsViewModel<Answers.Answered> answers;
    private final FormViewModel<CoeFile> summary;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.HAPPENED);
    private Suggested suggested = Suggested.NOTHING;
    private List<String> experiments = List.of();
    private @Nullable Path folder;
    private @Nullable Stored stored;
    private boolean goingOn;
    private boolean readable;
    private boolean first = true;
    private boolean readAgain;
    private int readings;

    /// @param ui    the UI thread
    /// @param slow  for reading and writing
    /// @param make  writes a blank `coe.yaml` into a run's folder where there is none; returns what went wrong, or
    ///              nothing. Called on `slow`
    /// @param known names of experiments that may prove an action; asked on `slow`
    /// @param show  shows a file or folder with the desktop's own program
    public WordsViewModel(Executor ui, Executor slow, Function<Path, String> make, Supplier<List<String>> known,
            Consumer<Path> show) {
        this.ui = ui;
        this.slow = slow;
        this.make = make;
        this.known = known;
        this.show = show;
        whys = new WhysViewModel(this);
        lessons = new ItemsViewModel<>(this, new Lessons(this));
        actions = new ItemsViewModel<>(this, new Actions(this));
        answers = new ItemsViewModel<>(this, new Answers(this));
        summary = new FormViewModel<>(Summary.entries(this));
    }

    /// Shows the words of a run.
    ///
    /// @param playing  it has not ended
    /// @param machines what the journal tells; null when it tells of no run
    public void open(Path runFolder, boolean playing, @Nullable Suggested machines) {
        folder = runFolder;
        goingOn = playing;
        readable = machines != null;
        suggested = machines == null ? Suggested.NOTHING : machines;
        waiting.clear();
        kept.clear();
        unsaved.set(0);
        first = true;
        nothing(new Standing.Reading());
        again();
    }

    /// Reads the file anew. What was typed and not saved stays in its fields.
    public void again() {
        Path from = folder;
        if (from == null) {
            return;
        }
        if (saving.get()) {
            // What is being written is read as well.
            readAgain = true;
            return;
        }
        trouble.set("");
        if (goingOn) {
            nothing(new Standing.GoingOn());
            return;
        }
        if (!(standing.get() instanceof Standing.Open)) {
            nothing(new Standing.Reading());
        }
        Path file = from.resolve(CoeFileReader.FILE);
        int reading = ++readings;
        slow.execute(() -> {
            List<String> provers = known.get();
            Read read = read(file);
            ui.execute(() -> {
                if (reading == readings) {
                    readings = 0;
                    experiments = provers;
                    show(read);
                    next();
                }
            });
        });
    }

    private record Read(Standing standing, @Nullable Stored stored) {
    }

    private Read read(Path file) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Read(new Standing.Missing(file, readable), null);
        }
        try {
            Stored found = CoeStore.read(file);
            List<Problem> problems = found.reading().problems();
            return problems.isEmpty()
                    ? new Read(new Standing.Open(file), found)
                    : new Read(new Standing.Unreadable(file, problems.stream().map(Problem::toString).toList()), found);
        } catch (IOException unreadable) {
            return new Read(new Standing.Unreadable(file, List.of(String.valueOf(unreadable.getMessage()))), null);
        }
    }

    private void show(Read read) {
        CoeFile file = read.stored() == null ? null : read.stored().reading().file().orElse(null);
        if (read.stored() == null || file == null) {
            nothing(read.standing());
            return;
        }
        stored = read.stored();
        boolean same = read.stored().text().equals(contents.get().text());
        take(same ? contents.get() : Contents.of(read.stored().text(), file));
        standing.set(read.standing());
        if (!first && !same) {
            revision.set(revision.get() + 1);
        }
        first = false;
    }

    private void nothing(Standing why) {
        stored = null;
        take(Contents.NONE);
        standing.set(why);
    }

    private void take(Contents now) {
        contents.set(now);
        whys.show(now, suggested);
        lessons.show(now, suggested);
        actions.show(now, suggested);
        answers.show(now, suggested);
        followers.forEach(follower -> follower.accept(now));
        if (now.equals(Contents.NONE)) {
            summary.hide();
        } else {
            summary.show(Place.FILE, now.file(), Texts.of("words.summary"), "");
        }
        told.set(now.equals(Contents.NONE)
                ? ""
                : Texts.of("words.told", Figures.many(now.file().whys().size(), "why"),
                        Figures.many(now.file().lessons().size(), "lesson"),
                        Figures.many(now.file().actions().size(), "action")));
    }

    /// Writes a blank file, for people to begin with.
    public void make() {
        Path from = folder;
        if (from == null || !(standing.get() instanceof Standing.Missing)) {
            return;
        }
        nothing(new Standing.Reading());
        slow.execute(() -> {
            String why = make.apply(from);
            ui.execute(() -> {
                if (from.equals(folder)) {
                    again();
                    trouble.set(why);
                }
            });
        });
    }

    /// Shows the file with the desktop's own program.
    public void openFile() {
        Path from = folder;
        if (from != null) {
            show.accept(from.resolve(CoeFileReader.FILE));
        }
    }

    void change(Change change) {
        change(change, _ -> {
        });
    }

    /// @param then called with the file as it is after the change; not when that did not work
    void change(Change change, Consumer<Contents> then) {
        waiting.add(new Waiting(change, then));
        next();
    }

    /// Goes on once everything is written, or refused.
    public void settled(Runnable then) {
        settled.add(then);
        tellSettled();
    }

    private void tellSettled() {
        if (!saving.get() && waiting.isEmpty()) {
            List<Runnable> all = List.copyOf(settled);
            settled.clear();
            all.forEach(Runnable::run);
        }
    }

    private void next() {
        write();
        tellSettled();
    }

    private void write() {
        Path of = folder;
        Stored before = stored;
        if (saving.get() || readings > 0 || waiting.isEmpty() || of == null) {
            return;
        }
        if (before == null) {
            waiting.clear();
            return;
        }
        Waiting first = waiting.remove();
        Contents now = contents.get();
        saving.set(true);
        slow.execute(() -> {
            Outcome outcome = made(first.change().of(now), before);
            ui.execute(() -> done(of, now, first, outcome));
        });
    }

    private static Outcome made(Edited edited, Stored before) {
        return switch (edited) {
            case Edited.Refused(String why) -> new Outcome(null, why);
            case Edited.Done(String text, CoeFile _) when text.equals(before.text()) -> new Outcome(null, "");
            case Edited.Done(String text, CoeFile _) -> switch (CoeStore.write(before, text)) {
                case Saved.Written(Stored now) -> new Outcome(now, "");
                case Saved.NotWritten(String why) -> new Outcome(null, why);
            };
        };
    }

    private void done(Path of, Contents before, Waiting first, Outcome outcome) {
        saving.set(false);
        if (of.equals(folder)) {
            trouble.set(outcome.why());
            Stored now = outcome.stored();
            if (now != null) {
                stored = now;
                now.reading().file().ifPresentOrElse(file -> take(before.after(now.text(), file)), this::again);
                revision.set(revision.get() + 1);
            }
            if (outcome.why().isEmpty()) {
                first.then().accept(contents.get());
            }
        }
        if (readAgain) {
            readAgain = false;
            again();
        }
        next();
    }

    /// Says why something is not done.
    void refuse(String why) {
        trouble.set(why);
    }

    public void dismiss() {
        trouble.set("");
    }

    /// What was typed in a field and is not in the file yet; null for nothing.
    void keep(Place place, String key, @Nullable String typed) {
        String name = place.part() + " " + place.id() + " " + key;
        if (typed == null) {
            kept.remove(name);
        } else {
            kept.put(name, typed);
        }
        unsaved.set(kept.size());
    }

    @Nullable
    String kept(Place place, String key) {
        return kept.get(place.part() + " " + place.id() + " " + key);
    }

    Suggested suggested() {
        return suggested;
    }

    /// That may prove an action, the run's own first.
    List<String> experiments() {
        List<String> all = new ArrayList<>(
                suggested.experiment().isEmpty() ? List.of() : List.of(suggested.experiment()));
        experiments.stream().filter(name -> !all.contains(name)).forEach(all::add);
        return all;
    }

    /// Tells the file each time that it was read or written, also where it says the same.
    void follow(Consumer<Contents> follower) {
        followers.add(follower);
    }

    Contents contents() {
        return contents.get();
    }

    /// Where there is no file, one of which nobody has written a word.
    public CoeFile file() {
        return contents.get().file();
    }

    WhysViewModel whys() {
        return whys;
    }

    ItemsViewModel<CoeFile.Lesson> lessons() {
        return lessons;
    }

    ItemsViewModel<CoeFile.ActionItem> actions() {
        return actions;
    }

    ItemsViewModel<Answers.Answered> answers() {
        return answers;
    }

    FormViewModel<CoeFile> summary() {
        return summary;
    }

    /// Goes where something is written.
    ///
    /// @param place in the file, such as `actions[2].due` or `answers.DET-3`
    public void goTo(String place) {
        Signpost.read(place).go(this);
    }

    /// What stands below the strip.
    public ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// Why the last change was not made, with the next step; empty when it was.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// `3 whys, 2 lessons, 1 action`; empty while no file is open.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Whether a change is being written.
    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /// How many fields hold something that is not in the file.
    public ReadOnlyIntegerProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// Grows with every change of the words: what is made of them is out of date then.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
