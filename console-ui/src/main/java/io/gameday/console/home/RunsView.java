package io.gameday.console.home;

import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The runs, newest first. Enter or a click opens one.
final class RunsView extends VBox {

    private static final double ROW = 48;

    RunsView(HomeViewModel model) {
        RunsModel runs = model.runs();
        ListView<RunRow> list = new ListView<>(runs.rows());
        list.setId("home-runs");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new RunCell(model));
        list.setAccessibleText(Texts.of("home.runs"));
        list.getStyleClass().add("home-runs");
        Label empty = new Label();
        empty.getStyleClass().add("home-quiet");
        empty.setWrapText(true);
        empty.textProperty().bind(runs.empty());
        list.setPlaceholder(empty);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            RunRow chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                runs.open(chosen);
                event.consume();
            } else if (event.getCode() == KeyCode.C && !event.isShortcutDown() && chosen != null) {
                runs.compare(chosen);
                event.consume();
            }
        });
        Button older = new Button();
        older.getStyleClass().add("home-older");
        older.setMaxWidth(Double.MAX_VALUE);
        older.textProperty().bind(runs.older()
                .map(n -> Texts.of("home.runs.older", String.valueOf(Math.min(n.intValue(), RunsModel.PAGE)))));
        older.visibleProperty().bind(runs.older().greaterThan(0));
        older.managedProperty().bind(older.visibleProperty());
        older.setOnAction(_ -> runs.showOlder());
        VBox.setVgrow(list, Priority.ALWAYS);
        Panel panel = new Panel(Feather.CLOCK, Texts.of("home.runs"), new VBox(list, older));
        panel.sub().setText(Texts.of("home.runs.sub"));
        Label all = new Label();
        all.getStyleClass().add("quiet");
        all.textProperty()
                .bind(Bindings
                        .createStringBinding(
                                () -> runs.known().get().all() == 0
                                        ? ""
                                        : Texts.of("home.runs.count", String.valueOf(runs.known().get().all())),
                                runs.known()));
        panel.end().getChildren().add(all);
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().add(panel);
    }
}
