package io.gameday.console.home;

import io.gameday.console.frame.Navigator;
import io.gameday.console.text.Texts;
import io.gameday.report.actions.Register;
import io.gameday.report.actions.RegisterReader;
import io.gameday.report.actions.Registered;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open action items of all COEs, overdue ones first.
final class ActionsModel {

    private final List<Path> parents;
    private final Navigator navigator;
    private final Supplier<Instant> now;
    private final Executor ui;
    private final Executor background;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper(Texts.of("home.actions.reading"));
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private boolean reading;

    /// @param line whose, how old and by when
    /// @param late such as `overdue 3 days`; empty where it is not
    /// @param play what "Verify by re-run" would do; empty where no run of ours can close it
    record Row(Path folder, Registered action, String line, String late, String play) {
    }

    private record Read(List<Row> rows, long overdue, List<String> troubles) {
    }

    ActionsModel(List<Path> parents, Navigator navigator, Supplier<Instant> now, Executor ui, Executor background) {
        this.parents = parents;
        this.navigator = navigator;
        this.now = now;
        this.ui = ui;
        this.background = background;
    }

    /// Reads the COEs again, unless that is being done.
    void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        LocalDate today = LocalDate.ofInstant(now.get(), ZoneOffset.UTC);
        background.execute(() -> {
            Read read = read(today);
            ui.execute(() -> {
                reading = false;
                show(read);
            });
        });
    }

    private Read read(LocalDate today) {
        List<Row> rows = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        long overdue = 0;
        for (Path parent : parents) {
            if (!Files.isDirectory(parent)) {
                continue;
            }
            try {
                Register open = RegisterReader.read(parent, today).only(Registered::open);
                overdue += open.overdue();
                open.actions().forEach(action -> rows.add(row(parent, action)));
                open.unreadable().forEach(file -> troubles.add(file.file() + ": " + file.problems().getFirst()));
            } catch (IOException unreadable) {
                troubles.add(Texts.of("home.actions.unreadable", parent.toString()));
            }
        }
        return new Read(rows, overdue, troubles);
    }

    private static Row row(Path parent, Registered action) {
        List<String> words = new ArrayList<>();
        words.add(action.owner().isEmpty() ? Texts.of("home.actions.nobody") : action.owner());
        if (action.due() != null) {
            words.add(Texts.of("home.actions.due", action.due().toString()));
        }
        words.add(action.age() == null
                ? Texts.of("home.actions.age-unknown")
                : Texts.of("home.actions.age", action.age().toString()));
        return new Row(parent.resolve(action.run()), action, String.join(" · ", words),
                action.overdue() == 0 ? "" : Texts.of("home.actions.late", String.valueOf(action.overdue())),
                play(action));
    }

    /// Only a run on what the COE's own run was played on closes an action.
    private static String play(Registered action) {
        if (action.provedBy().isEmpty()
                || action.target() != TargetKind.LOCAL && action.target() != TargetKind.SIMULATED) {
            return "";
        }
        return Texts.of(action.target() == TargetKind.LOCAL ? "home.actions.play" : "home.actions.simulate",
                action.provedBy());
    }

    private void show(Read read) {
        if (!read.rows().equals(rows)) {
            rows.setAll(read.rows());
        }
        count.set(read.rows().isEmpty()
                ? ""
                : Texts.of("home.actions.count", String.valueOf(read.rows().size()), String.valueOf(read.overdue())));
        empty.set(Texts.of("home.actions.none"));
        trouble.set(read.troubles().isEmpty()
                ? ""
                : Texts.of("home.actions.trouble", read.troubles().getFirst(), String.valueOf(read.troubles().size())));
    }

    void open(Row row) {
        navigator.debrief(row.folder());
    }

    /// Plays what proves it; the action is closed when all predictions hold.
    void verify(Row row) {
        navigator.verify(row.action().name());
    }

    ObservableList<Row> rows() {
        return rows;
    }

    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /// What to say where there are none.
    ReadOnlyStringProperty empty() {
        return empty.getReadOnlyProperty();
    }

    /// The first `coe.yaml` that cannot be read, and how many; else empty.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
