package io.gameday.console.debrief;

import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import io.gameday.report.text.Figures;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What nobody had expected; each leads to its instant.
final class SurprisesPanel {

    private static final double ROW = 42;

    private final Panel panel;

    SurprisesPanel(DebriefViewModel model) {
        ListView<Surprise> list = new ListView<>(model.surprises());
        list.setId("debrief-surprises");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("debrief-list");
        list.setAccessibleText(Texts.of("debrief.surprises"));
        Label none = new Label(Texts.of("debrief.surprises.none"));
        none.setWrapText(true);
        none.getStyleClass().add("debrief-none");
        none.visibleProperty().bind(model.shownProperty());
        list.setPlaceholder(none);
        list.setCellFactory(_ -> new SurpriseCell(model));
        list.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            Surprise chosen = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && chosen != null) {
                model.lookAt(chosen);
                key.consume();
            }
        });
        var height = Bindings.createDoubleBinding(() -> Math.clamp(model.surprises().size(), 1.0, 3.0) * ROW + 5,
                model.surprises());
        list.prefHeightProperty().bind(height);
        list.minHeightProperty().bind(height);
        panel = new Panel(Feather.SUN, Texts.of("debrief.surprises"), list);
        panel.sub().textProperty().bind(Bindings.createStringBinding(
                () -> model.surprises().isEmpty() ? "" : Texts.of("debrief.surprises.sub", model.surprises().size()),
                model.surprises()));
    }

    Panel panel() {
        return panel;
    }

    private static final class SurpriseCell extends ListCell<Surprise> {

        private final Label text = new Label();
        private final Label second = new Label();
        private final Label time = new Label();
        private final HBox row;
        private final Tooltip tooltip = new Tooltip();

        SurpriseCell(DebriefViewModel model) {
            second.getStyleClass().add("quiet");
            time.getStyleClass().addAll("mono", "quiet");
            time.setMinWidth(USE_PREF_SIZE);
            text.setMinWidth(0);
            second.setMinWidth(0);
            VBox words = new VBox(text, second);
            words.setMinWidth(60);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(new FontIcon(Feather.ALERT_TRIANGLE), words, time);
            row.getStyleClass().add("debrief-line");
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
                Surprise surprise = getItem();
                if (surprise != null) {
                    model.lookAt(surprise);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Surprise surprise, boolean empty) {
            super.updateItem(surprise, empty);
            setText(null);
            if (empty || surprise == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            text.setText(surprise.text());
            second.setText(surprise.second());
            time.setText(Figures.second(surprise.at()));
            StateInk.show(row, surprise.state());
            tooltip.setText(surprise.told());
            setTooltip(tooltip);
            setAccessibleText(surprise.told());
            setGraphic(row);
        }
    }
}
