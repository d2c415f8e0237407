package io.gameday.yaml;

import java.util.List;

/// A piece of a YAML file that knows where it stands.
public sealed interface Node {

    Place place();

    /// @param line   from 1
    /// @param column from 1
    record Place(int line, int column) {
    }

    record Scalar(String text, Place place) implements Node {
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

    /// How a message names this kind of node.
    default String kind() {
        return switch (this) {
            case Scalar(String text, Place at) -> "'" + text + "'";
            case Mapping mapping -> "a group of fields";
            case Sequence sequence -> "a list";
            case Nothing nothing -> "empty";
        };
    }
}
