package io.gameday.console.home;

import io.gameday.agent.ledger.LedgerFailure;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.frame.Navigator;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Whether a fault of ours may be in force, by the ledgers of this machine, and how it is taken away. A ledger tells
/// of ours only: what others broke is not asked.
final class FaultsModel {

    /// How it stands.
    enum Standings {
        /// The ledgers have not been read yet.
        ASKING, NONE,
        /// By a run that is going on: ending it is that run's affair.
        PLAYING, LEFT, UNREADABLE
    }

    /// @param text   one sentence
    /// @param detail a second, quieter one
    record Shown(Standings standings, String text, String detail) {
    }

    private final StateFolder state;
    private final Recovery recovery;
    private final Navigator navigator;
    private final Executor ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(
            new Shown(Standings.ASKING, Texts.of("home.faults.asking"), ""));
    private final ReadOnlyBooleanWrapper takingAway = new ReadOnlyBooleanWrapper();
    private final ObservableList<Recovery.Outcome> outcomes = FXCollections.observableArrayList();
    private boolean reading;
    private @Nullable Path playing;

    FaultsModel(StateFolder state, Recovery recovery, Navigator navigator, Executor ui, Executor background) {
        this.state = state;
        this.recovery = recovery;
        this.navigator = navigator;
        this.ui = ui;
        this.background = background;
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// While faults are being taken away.
    ReadOnlyBooleanProperty takingAway() {
        return takingAway.getReadOnlyProperty();
    }

    /// What the last taking away led to; empty before.
    ObservableList<Recovery.Outcome> outcomes() {
        return outcomes;
    }

    /// Reads the ledgers, unless that is being done.
    void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        background.execute(() -> {
            Read read = read(state);
            ui.execute(() -> {
                reading = false;
                playing = read.playing;
                shown.set(read.shown);
            });
        });
    }

    private record Read(Shown shown, @Nullable Path playing) {
    }

    private static Read read(StateFolder state) {
        List<Replay> replays;
        try {
            replays = Replay.all(state);
        } catch (LedgerFailure unreadable) {
            return new Read(new Shown(Standings.UNREADABLE, Texts.of("home.faults.unreadable"),
                    String.valueOf(unreadable.getMessage())), null);
        }
        List<Replay> open = replays.stream().filter(replay -> !replay.mayBeInForce().isEmpty()).toList();
        if (open.isEmpty()) {
            return new Read(new Shown(Standings.NONE, Texts.of("home.faults.none"),
                    Texts.of("home.faults.none.detail", Words.count(replays.size(), "ledger"))), null);
        }
        List<Standing> faults = open.stream().flatMap(replay -> replay.mayBeInForce().stream()).toList();
        String names = faults.stream().map(fault -> Words.name(fault.fault())).distinct()
                .collect(Collectors.joining(", "));
        String runs = open.stream().map(Replay::run).collect(Collectors.joining(", "));
        boolean allPlay = open.stream().allMatch(FaultsModel::plays);
        Optional<Path> folder = allPlay ? open.getLast().runFolder() : Optional.empty();
        String count = Words.count(faults.size(), "fault");
        return new Read(new Shown(allPlay ? Standings.PLAYING : Standings.LEFT,
                Texts.of(allPlay ? "home.faults.playing" : "home.faults.left", count, names),
                Texts.of("home.faults.of", runs)), folder.orElse(null));
    }

    private static boolean plays(Replay replay) {
        return replay.started() != null && Objects.requireNonNull(replay.started()).agent().alive();
    }

    /// Shows the run whose fault is in force.
    void showRun() {
        if (playing != null) {
            navigator.attach(playing);
        }
    }

    /// Takes every fault away that an earlier run left.
    void takeAway() {
        if (takingAway.get()) {
            return;
        }
        takingAway.set(true);
        outcomes.clear();
        background.execute(() -> {
            List<Recovery.Outcome> done = attempt(recovery);
            ui.execute(() -> {
                takingAway.set(false);
                outcomes.setAll(done);
                refresh();
            });
        });
    }

    private static List<Recovery.Outcome> attempt(Recovery recovery) {
        try {
            List<Recovery.Outcome> done = recovery.takeAway();
            return done.isEmpty() ? List.of(new Recovery.Outcome(true, Texts.of("home.faults.nothing"), "")) : done;
        } catch (IOException | LedgerFailure failure) {
            return List.of(new Recovery.Outcome(false, String.valueOf(failure.getMessage()), "gameday recover"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of(new Recovery.Outcome(false, Texts.of("home.faults.interrupted"), "gameday recover"));
        }
    }
}
