package io.gameday.console.prepare;

import java.util.List;

/// One step as a row of the form.
record StepForm(FormField kind, FormField zone, FormField cell, FormField at, FormField lasts) {

    static StepForm of(int number) {
        String path = "steps[" + number + "].";
        return new StepForm(new FormField(path + "inject"), new FormField(path + "zone"), new FormField(path + "cell"),
                new FormField(path + "at"), new FormField(path + "for"));
    }

    List<FormField> fields() {
        return List.of(kind, zone, cell, at, lasts);
    }
}
