package io.gameday.console.live;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

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
        private final Label place = new Label();
        private final Label source = new Label();
        private final FontIcon composite = new FontIcon(Feather.LAYERS);
        private final FontIcon paged = new FontIcon(Feather.SEND);
        private final Label note = new Label();
        private final Label prediction = new Label();
        private final Label since = new Label();
        private final HBox line = new HBox(5);

        Cell() {
            name.getStyleClass().add("alarm-name");
            place.getStyleClass().addAll("alarm-name", "strong");
            place.setMinWidth(Region.USE_PREF_SIZE);
            source.getStyleClass().add("quiet");
            source.setMinWidth(0);
            composite.getStyleClass().add("alarm-composite");
            paged.getStyleClass().add("alarm-paged");
            note.getStyleClass().add("alarm-note");
            note.setMinWidth(0);
            prediction.getStyleClass().add("alarm-prediction");
            prediction.setMinWidth(Region.USE_PREF_SIZE);
            since.getStyleClass().addAll("mono", "quiet");
            since.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().addAll(chip, composite, name, place, source, gap, note, prediction, paged, since);
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
            place.setText(row.place());
            source.setText(row.source());
            shown(source, !row.source().isEmpty());
            note.setText(row.note());
            shown(composite, !row.made().isEmpty());
            shown(paged, !row.paged().isEmpty());
            prediction.setText(row.prediction());
            // A tick beside failing customers would send a responder away.
            prediction.setVisible(row.note().isEmpty());
            prediction.setManaged(row.note().isEmpty());
            LiveView.mark(prediction, row.verdict());
            since.setText(row.since());
            String all = String.join("\n",
                    Stream.of(Texts.of("live.alarms.row", row.name(), row.place(), row.stateWords(), row.since(),
                            row.prediction(), row.note()).strip(), row.source(), row.paged(), row.made())
                            .filter(words -> !words.isEmpty()).toList());
            setTooltip(new Tooltip(all));
            setAccessibleText(all);
            setGraphic(line);
        }

        private static void shown(Node node, boolean is) {
            node.setVisible(is);
            node.setManaged(is);
        }
    }
}
