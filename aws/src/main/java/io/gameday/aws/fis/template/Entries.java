package io.gameday.aws.fis.template;

import io.gameday.yaml.Fields;
import io.gameday.yaml.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads the fields of a template within their [Limits]. What is wrong is told as a problem; what a reader of ours
/// passes over, and every [Placeholder], as a note.
final class Entries {

    private final Problems problems;
    private final Problems notes;

    Entries(Problems problems, Problems notes) {
        this.problems = problems;
        this.notes = notes;
    }

    /// A field that must be there; an empty text when it is not, and the problem has been told.
    String text(Fields fields, String key, Limits.Text limit) {
        Optional<String> given = optional(fields, key, limit);
        if (!fields.has(key)) {
            fields.problem(key, "'" + fields.name(key) + "' is missing; allowed: " + limit.words());
        }
        return given.orElse("");
    }

    /// Empty when there is no such field, or an empty one.
    Optional<String> optional(Fields fields, String key, Limits.Text limit) {
        int before = told();
        Optional<String> given = fields.optionalText(key);
        if (given.isEmpty() && fields.has(key) && told() == before && limit.least() > 0) {
            within(fields, key, "", limit);
        }
        given.ifPresent(value -> within(fields, key, value, limit));
        return given;
    }

    /// What stands in a list; an empty one when there is none.
    List<String> texts(Fields fields, String key, Limits.Text limit) {
        List<String> texts = fields.texts(key);
        texts.forEach(value -> within(fields, key, value, limit));
        return texts;
    }

    /// A group whose keys the template is free to choose.
    Map<String, String> free(Fields fields, String key, String what, Limits.Text keys, Limits.Text values) {
        Map<String, String> all = new LinkedHashMap<>();
        fields.group(key).ifPresent(group -> group.keys().forEach(name -> {
            named(group, name, what, keys);
            all.put(name, optional(group, name, values).orElse(""));
        }));
        return all;
    }

    /// Whether a name that the template chose is one.
    void named(Fields group, String name, String what, Limits.Text limit) {
        limit.breach("the name of " + what, name).ifPresent(breach -> group.problem(name, breach));
    }

    /// One of a closed list of words; `otherwise` when it is left out.
    <T> T choice(Fields fields, String key, Map<String, T> choices, T otherwise) {
        noted(fields, key, fields.has(key) ? fields.optionalText(key).orElse("") : "");
        return fields.choice(key, choices, otherwise);
    }

    void entries(Fields fields, String key, int number, Limits.Entries limit) {
        limit.breach(fields.name(key), number).ifPresent(breach -> fields.problem(key, breach));
    }

    void others(Fields fields) {
        fields.others(notes);
    }

    void note(Fields fields, String key, String message) {
        notes.add(fields.place(key), message);
    }

    /// How many problems there are by now.
    int told() {
        return problems.inOrder().size();
    }

    /// What `made` gives, unless a problem was told since there were `before`: then it could not be made.
    <T> Optional<T> whole(int before, Supplier<T> made) {
        return told() > before ? Optional.empty() : Optional.of(made.get());
    }

    private void within(Fields fields, String key, String value, Limits.Text limit) {
        noted(fields, key, value);
        limit.breach(fields.name(key), value).ifPresent(breach -> {
            if (limit == Limits.DESCRIPTION && !value.isBlank()) {
                // Templates with longer ones are published, and nothing depends on it.
                note(fields, key, breach);
            } else {
                fields.problem(key, breach);
            }
        });
    }

    private void noted(Fields fields, String key, String value) {
        List<String> found = Placeholder.all(value);
        if (!found.isEmpty()) {
            note(fields, key, fields.name(key) + " holds the placeholder" + (found.size() == 1 ? " '" : "s '")
                    + String.join("', '", found) + "'; values of your own belong there");
        }
    }
}
