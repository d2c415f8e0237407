package io.gameday.console.control;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/// A state in a rounded box: icon and word.
public final class Chip extends Label {

    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.PLAIN);

    public Chip() {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        state.addListener((_, before, now) -> {
            pseudoClassStateChanged(before.pseudoClass(), false);
            pseudoClassStateChanged(now.pseudoClass(), true);
            setGraphic(now.icon() == null ? null : new FontIcon(Objects.requireNonNull(now.icon())));
        });
    }

    public Chip(State state, String text) {
        this();
        this.state.set(state);
        setText(text);
    }

    public ObjectProperty<State> stateProperty() {
        return state;
    }

    public void show(State now, String text) {
        state.set(now);
        setText(text);
    }
}
