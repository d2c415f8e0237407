package io.gameday.chaostoolkit;

import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Node;
import io.gameday.yaml.Problems;
import java.util.List;
import java.util.Set;

/// Finds every `${name}` that nothing in its file has a value for: Chaos Toolkit leaves it as it is, without a word.
final class Placeholders {

    private final Set<String> known;
    private final Problems notes;

    Placeholders(Set<String> known, Problems notes) {
        this.known = known;
        this.notes = notes;
    }

    void look(Node file) {
        look("", file);
    }

    private void look(String path, Node node) {
        switch (node) {
            case Node.Nothing _ -> {
                // It has no text.
            }
            case Node.Scalar scalar ->
                Substitution.names(scalar.text()).stream().filter(name -> !known.contains(name))
                        .forEach(name -> notes.add(scalar.place(), path + " holds '${" + name
                                + "}', which neither configuration nor secrets of this file has" + NearestWord
                                        .to(name, known).map(word -> "; did you mean '${" + word + "}'?").orElse("")
                                + "; it stays as it is unless a variable of that name is given"));
            case Node.Sequence(List<Node> items, var _) -> {
                for (int i = 0; i < items.size(); i++) {
                    look(path + "[" + (i + 1) + "]", items.get(i));
                }
            }
            case Node.Mapping(List<Node.Field> fields, var _) ->
                fields.forEach(field -> look(path.isEmpty() ? field.key() : path + "." + field.key(), field.value()));
        }
    }
}
