package io.gameday.console.live;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The alarms that the run is graded by, raised ones first.
final class AlarmsPanel {

    private static final double CELL = 26;
    private static final int MOST = 9;

    private final ListView<AlarmRow> list = new ListView<>();
    private final Panel panel = new Panel(Feather.BELL, Texts.of("live.alarms.title"), list);

    AlarmsPanel(LiveViewModel model) {
        list.getStyleClass().add("alarms");
        list.setFixedCellSize(CELL);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Label(Texts.of("live.alarms.none")));
        list.setAccessibleText(Texts.of("live.alarms.title"));
        model.alarmsProperty().subscribe(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void show(List<AlarmRow> rows) {
        list.getItems().setAll(rows);
        double height = CELL * Math.clamp(rows.size(), 2, MOST) + 4;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        long raised = rows.stream().filter(row -> row.state() == State.ALARM).count();
        panel.sub().setText(rows.isEmpty() ? "" : Texts.of("live.alarms.count", raised, rows.size()));
    }

    private static final class Cell extends ListCell<AlarmRow> {
        private final Chip chip = new Chip();
        private final Label name = new Label();
        private final Label note = new Label();
        private final Label prediction = new Label();
        private final Label since = new Label();
        private final HBox line = new HBox(6);

        Cell() {
            name.getStyleClass().addAll("mono", "alarm-name");
            note.getStyleClass().add("alarm-note");
            note.setMinWidth(0);
            prediction.getStyleClass().add("alarm-prediction");
            prediction.setMinWidth(Region.USE_PREF_SIZE);
            since.getStyleClass().addAll("mono", "quiet");
            since.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().addAll(chip, name, gap, note, prediction, since);
            line.setMinWidth(0);
            line.setPrefWidth(0);
        }

        @Override
        protected void updateItem(AlarmRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            chip.show(row.state(), row.stateWords());
            name.setText(row.name());
            note.setText(row.note());
            prediction.setText(row.note().isEmpty() ? row.prediction() : "");
            LiveView.mark(prediction, row.verdict());
            since.setText(row.since());
            String all = Texts.of("live.alarms.row", row.name(), row.stateWords(), row.since(), row.prediction(),
                    row.note());
            setTooltip(new Tooltip(all));
            setAccessibleText(all);
            setGraphic(line);
        }
    }
}
