package io.gameday.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a file says of one of several targets, laid over what it says of all of them: groups by their fields, lists by
/// their places, everything else in place of what is there. What is left out, or empty in a list, stays as it is. Every
/// piece keeps its own line, so that a mistake is told where it was written.
///
/// @param key      of the group that holds a group for each target
/// @param targets  that there are
/// @param sections of the file that may differ
public record Overlay(String key, List<String> targets, List<String> sections) {

    /// The file as it is on `target`, without what it says of targets.
    Node over(Node given, String target, Problems problems) {
        if (!(given instanceof Node.Mapping whole) || field(whole, key).isEmpty()) {
            return given;
        }
        Node.Field all = field(whole, key).get();
        Node file = new Node.Mapping(whole.fields().stream().filter(field -> !field.key().equals(key)).toList(),
                whole.place());
        if (!(all.value() instanceof Node.Mapping differing)) {
            problems.add(all.value().place(),
                    key + " is " + all.value().kind() + "; allowed: a group for any of " + String.join(", ", targets));
            return file;
        }
        Node merged = file;
        for (Node.Field each : differing.fields()) {
            if (known(each, "", targets, problems) && each.value() instanceof Node.Mapping sections
                    && each.key().equals(target)) {
                merged = merged(file, new Node.Mapping(known(each.key(), sections, problems), sections.place()), "",
                        problems);
            }
        }
        return merged;
    }

    private List<Node.Field> known(String target, Node.Mapping given, Problems problems) {
        return given.fields().stream().filter(field -> known(field, "." + target, sections, problems)).toList();
    }

    private boolean known(Node.Field field, String in, Collection<String> allowed, Problems problems) {
        if (!allowed.contains(field.key())) {
            problems.add(field.place(),
                    "unknown field '"
                            + key + in + "." + field.key() + "'" + NearestWord.to(field.key(), allowed)
                                    .map(word -> "; did you mean '" + word + "'?").orElse("")
                            + "; allowed: " + String.join(", ", allowed));
            return false;
        }
        if (in.isEmpty() && !(field.value() instanceof Node.Mapping)) {
            problems.add(field.value().place(), key + "." + field.key() + " is " + field.value().kind()
                    + "; allowed: a group of what differs there: " + String.join(", ", sections));
            return false;
        }
        return true;
    }

    private static Optional<Node.Field> field(Node.Mapping group, String key) {
        return group.fields().stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static Node merged(Node below, Node above, String path, Problems problems) {
        return switch (above) {
            case Node.Mapping group when below instanceof Node.Mapping under -> groups(under, group, path, problems);
            case Node.Sequence list when below instanceof Node.Sequence under -> lists(under, list, path, problems);
            case Node.Nothing _ when path.endsWith("]") -> below;
            default -> above;
        };
    }

    private static Node groups(Node.Mapping below, Node.Mapping above, String path, Problems problems) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        below.fields().forEach(field -> fields.putIfAbsent(field.key(), field));
        for (Node.Field field : above.fields()) {
            String name = path.isEmpty() ? field.key() : path + "." + field.key();
            fields.merge(field.key(), field, (under, over) -> new Node.Field(over.key(), over.place(),
                    merged(under.value(), over.value(), name, problems)));
        }
        return new Node.Mapping(List.copyOf(fields.values()), below.place());
    }

    private static Node lists(Node.Sequence below, Node.Sequence above, String path, Problems problems) {
        List<Node> items = new ArrayList<>(below.items());
        for (int i = 0; i < above.items().size(); i++) {
            Node item = above.items().get(i);
            if (i < items.size()) {
                items.set(i, merged(items.get(i), item, path + "[" + (i + 1) + "]", problems));
            } else {
                problems.add(item.place(), path + " has " + below.items().size()
                        + " and here one more; allowed: one for " + "each of those, {} for what stays as it is");
            }
        }
        return new Node.Sequence(items, below.place());
    }
}
