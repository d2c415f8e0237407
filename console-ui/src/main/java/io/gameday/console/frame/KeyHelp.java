package io.gameday.console.frame;

import io.gameday.console.text.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The keys, those of the frame and those of the screen. Lies over the screen, never over STOP.
final class KeyHelp extends StackPane {

    private final GridPane grid = new GridPane();
    private final Button close = new Button(Texts.of("frame.keys.close"));

    KeyHelp(BooleanProperty open) {
        getStyleClass().add("veil");
        setId("key-help");
        Label title = new Label(Texts.of("frame.keys.title"));
        title.getStyleClass().add("sheet-title");
        grid.getStyleClass().add("keys");
        close.setCancelButton(true);
        close.setOnAction(_ -> open.set(false));
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("sheet-buttons");
        VBox sheet = new VBox(title, grid, buttons);
        sheet.getStyleClass().addAll("panel", "sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(sheet);
        visibleProperty().bind(open);
        managedProperty().bind(open);
    }

    void show(List<Key> ofTheScreen) {
        grid.getChildren().clear();
        add(new Key("F12  Ctrl+.", Texts.of("frame.keys.stop")));
        add(new Key("Ctrl+1 … Ctrl+5", Texts.of("frame.keys.places")));
        add(new Key("Tab", Texts.of("frame.keys.next")));
        add(new Key("Space", Texts.of("frame.keys.press")));
        add(new Key("F1", Texts.of("frame.keys.help")));
        if (!ofTheScreen.isEmpty()) {
            Label here = new Label(Texts.of("frame.keys.here"));
            here.getStyleClass().add("panel-title");
            grid.add(here, 0, grid.getRowCount(), 2, 1);
            ofTheScreen.forEach(this::add);
        }
        close.requestFocus();
    }

    private void add(Key key) {
        Label keys = new Label(key.keys());
        keys.getStyleClass().addAll("key", "mono");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Label does = new Label(key.does());
        GridPane.setHalignment(keys, HPos.LEFT);
        grid.addRow(grid.getRowCount(), keys, does);
    }
}
