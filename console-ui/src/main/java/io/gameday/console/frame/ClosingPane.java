package io.gameday.console.frame;

import io.gameday.console.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The question before the window closes, and how far the stop is. Lies over the screen, never over STOP.
final class ClosingPane extends StackPane {

    ClosingPane(ClosingViewModel model) {
        getStyleClass().add("veil");
        Label title = new Label(Texts.of("frame.close.title"));
        title.getStyleClass().add("sheet-title");
        Label text = new Label();
        text.setId("closing-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty().bind(model.textProperty());
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.accessibleTextProperty().bind(model.textProperty());
        Button stop = new Button(Texts.of("frame.close.stopAndClose"));
        stop.setId("closing-stop");
        stop.getStyleClass().add("danger");
        stop.setOnAction(_ -> model.stopAndClose());
        Button now = new Button();
        now.setId("closing-now");
        now.setOnAction(_ -> model.closeNow());
        Button keep = new Button();
        keep.setId("closing-keep");
        keep.setCancelButton(true);
        keep.setOnAction(_ -> model.keepPlaying());
        HBox buttons = new HBox(keep, now, stop);
        buttons.getStyleClass().add("sheet-buttons");
        VBox sheet = new VBox(title, text, progress, buttons);
        sheet.getStyleClass().addAll("panel", "sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(sheet);
        model.stateProperty().subscribe(state -> {
            shown(this, state != ClosingViewModel.State.NO && state != ClosingViewModel.State.CLOSED);
            shown(progress, state == ClosingViewModel.State.STOPPING);
            shown(stop, state == ClosingViewModel.State.ASKS_OURS);
            shown(now, state == ClosingViewModel.State.ASKS_ATTACHED || state == ClosingViewModel.State.NOT_PROVED);
            now.setText(
                    Texts.of(state == ClosingViewModel.State.NOT_PROVED ? "frame.close.now" : "frame.close.detach"));
            keep.setText(Texts.of(state == ClosingViewModel.State.ASKS_OURS ? "frame.close.keep" : "frame.close.stay"));
            if (isVisible()) {
                keep.requestFocus();
            }
        });
    }

    private static void shown(Region node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
