package io.gameday.console.debrief.words;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The fields of one item of the file.
///
/// @param <T> what kind of item
final class FormViewModel<T> {

    /// A field, and what an item says in it.
    ///
    /// @param told  what stands in it where the item says nothing
    /// @param asked whether an item has it
    record Entry<T>(FieldViewModel field, Function<T, String> now, Function<T, String> told, Predicate<T> asked) {

        Entry(FieldViewModel field, Function<T, String> now) {
            this(field, now, _ -> "", _ -> true);
        }

        Entry<T> onlyIf(Predicate<T> has) {
            return new Entry<>(field, now, told, has);
        }

        private void show(Place place, T item) {
            field.show(place, now.apply(item), told.apply(item), asked.test(item));
        }
    }

    private final List<Entry<T>> entries;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper below = new ReadOnlyStringWrapper("");

    FormViewModel(List<Entry<T>> entries) {
        this.entries = List.copyOf(entries);
    }

    /// @param head   above the fields
    /// @param second below that; may be empty
    void show(Place place, T item, String head, String second) {
        heading.set(head);
        below.set(second);
        entries.forEach(entry -> entry.show(place, item));
        shown.set(true);
    }

    void hide() {
        shown.set(false);
    }

    List<FieldViewModel> fields() {
        return entries.stream().map(Entry::field).toList();
    }

    /// @throws java.util.NoSuchElementException when the form has no such field
    FieldViewModel field(String key) {
        return fields().stream().filter(field -> field.key().equals(key)).findFirst().orElseThrow();
    }

    /// Whether there is an item to write in.
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /// What the machine says about it; may be empty.
    ReadOnlyStringProperty belowProperty() {
        return below.getReadOnlyProperty();
    }
}
