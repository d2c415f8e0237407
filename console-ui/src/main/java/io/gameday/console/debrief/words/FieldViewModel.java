package io.gameday.console.debrief.words;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One field of a form as it is typed. It goes to the file when it is left; until that has worked it stays as it was
/// typed, also while another item is looked at.
final class FieldViewModel {

    private final WordsViewModel words;
    private final String key;
    private final String label;
    private final Allowed allowed;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private Place place = Place.FILE;
    private String now = "";
    private boolean showing;
    private @Nullable String tried;

    /// @param key   of the file, such as `statement`
    /// @param label what it is called beside it
    FieldViewModel(WordsViewModel words, String key, String label, Allowed allowed) {
        this.words = words;
        this.key = key;
        this.label = label;
        this.allowed = allowed;
        typed.addListener((_, _, text) -> typed(text));
    }

    private void typed(String text) {
        boolean differs = !allowed.normal(text).equals(now);
        unsaved.set(differs);
        if (!showing) {
            words.keep(place, key, differs ? text : null);
        }
    }

    /// @param says what the file says there
    /// @param told what stands there where it says nothing
    /// @param asks whether the item has the field at all
    void show(Place where, String says, String told, boolean asks) {
        asked.set(asks);
        place = where;
        now = says;
        tried = null;
        hint.set(told);
        String kept = words.kept(where, key);
        if (kept != null && allowed.normal(kept).equals(says)) {
            words.keep(where, key, null);
            kept = null;
        }
        showing = true;
        if (kept != null || !allowed.normal(typed.get()).equals(says)) {
            typed.set(kept == null ? says : kept);
        }
        showing = false;
        unsaved.set(!allowed.normal(typed.get()).equals(now));
    }

    /// Writes what was typed into the file, if it says something else.
    void commit() {
        if (!unsaved.get()) {
            return;
        }
        Place where = place;
        String text = typed.get();
        tried = text;
        words.change(contents -> contents.set(where, key, allowed.value(text)));
    }

    /// As [#commit], but does not try again what has just been refused.
    void leave() {
        if (!typed.get().equals(tried)) {
            commit();
        }
    }

    /// Chooses, and writes it at once.
    void choose(String word) {
        typed.set(word);
        commit();
    }

    /// Back to what the file says.
    void undo() {
        typed.set(now);
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    Allowed allowed() {
        return allowed;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// Whether the file says something else than what was typed.
    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// Whether the item shown has this field.
    ReadOnlyBooleanProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// What counts while nothing is typed; may be empty.
    ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }
}
