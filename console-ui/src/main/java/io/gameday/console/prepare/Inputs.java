package io.gameday.console.prepare;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Fields of the form: a value of the text, red where the text is wrong.
final class Inputs {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final BiConsumer<FormField, String> edit;

    /// @param edit puts a new value into the text
    Inputs(BiConsumer<FormField, String> edit) {
        this.edit = edit;
    }

    VBox line(FormField field, String label) {
        return labelled(label, text(field, label, new TextField()));
    }

    VBox lines(FormField field, String label, int rows) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        return labelled(label, text(field, label, area));
    }

    private TextInputControl text(FormField field, String label, TextInputControl input) {
        input.setId(id(field));
        input.setAccessibleText(label);
        boolean[] showing = new boolean[1];
        Runnable show = () -> {
            // Who is typing "40 " means 40; the caret must not jump for it.
            if (!input.isFocused() || !input.getText().strip().equals(field.value().get())) {
                showing[0] = true;
                input.setText(field.value().get());
                showing[0] = false;
            }
        };
        field.value().addListener((_, _, _) -> show.run());
        input.focusedProperty().addListener((_, _, _) -> show.run());
        show.run();
        input.textProperty().addListener((_, _, now) -> {
            if (!showing[0]) {
                edit.accept(field, now);
            }
        });
        problem(field, input);
        return input;
    }

    /// @param choices what may be chosen; a value besides them, as the text may hold, is shown all the same
    VBox choice(FormField field, String label, ObservableList<String> choices, Consumer<String> chosen) {
        ComboBox<String> box = new ComboBox<>(choices);
        box.setId(id(field));
        box.setAccessibleText(label);
        box.setMaxWidth(Double.MAX_VALUE);
        boolean[] showing = new boolean[1];
        Runnable show = () -> {
            showing[0] = true;
            box.setValue(field.value().get());
            showing[0] = false;
        };
        field.value().addListener((_, _, _) -> show.run());
        show.run();
        box.valueProperty().addListener((_, _, now) -> {
            if (!showing[0] && now != null && !now.equals(field.value().get())) {
                chosen.accept(now);
            }
        });
        problem(field, box);
        return labelled(label, box);
    }

    private static void problem(FormField field, javafx.scene.control.Control input) {
        Tooltip why = new Tooltip();
        why.textProperty().bind(field.problem());
        why.setWrapText(true);
        why.setMaxWidth(360);
        Runnable show = () -> {
            boolean wrong = !field.problem().get().isEmpty();
            input.pseudoClassStateChanged(WRONG, wrong);
            input.setTooltip(wrong ? why : null);
            input.setAccessibleHelp(field.problem().get());
        };
        field.problem().addListener((_, _, _) -> show.run());
        show.run();
    }

    private static String id(FormField field) {
        return "field-" + field.path().replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static VBox labelled(String label, Region input) {
        Label name = new Label(label);
        name.getStyleClass().add("field-label");
        VBox box = new VBox(name, input);
        box.getStyleClass().add("field");
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
