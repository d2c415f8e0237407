package io.gameday.console.home;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The open actions; Enter opens the debrief that one came from.
final class ActionsView extends VBox {

    private static final double ROW = 50;
    private static final int MOST_SEEN = 4;
    private static final double EDGES = 12;

    private final ActionsModel model;
    private final ListView<ActionsModel.Row> list;

    ActionsView(ActionsModel model) {
        this.model = model;
        list = new ListView<>(model.rows());
        list.setId("home-actions");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText(Texts.of("home.actions"));
        list.getStyleClass().add("home-runs");
        Label empty = new Label();
        empty.getStyleClass().add("home-quiet");
        empty.setWrapText(true);
        empty.textProperty().bind(model.empty());
        list.setPlaceholder(empty);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            ActionsModel.Row chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                model.open(chosen);
                event.consume();
            }
        });
        Label trouble = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
        trouble.getStyleClass().add("home-quiet");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.trouble());
        trouble.visibleProperty().bind(model.trouble().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        Panel panel = new Panel(Feather.CHECK_SQUARE, Texts.of("home.actions"), new VBox(list, trouble));
        panel.sub().textProperty().bind(model.count());
        getChildren().add(panel);
        model.rows().addListener((ListChangeListener<ActionsModel.Row>) _ -> size());
        size();
    }

    private void size() {
        double height = ROW * Math.clamp(model.rows().size(), 1, MOST_SEEN) + EDGES;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    private final class Cell extends ListCell<ActionsModel.Row> {
        private final Label title = new Label();
        private final Label line = new Label();
        private final Chip late = new Chip();
        private final Button verify = new Button(Texts.of("home.actions.verify"));
        private final MenuItem play = new MenuItem();
        private final ContextMenu sure = new ContextMenu(play);
        private final HBox row;

        Cell() {
            title.getStyleClass().add("strong");
            title.setMinWidth(0);
            line.getStyleClass().add("quiet");
            line.setMinWidth(0);
            HBox second = new HBox(6, late, line);
            second.setAlignment(Pos.CENTER_LEFT);
            VBox words = new VBox(2, title, second);
            words.getStyleClass().add("home-run-words");
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            verify.setMinWidth(Region.USE_PREF_SIZE);
            // One more press: it may break what is real.
            verify.setOnAction(_ -> sure.show(verify, Side.BOTTOM, 0, 2));
            play.setOnAction(_ -> model.verify(getItem()));
            row = new HBox(8, words, verify);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("home-run-row");
            getStyleClass().add("home-run");
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                ActionsModel.Row item = getItem();
                if (item != null && event.getButton() == MouseButton.PRIMARY) {
                    model.open(item);
                }
            });
        }

        @Override
        protected void updateItem(ActionsModel.Row item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText("");
                return;
            }
            String name = item.action().id() + "  " + item.action().title();
            title.setText(name);
            line.setText(item.line());
            late.show(State.GRAY, item.late());
            late.setVisible(!item.late().isEmpty());
            late.setManaged(late.isVisible());
            play.setText(item.play());
            verify.setVisible(!item.play().isEmpty());
            verify.setManaged(verify.isVisible());
            verify.setTooltip(new Tooltip(item.play()));
            setTooltip(new Tooltip(name + "\n" + item.action().coe() + "\n" + item.action().run()));
            setAccessibleText(name + ". " + item.line() + ". " + item.late());
            setGraphic(row);
        }
    }
}
