package io.gameday.console.control;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A figure that changes and its unit: two labels, so that the unit does not jump.
public final class Value extends HBox {

    private final Label value = new Label();
    private final Label unit = new Label();

    public Value(String unitText) {
        getStyleClass().add("value-box");
        value.getStyleClass().addAll("value", "mono");
        unit.getStyleClass().add("unit");
        unit.setText(unitText);
        getChildren().addAll(value, unit);
    }

    public StringProperty valueProperty() {
        return value.textProperty();
    }

    public StringProperty unitProperty() {
        return unit.textProperty();
    }
}
