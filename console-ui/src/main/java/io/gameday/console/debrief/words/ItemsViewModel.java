package io.gameday.console.debrief.words;

import io.gameday.console.debrief.words.Listed.Line;
import io.gameday.console.debrief.words.WordsViewModel.Change;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A list of the file beside the form of the line chosen.
///
/// @param <T> what kind of item
final class ItemsViewModel<T> {

    private final WordsViewModel words;
    private final Listed<T> listed;
    private final FormViewModel<T> form;
    private final ObservableList<Line<T>> lines = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Line<T>> selected = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper editing = new ReadOnlyIntegerWrapper();

    ItemsViewModel(WordsViewModel words, Listed<T> listed) {
        this.words = words;
        this.listed = listed;
        form = new FormViewModel<>(listed.entries());
        selected.addListener((_, _, line) -> edit(line));
    }

    void show(Contents now, Suggested suggested) {
        Line<T> before = selected.get();
        List<Line<T>> all = now.equals(Contents.NONE) ? List.of() : listed.lines(now, suggested);
        if (!lines.equals(all)) {
            lines.setAll(all);
        }
        Line<T> same = before == null
                ? null
                : all.stream().filter(line -> line.place().equals(before.place())).findFirst().orElse(null);
        selected.set(same == null && !all.isEmpty() ? all.getFirst() : same);
        edit(selected.get());
    }

    private void edit(@Nullable Line<T> line) {
        T item = line == null ? null : line.item();
        if (line == null || item == null) {
            form.hide();
        } else {
            form.show(line.place(), item, line.lead() + (line.lead().isEmpty() ? "" : "  ") + line.title(),
                    line.told());
        }
    }

    /// Adds one, chooses it and begins to write in it.
    void add() {
        then(listed::add);
    }

    /// Makes the draft chosen one's own.
    void accept() {
        Line<T> draft = selected.get();
        if (draft != null && draft.item() == null) {
            then(now -> listed.accept(now, draft));
        }
    }

    private void then(Change change) {
        words.change(change, _ -> {
            lines.stream().filter(line -> line.item() != null).reduce((_, last) -> last).ifPresent(selected::set);
            begin();
        });
    }

    /// Begins to write in the line chosen.
    void begin() {
        if (form.shownProperty().get()) {
            editing.set(editing.get() + 1);
        }
    }

    void remove() {
        Line<T> line = selected.get();
        if (line != null && line.item() != null && listed.grows()) {
            int index = lines.indexOf(line);
            words.change(now -> listed.remove(now, line.place()), _ -> {
                if (!lines.isEmpty()) {
                    selected.set(lines.get(Math.min(index, lines.size() - 1)));
                }
            });
        }
    }

    /// Chooses the item of an id.
    void choose(String id) {
        lines.stream().filter(line -> line.place().id().equals(id)).findFirst().ifPresent(selected::set);
    }

    Optional<Line<T>> line(String id) {
        return lines.stream().filter(line -> Objects.equals(line.place().id(), id)).findFirst();
    }

    Listed<T> listed() {
        return listed;
    }

    FormViewModel<T> form() {
        return form;
    }

    ObservableList<Line<T>> lines() {
        return lines;
    }

    ObjectProperty<@Nullable Line<T>> selectedProperty() {
        return selected;
    }

    /// Grows whenever somebody wants to write in the line chosen.
    ReadOnlyIntegerProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }
}
