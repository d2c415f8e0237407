package io.gameday.console.debrief;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import io.gameday.report.text.Figures;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How the run was detected: the square, and below it windows, durations and incidents. What is chosen is shown on the
/// strip.
final class DetectionPanel {

    static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double ROW = 42;

    private final DebriefViewModel model;
    private final ListView<DetectionLine> list = new ListView<>();
    private final Panel panel;

    DetectionPanel(DebriefViewModel model) {
        this.model = model;
        SquarePane square = new SquarePane(model.timeline());
        list.setId("debrief-detection");
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("debrief-list", "detection-list");
        list.setAccessibleText(Texts.of("debrief.detection.list"));
        Label none = new Label(Texts.of("debrief.detection.none"));
        none.visibleProperty().bind(model.shownProperty());
        list.setPlaceholder(none);
        list.setCellFactory(_ -> new LineCell());
        list.setMinHeight(0);
        list.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                look(list.getSelectionModel().getSelectedItem());
                key.consume();
            }
        });
        square.pane().setMinHeight(Region.USE_PREF_SIZE);
        VBox body = new VBox(square.pane(), list);
        VBox.setVgrow(list, Priority.ALWAYS);
        panel = new Panel(Feather.EYE, Texts.of("debrief.detection"), body);
        panel.sub().setText(Texts.of("debrief.detection.sub"));
        panel.sub().setMinWidth(0);
        panel.setMinHeight(0);
        model.detectionProperty().subscribe(now -> {
            square.show(now);
            list.getItems().setAll(now == null ? List.of() : now.lines());
        });
    }

    Panel panel() {
        return panel;
    }

    private void look(@Nullable DetectionLine line) {
        if (line != null) {
            model.timeline().look(line.focus());
        }
    }

    private final class LineCell extends ListCell<DetectionLine> {

        private final Tooltip tooltip = new Tooltip();

        LineCell() {
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> look(getItem()));
        }

        @Override
        protected void updateItem(@Nullable DetectionLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            tooltip.setText(line.told());
            setTooltip(tooltip);
            setAccessibleText(line.told());
            setGraphic(switch (line) {
                case DetectionLine.OfPlace place -> place(place);
                case DetectionLine.Finding finding -> finding(finding);
            });
        }
    }

    private static Node place(DetectionLine.OfPlace place) {
        Label name = new Label(place.name());
        name.getStyleClass().add("strong");
        name.setMinWidth(38);
        HBox row = new HBox(name);
        row.getStyleClass().addAll("debrief-line", "detection-place");
        for (DetectionLine.Part part : place.parts()) {
            Label value = new Label(part.value());
            value.getStyleClass().addAll("mono", "strong");
            value.setMinWidth(Region.USE_PREF_SIZE);
            Label caption = new Label(part.caption());
            caption.getStyleClass().add("quiet");
            caption.setMinWidth(Region.USE_PREF_SIZE);
            VBox box = new VBox(value, caption);
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.setPrefWidth(Math.max(54, 7.3 * part.value().length()));
            box.setAlignment(Pos.CENTER_LEFT);
            row.getChildren().add(box);
        }
        return row;
    }

    private static Node finding(DetectionLine.Finding finding) {
        Chip chip = new Chip(finding.state(), finding.word());
        chip.setAlignment(Pos.CENTER);
        Label text = new Label(finding.text());
        text.setMinWidth(0);
        Label second = new Label(finding.second());
        second.getStyleClass().add("quiet");
        second.setMinWidth(0);
        VBox words = new VBox(text, second);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(60);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(chip, words);
        row.getStyleClass().add("debrief-line");
        StateInk.show(row, finding.state());
        Instant at = finding.at();
        if (at != null) {
            Label time = new Label(Figures.second(at));
            time.getStyleClass().addAll("mono", "quiet");
            time.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(time);
        }
        return row;
    }
}
