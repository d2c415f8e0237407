package io.gameday.console.prepare;

import java.util.List;
import java.util.stream.Stream;

/// One step as a row of the form.
///
/// @param kind    what is injected
/// @param at      when
/// @param details the fields that only some kinds have
record StepForm(FormField kind, FormField at, List<FormField> details) {

    /// In the order in which they are shown.
    private static final List<String> DETAILS = List.of("do", "zone", "cell", "dependency", "delay", "jitter", "share",
            "fill", "defect", "customer", "rate", "what", "tasks", "new", "for");

    static StepForm of(int number) {
        String path = "steps[" + number + "].";
        return new StepForm(new FormField(path + "inject"), new FormField(path + "at"),
                DETAILS.stream().map(name -> new FormField(path + name)).toList());
    }

    /// The field of that name.
    ///
    /// @throws java.util.NoSuchElementException when steps have none
    FormField detail(String name) {
        return details.stream().filter(field -> name(field).equals(name)).findFirst().orElseThrow();
    }

    static String name(FormField field) {
        return field.path().substring(field.path().lastIndexOf('.') + 1);
    }

    List<FormField> fields() {
        return Stream.concat(Stream.of(kind, at), details.stream()).toList();
    }
}
