package io.gameday.console.prepare;

import io.gameday.yaml.TextMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One value of the form: what the text says, and what is wrong with it.
final class FormField {

    private final String path;
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    FormField(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    ReadOnlyStringProperty value() {
        return value.getReadOnlyProperty();
    }

    /// Empty when nothing is wrong.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void show(Checked checked) {
        checked.map().ifPresent(map -> {
            boolean list = map.at(path).filter(piece -> piece.kind() == TextMap.Kind.LIST).isPresent();
            value.set(list
                    ? String.join(", ", map.items(path).stream().map(TextMap.Piece::value).toList())
                    : map.value(path).strip());
        });
        problem.set(checked.flawWithin(path).map(Flaw::says).orElse(""));
    }
}
