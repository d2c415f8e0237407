package io.gameday.chaostoolkit;

import io.gameday.yaml.Fields;
import io.gameday.yaml.Node;
import io.gameday.yaml.Node.Place;
import io.gameday.yaml.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A group of fields of an experiment, read by the habits of Chaos Toolkit: an empty field is as good as left out, and a
/// field that it does not know is passed over, which is noted.
final class Part {

    private static final String GROUP = "a group of fields";

    private final Fields fields;
    private final Problems problems;
    private final Problems notes;

    private Part(Fields fields, Problems problems, Problems notes) {
        this.fields = fields;
        this.problems = problems;
        this.notes = notes;
    }

    static Part of(Node file, Problems problems, Problems notes) {
        return new Part(Fields.foreign(file, problems), problems, notes);
    }

    Place place() {
        return fields.place();
    }

    Place place(String key) {
        return fields.place(key);
    }

    List<String> keys() {
        return fields.keys();
    }

    /// Whether there is such a field with something behind it.
    boolean has(String key) {
        return fields.has(key) && !json(key, "").orElse(Json.NULL).equals(Json.NULL);
    }

    /// An empty text when there is none, and that has been told.
    String text(String key, String allowed) {
        int before = told();
        Optional<String> text = optional(key, allowed);
        if (text.isEmpty() && told() == before) {
            missing(key, allowed);
        }
        return text.orElse("");
    }

    Optional<String> optional(String key, String allowed) {
        fields.given(key, allowed);
        return fields.optionalText(key);
    }

    /// A value of any kind; null-valued also where the field is there with nothing behind it.
    Optional<Json> json(String key, String allowed) {
        return fields.given(key, allowed).map(Json::of);
    }

    /// A group without a shape; an empty one when it is left out.
    Json.Group free(String key) {
        return switch (json(key, GROUP).orElse(Json.NULL)) {
            case Json.Group group -> group;
            case Json.Null _ -> new Json.Group(Map.of());
            case Json other -> {
                wrong(key, other, GROUP);
                yield new Json.Group(Map.of());
            }
        };
    }

    boolean truth(String key, boolean otherwise) {
        return switch (json(key, "true or false").orElse(Json.NULL)) {
            case Json.Truth(boolean value) -> value;
            case Json.Null _ -> otherwise;
            case Json other -> {
                wrong(key, other, "true or false");
                yield otherwise;
            }
        };
    }

    /// Texts, of which none is empty; a single one counts as a list of one.
    List<String> texts(String key) {
        return json(key, "").filter(Json.Text.class::isInstance).isPresent()
                ? optional(key, "a list of words").stream().toList()
                : fields.texts(key);
    }

    <T> T choice(String key, Map<String, T> words, T otherwise) {
        return fields.choice(key, words, otherwise);
    }

    Optional<Part> group(String key) {
        return fields.group(key, GROUP).map(group -> new Part(group, problems, notes));
    }

    List<Part> groups(String key) {
        return fields.groups(key).stream().map(group -> new Part(group, problems, notes)).toList();
    }

    /// What `read` makes of each group of a free name; where it makes nothing of one, that is left out.
    <T> Map<String, T> named(Function<String, Optional<T>> read) {
        Map<String, T> all = new LinkedHashMap<>();
        keys().forEach(key -> read.apply(key).ifPresent(value -> all.put(key, value)));
        return all;
    }

    String name(String key) {
        return fields.name(key);
    }

    void missing(String key, String allowed) {
        problems.add(place(key), "'" + name(key) + "' is missing; allowed: " + allowed);
    }

    void wrong(String key, Json value, String allowed) {
        problems.add(place(key), name(key) + " is " + shown(value) + "; allowed: " + allowed);
    }

    void problem(String key, String message) {
        problems.add(place(key), message);
    }

    void note(String key, String message) {
        notes.add(place(key), message);
    }

    /// Notes a field that Chaos Toolkit reads, or once read, to no effect.
    void noEffect(String key, String why) {
        if (json(key, "nothing").isPresent()) {
            note(key, name(key) + " has no effect: " + why);
        }
    }

    void others() {
        fields.others(notes);
    }

    /// How many problems there are by now.
    int told() {
        return problems.inOrder().size();
    }

    /// What `made` gives, unless a problem was told since there were `before`: then it could not be made.
    <T> Optional<T> whole(int before, Supplier<T> made) {
        return told() > before ? Optional.empty() : Optional.of(made.get());
    }

    private static String shown(Json value) {
        return switch (value) {
            case Json.Null _ -> "empty";
            case Json.Truth(boolean truth) -> String.valueOf(truth);
            case Json.Number number -> number.inWords();
            case Json.Text(String text) -> "'" + text + "'";
            case Json.Items _ -> "a list";
            case Json.Group _ -> GROUP;
        };
    }
}
