package io.gameday.console.control;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A choice of few, side by side: always exactly one is chosen.
public final class Segments {

    private Segments() {
    }

    public static <T> HBox of(ObjectProperty<T> chosen, T[] choices, Function<T, String> words) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(words.apply(choice));
            button.setToggleGroup(group);
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                chosen.set(choice);
                // A click on the chosen one would leave none.
                button.setSelected(true);
            });
            chosen.subscribe(now -> button.setSelected(now == choice));
            box.getChildren().add(button);
        }
        return box;
    }
}
