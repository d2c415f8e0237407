package io.gameday.console.debrief;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Predictions against outcomes.
final class PredictionsPanel {

    private final Panel panel;

    PredictionsPanel(DebriefViewModel model) {
        ListView<PredictionLine> list = new ListView<>(model.predictions());
        list.setId("debrief-predictions");
        list.setFixedCellSize(42);
        list.getStyleClass().add("debrief-list");
        list.setAccessibleText(Texts.of("debrief.predictions"));
        Label none = new Label(Texts.of("debrief.predictions.none"));
        none.visibleProperty().bind(model.shownProperty());
        list.setPlaceholder(none);
        list.setCellFactory(_ -> new PredictionCell());
        panel = new Panel(Feather.LOCK, Texts.of("debrief.predictions"), list);
        panel.sub().setMinWidth(0);
        Label held = new Label();
        held.getStyleClass().add("quiet");
        held.textProperty().bind(model.heldProperty());
        panel.end().getChildren().add(held);
        model.sealProperty().addListener((_, _, now) -> seal(now));
    }

    private void seal(DebriefViewModel.@Nullable Judgement now) {
        panel.sub().setText(now == null ? "" : now.word());
        panel.sub().setTooltip(now == null ? null : new Tooltip(now.told()));
        StateInk.show(panel.sub(), now == null ? State.PLAIN : now.state());
    }

    Panel panel() {
        return panel;
    }

    private static final class PredictionCell extends ListCell<PredictionLine> {

        private static final double CHIP = 86;
        /// For `not observed`.
        private static final double WIDE_CHIP = 104;

        private final Chip chip = new Chip();
        private final Label text = new Label();
        private final Label detail = new Label();
        private final Label was = new Label();
        private final Label wanted = new Label();
        private final HBox row;
        private final Tooltip tooltip = new Tooltip();

        PredictionCell() {
            chip.setAlignment(Pos.CENTER);
            detail.getStyleClass().add("quiet");
            was.getStyleClass().addAll("mono", "strong");
            wanted.getStyleClass().add("quiet");
            text.setMinWidth(0);
            detail.setMinWidth(0);
            VBox left = new VBox(text, detail);
            left.setMinWidth(60);
            HBox.setHgrow(left, Priority.ALWAYS);
            VBox right = new VBox(was, wanted);
            right.setAlignment(Pos.CENTER_RIGHT);
            right.setMinWidth(VBox.USE_PREF_SIZE);
            right.setMaxWidth(150);
            wanted.setMinWidth(Label.USE_PREF_SIZE);
            left.setAlignment(Pos.CENTER_LEFT);
            row = new HBox(chip, left, right);
            row.getStyleClass().add("debrief-line");
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PredictionLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            chip.show(line.state(), line.verdict());
            chip.setMinWidth(line.wanted().isEmpty() ? WIDE_CHIP : CHIP);
            text.setText(line.text());
            detail.setText(line.detail());
            was.setText(line.was());
            boolean measured = !line.wanted().isEmpty();
            String asked = measured ? Texts.of("debrief.wanted") + " " + line.wanted() : "";
            wanted.setText(asked);
            StateInk.show(row, line.state());
            String all = line.verdict() + ": " + line.text() + "\n"
                    + (measured ? asked + ", " + Texts.of("debrief.was") + " " + line.was() + "\n" : "")
                    + line.detail();
            tooltip.setText(all);
            setTooltip(tooltip);
            setAccessibleText(all);
            setGraphic(row);
        }
    }
}
