package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The footer: a button for each format, and what came of the last one.
final class ExportBar {

    private final HBox bar = new HBox();

    ExportBar(ExportViewModel model) {
        bar.getStyleClass().add("export-bar");
        Label title = new Label(Texts.of("debrief.export"));
        title.getStyleClass().add("strong");
        title.setMinWidth(Label.USE_PREF_SIZE);
        bar.getChildren().add(title);
        for (ExportViewModel.Format format : ExportViewModel.Format.values()) {
            Button button = new Button(format.words());
            button.setId("export-" + format.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("small-button");
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setAccessibleText(Texts.of("debrief.export.as", format.words()));
            button.setOnAction(_ -> model.export(format));
            button.disableProperty().bind(model.readyProperty().not());
            bar.getChildren().add(button);
        }
        Label sentence = new Label();
        sentence.setId("export-sentence");
        sentence.getStyleClass().add("export-sentence");
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.textProperty().bind(model.sentenceProperty());
        Tooltip all = new Tooltip();
        all.textProperty().bind(model.sentenceProperty());
        all.setWrapText(true);
        all.setMaxWidth(640);
        sentence.setTooltip(all);
        model.stateProperty().addListener((_, _, now) -> {
            StateInk.show(sentence, now);
            sentence.setGraphic(now == State.PLAIN || now.icon() == null
                    ? null
                    : new FontIcon(now == State.HEALTHY ? Feather.CHECK : Feather.ALERT_CIRCLE));
        });
        Button open = new Button(Texts.of("debrief.export.open"), new FontIcon(Feather.FOLDER));
        open.getStyleClass().add("small-button");
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(_ -> model.openFolder());
        open.visibleProperty().bind(model.savedProperty().isNotNull());
        open.managedProperty().bind(open.visibleProperty());
        bar.getChildren().addAll(sentence, open);
    }

    HBox bar() {
        return bar;
    }
}
