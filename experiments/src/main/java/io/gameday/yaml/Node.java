package io.gameday.yaml;

import java.util.List;
import java.util.Optional;

/// A piece of a YAML file that knows where it stands.
public sealed interface Node {

    Place place();

    /// @param line   from 1
    /// @param column from 1
    record Place(int line, int column) {
    }

    /// What a single value is, as it is written: `1`, `0.5`, `true`, and everything else, quoted or not.
    enum Form {
        TEXT, WHOLE, DECIMAL, TRUTH
    }

    record Scalar(String text, Form form, Place place) implements Node {
    }

    record Mapping(List<Field> fields, Place place) implements Node {
    }

    record Sequence(List<Node> items, Place place) implements Node {
    }

    /// A key left empty.
    record Nothing(Place place) implements Node {
    }

    record Field(String key, Place place, Node value) {
    }

    /// What stands in a file of others, which is JSON or YAML; empty, with a problem told, when it is neither.
    static Optional<Node> foreign(String text, Problems problems) {
        // YAML has braces too, but takes no tabs, and escapes of its own: keys in quotes tell JSON.
        boolean json = text.matches("(?s)\\s*\\{\\s*[\"}].*");
        return json ? NodeReader.json(text, problems) : NodeReader.read(text, problems);
    }

    /// The JSON that `text` is; empty when it is something else.
    static Optional<Node> json(String text) {
        return NodeReader.json(text, new Problems(""));
    }

    /// How a message names this kind of node.
    default String kind() {
        return switch (this) {
            case Scalar(String text, var _, var _) -> "'" + text + "'";
            case Mapping mapping -> "a group of fields";
            case Sequence sequence -> "a list";
            case Nothing nothing -> "empty";
        };
    }
}
