package io.gameday.console.prepare;

import io.gameday.console.frame.Navigator;
import io.gameday.time.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Everything that Prepare decides. Belongs to the UI thread.
public final class PrepareViewModel {

    private static final Duration DEBOUNCE = Duration.ofMillis(300);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private static final Runnable NOTHING_MORE = () -> {
        // Saving was all that was asked.
    };

    private final Surroundings surroundings;
    private final Navigator navigator;
    private final PrepareDialogs dialogs;
    private final EditedText text;
    private final FormViewModel form;
    private final GoNoGo goNoGo;
    private final GuestList guests = new GuestList();
    private final Rehearsal rehearsal;
    private final RoleCards cards;
    private final ReadOnlyObjectWrapper<Checked> checked = new ReadOnlyObjectWrapper<>(Checked.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Flaw> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PlannedReach> reach = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper reachIsOld = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mayStart = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mayRehearse = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mayPrint = new ReadOnlyBooleanWrapper();
    private final ObservableList<Blocker> blockers = FXCollections.observableArrayList();
    private Clock.@Nullable Cancellable pendingCheck;
    private Clock.@Nullable Cancellable looking;

    /// @param surroundings threads, time and folders
    /// @param navigator    plays what was prepared, and opens a rehearsal in Debrief
    /// @param dialogs      asks where to save, and whether to leave
    /// @param rehearsals   plays on the simulated target
    /// @param machine      is asked for go or no-go
    /// @param papers       writes the role cards
    public PrepareViewModel(Surroundings surroundings, Navigator navigator, PrepareDialogs dialogs,
            Rehearsals rehearsals, Machine machine, Papers papers) {
        this.surroundings = surroundings;
        this.navigator = navigator;
        this.dialogs = dialogs;
        text = new EditedText(surroundings);
        form = new FormViewModel(text);
        goNoGo = new GoNoGo(machine, surroundings);
        rehearsal = new Rehearsal(rehearsals, surroundings);
        cards = new RoleCards(papers, surroundings);
        text.text().addListener((_, _, _) -> checkSoon());
        checked.addListener((_, _, now) -> take(now));
        InvalidationListener again = _ -> decide();
        goNoGo.checks().addListener(again);
        goNoGo.everybodyKnows().addListener(again);
        rehearsal.state().addListener(again);
        cards.state().addListener(again);
        text.file().addListener(again);
        decide();
    }

    EditedText text() {
        return text;
    }

    FormViewModel form() {
        return form;
    }

    GoNoGo goNoGo() {
        return goNoGo;
    }

    GuestList guests() {
        return guests;
    }

    RoleCards cards() {
        return cards;
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    ReadOnlyObjectProperty<Checked> checked() {
        return checked.getReadOnlyProperty();
    }

    /// The problem that is explained at its line; null when there is none.
    ReadOnlyObjectProperty<@Nullable Flaw> selected() {
        return selected.getReadOnlyProperty();
    }

    /// Of the last text that was valid; null before there was one.
    ReadOnlyObjectProperty<@Nullable PlannedReach> reach() {
        return reach.getReadOnlyProperty();
    }

    /// True while [#reach()] is of an earlier text.
    ReadOnlyBooleanProperty reachIsOld() {
        return reachIsOld.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty mayStart() {
        return mayStart.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty mayRehearse() {
        return mayRehearse.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty mayPrint() {
        return mayPrint.getReadOnlyProperty();
    }

    /// What the start waits for; empty when it waits for nothing.
    ObservableList<Blocker> blockers() {
        return blockers;
    }

    /// Opens an experiment, after what is being edited was saved or given up.
    public void open(Path experiment) {
        leave(() -> text.open(experiment, () -> {
            goNoGo.everybodyKnows().set(false);
            guests.clear();
            rehearsal.forget();
            cards.forget();
            reach.set(null);
            checkNow();
        }));
    }

    /// Calls `then` unless the user wants to stay with text that is not saved. To be asked before the screen is left
    /// for good.
    public void leave(Runnable then) {
        if (!text.edited().get()) {
            then.run();
            return;
        }
        switch (dialogs.leave(fileName())) {
            case SAVE -> save(then);
            case THROW_AWAY -> {
                text.throwAway();
                then.run();
            }
            case STAY -> decide();
        }
    }

    /// Whether there is text that is in no file.
    public boolean unsaved() {
        return text.edited().get();
    }

    void shown() {
        goNoGo.start();
        text.look();
        hidden(looking);
        looking = surroundings.clock().every(LOOK, () -> surroundings.ui().execute(text::look));
    }

    void hidden() {
        goNoGo.stop();
        hidden(looking);
        looking = null;
    }

    private static void hidden(Clock.@Nullable Cancellable running) {
        if (running != null) {
            running.cancel();
        }
    }

    String fileName() {
        Path file = text.file().get();
        return file == null ? "" : String.valueOf(file.getFileName());
    }

    /// The experiment's name: the file's without its ending.
    String name() {
        return fileName().replaceFirst("\\.(yaml|yml|json)$", "");
    }

    private void checkSoon() {
        hidden(pendingCheck);
        pendingCheck = surroundings.clock().at(DEBOUNCE, () -> surroundings.ui().execute(this::checkNow));
        decide();
    }

    private void checkNow() {
        String now = text.text().get();
        String file = fileName();
        String slug = slug(name());
        surroundings.work().execute(() -> {
            Checked result = Checked.of(slug, file, now);
            surroundings.ui().execute(() -> {
                if (now.equals(text.text().get())) {
                    checked.set(result);
                }
            });
        });
    }

    /// What run folders are named after.
    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "experiment" : slug.substring(0, Math.min(60, slug.length()));
    }

    private void take(Checked now) {
        Flaw before = selected.get();
        selected.set(now.flaws().stream().filter(flaw -> before != null && flaw.line() == before.line()).findFirst()
                .or(() -> now.flaws().stream().findFirst()).orElse(null));
        now.reach().ifPresent(reach::set);
        form.show(now);
        decide();
    }

    private boolean current() {
        return text.file().get() != null && checked.get().text().equals(text.text().get());
    }

    private void decide() {
        boolean current = current();
        boolean valid = current && checked.get().experiment().isPresent();
        goNoGo.show(checked.get(), current);
        reachIsOld.set(!valid && reach.get() != null);
        List<Blocker> now = Blocker.of(goNoGo, checked.get(), valid);
        if (!blockers.equals(now)) {
            blockers.setAll(now);
        }
        mayStart.set(now.isEmpty());
        mayRehearse.set(valid && !rehearsal.going());
        mayPrint.set(valid && !cards.going());
    }

    /// The next problem after the one that is explained, from the top again after the last.
    void nextProblem() {
        List<Flaw> flaws = checked.get().flaws();
        if (!flaws.isEmpty()) {
            selected.set(flaws.get((flaws.indexOf(selected.get()) + 1) % flaws.size()));
        }
    }

    void select(Flaw flaw) {
        selected.set(flaw);
    }

    /// Puts the word that is most likely meant in the place of the wrong one.
    void repair(Flaw flaw) {
        if (current()) {
            flaw.repair().ifPresent(text::apply);
        }
    }

    void save() {
        save(NOTHING_MORE);
    }

    private void save(Runnable then) {
        Path file = text.file().get();
        if (file == null) {
            return;
        }
        if (text.fromCatalog()) {
            saveAs(then);
        } else {
            text.save(file, then);
        }
    }

    void saveAs() {
        saveAs(NOTHING_MORE);
    }

    private void saveAs(Runnable then) {
        if (text.file().get() != null) {
            Optional<Path> chosen = dialogs.saveAs(surroundings.own().resolve(fileName()));
            chosen.ifPresent(target -> text.save(target, then));
        }
    }

    void rehearse() {
        if (mayRehearse.get()) {
            rehearsal.start(slug(name()), text.text().get());
        }
    }

    /// Writes plan, run sheet and role cards of the text as it stands.
    void print() {
        if (mayPrint.get()) {
            cards.write(slug(name()), text.text().get());
        }
    }

    void debrief(Path runFolder) {
        navigator.debrief(runFolder);
    }

    void home() {
        navigator.home();
    }

    /// Seals and starts, on this machine. What was edited is saved first.
    void play() {
        if (!mayStart.get()) {
            return;
        }
        if (text.edited().get()) {
            save(this::playSaved);
        } else {
            playSaved();
        }
    }

    private void playSaved() {
        Path file = text.file().get();
        if (file != null) {
            navigator.play(file, "local", guests.guests());
        }
    }
}
