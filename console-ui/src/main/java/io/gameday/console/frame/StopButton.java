package io.gameday.console.frame;

import io.gameday.console.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// STOP, the same on every screen. Always in sight, never clipped.
final class StopButton extends Button {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final StopViewModel model;
    private final Label detail = new Label();

    StopButton(StopViewModel model) {
        this.model = model;
        setId("stop");
        getStyleClass().setAll("stop");
        setMinWidth(Region.USE_PREF_SIZE);
        setMinHeight(Region.USE_PREF_SIZE);
        setGraphic(face());
        setOnAction(_ -> model.stop());
        disableProperty().bind(model.modeProperty().isEqualTo(StopViewModel.Mode.NO_RUN));
        accessibleTextProperty().bind(model.wordProperty().concat(", ").concat(model.detailProperty()).concat(", F12"));
        model.modeProperty().subscribe(mode -> {
            for (StopViewModel.Mode each : StopViewModel.Mode.values()) {
                pseudoClassStateChanged(pseudoClass(each), each == mode);
            }
        });
        setTooltip(tooltip());
    }

    /// Smaller, where there is nothing to stop and the room is needed.
    void compact(boolean so) {
        pseudoClassStateChanged(COMPACT, so);
        detail.setVisible(!so);
        detail.setManaged(!so);
    }

    private static PseudoClass pseudoClass(StopViewModel.Mode mode) {
        return PseudoClass.getPseudoClass(switch (mode) {
            case NO_RUN -> "no-run";
            case READY -> "ready";
            case STOPPING -> "stopping";
            case SILENT -> "silent";
        });
    }

    private HBox face() {
        Label word = new Label();
        word.getStyleClass().add("stop-word");
        word.textProperty().bind(model.wordProperty());
        detail.setId("stop-detail");
        detail.getStyleClass().add("stop-detail");
        detail.textProperty().bind(model.detailProperty());
        VBox words = new VBox(word, detail);
        words.getStyleClass().add("stop-words");
        Label key = new Label("F12");
        key.getStyleClass().add("stop-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        // What it says while it stops needs the room, and the key is known by then.
        key.visibleProperty().bind(model.modeProperty().isEqualTo(StopViewModel.Mode.READY));
        key.managedProperty().bind(key.visibleProperty());
        HBox face = new HBox(new FontIcon(Feather.OCTAGON), words, key);
        face.getStyleClass().add("stop-face");
        return face;
    }

    private Tooltip tooltip() {
        Tooltip tip = new Tooltip();
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.INDEFINITE);
        tip.setOnShowing(
                _ -> tip.setText(Texts.of("frame.stop.undo") + "\n• " + String.join("\n• ", model.cannotUndo())));
        return tip;
    }
}
