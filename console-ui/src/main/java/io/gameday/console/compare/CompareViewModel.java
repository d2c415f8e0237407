package io.gameday.console.compare;

import io.gameday.console.text.Texts;
import io.gameday.report.history.History;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRuns;
import io.gameday.report.history.TwoRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which runs are laid side by side, and what they tell. Belongs to the UI thread; run folders are read in the background.
public final class CompareViewModel {

    private static final PastRuns NONE = new PastRuns(List.of(), List.of());

    private final Path folder;
    private final Executor ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<PastRuns> all = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyObjectWrapper<List<PastRun>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable History> history = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TwoRuns> two = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(Texts.of("compare.reading"));
    private final ObjectProperty<@Nullable String> experiment = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> beside = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PastRun> before = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PastRun> after = new SimpleObjectProperty<>();
    private @Nullable String asked;
    private boolean reading;

    /// @param folder     that holds the run folders
    /// @param ui         runs tasks on the UI thread
    /// @param background runs what is slow
    public CompareViewModel(Path folder, Executor ui, Executor background) {
        this.folder = folder;
        this.ui = ui;
        this.background = background;
        experiment.subscribe(_ -> {
            if (beside.get() == null || beside.get().equals(experiment.get())) {
                beside.set(null);
            }
            show();
        });
        beside.subscribe(_ -> show());
        before.subscribe(_ -> pair());
        after.subscribe(_ -> pair());
    }

    /// Asks for the runs of the experiment that this run played, with this run as the one after the fix.
    public void open(@Nullable Path runFolder) {
        asked = runFolder == null ? null : String.valueOf(runFolder.getFileName());
        refresh();
    }

    /// Reads the folder again, unless that is being done.
    public void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        background.execute(() -> {
            Optional<PastRuns> found = read();
            ui.execute(() -> {
                reading = false;
                take(found);
            });
        });
    }

    private Optional<PastRuns> read() {
        try {
            return Optional.of(Files.isDirectory(folder) ? PastRuns.in(folder) : NONE);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void take(Optional<PastRuns> found) {
        PastRuns now = found.orElse(NONE);
        if (!now.equals(all.get())) {
            all.set(now);
        }
        said.set(found.isEmpty()
                ? Texts.of("compare.unreadable", folder.toString())
                : now.runs().isEmpty() ? Texts.of("compare.none", folder.toString()) : "");
        PastRun wanted = now.runs().stream().filter(run -> run.name().equals(asked)).findFirst().orElse(null);
        asked = null;
        if (wanted != null) {
            experiment.set(wanted.experiment());
            show();
            after.set(wanted);
            before.set(previous(wanted));
        } else if (experiment.get() == null || !now.experiments().contains(experiment.get())) {
            experiment.set(now.runs().isEmpty() ? null : now.runs().getLast().experiment());
        } else {
            show();
        }
    }

    /// Shows the runs of what is chosen; keeps the two that were compared where they are still among them.
    private void show() {
        String chosen = experiment.get();
        String other = beside.get();
        PastRuns known = all.get();
        if (chosen == null || !known.experiments().contains(chosen)) {
            runs.set(List.of());
            history.set(null);
            before.set(null);
            after.set(null);
            return;
        }
        boolean two = other != null && known.experiments().contains(other);
        history.set(two ? History.between(known, String.valueOf(other), chosen) : History.of(known, chosen));
        runs.set(known.runs().stream()
                .filter(run -> run.experiment().equals(chosen) || two && run.experiment().equals(other))
                .sorted(Comparator.comparing(PastRun::at).reversed()).toList());
        PastRun newest = runs.get().stream().filter(run -> run.experiment().equals(chosen)).findFirst().orElse(null);
        after.set(kept(after.get()).orElse(newest));
        before.set(kept(before.get()).filter(run -> !run.equals(after.get()))
                .filter(run -> !two || run.experiment().equals(other)).orElse(previous(after.get())));
    }

    private Optional<PastRun> kept(@Nullable PastRun run) {
        return runs.get().stream().filter(each -> run != null && each.name().equals(run.name())).findFirst();
    }

    /// The newest run of the other experiment, or the one before it of the same and on the same.
    private @Nullable PastRun previous(@Nullable PastRun run) {
        String other = beside.get();
        return run == null
                ? null
                : runs.get().stream().filter(each -> !each.equals(run))
                        .filter(each -> other != null
                                ? each.experiment().equals(other)
                                : each.target() == run.target() && !each.at().isAfter(run.at()))
                        .findFirst().orElse(null);
    }

    private void pair() {
        PastRun then = before.get();
        PastRun now = after.get();
        two.set(then == null || now == null || then.equals(now) ? null : TwoRuns.of(then, now));
    }

    /// All runs there are.
    ReadOnlyObjectProperty<PastRuns> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// Those of what is chosen, newest first.
    ReadOnlyObjectProperty<List<PastRun>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /// All of the chosen runs, by quantity; null where none is chosen.
    ReadOnlyObjectProperty<@Nullable History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// The two that are compared; null until there are two.
    ReadOnlyObjectProperty<@Nullable TwoRuns> twoProperty() {
        return two.getReadOnlyProperty();
    }

    /// Why there is nothing to see; empty where there is.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable String> experimentProperty() {
        return experiment;
    }

    /// An experiment whose runs were before the fix; null where it is the same.
    ObjectProperty<@Nullable String> besideProperty() {
        return beside;
    }

    ObjectProperty<@Nullable PastRun> beforeProperty() {
        return before;
    }

    ObjectProperty<@Nullable PastRun> afterProperty() {
        return after;
    }
}
