package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.debrief.ExportViewModel.Format;
import io.gameday.console.text.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
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

    private final ExportViewModel model;

    /// @param making that documents are being made; said where nothing else is
    /// @param end    what stands at the right end
    ExportBar(ExportViewModel model, ReadOnlyStringProperty making, Node end) {
        this.model = model;
        bar.getStyleClass().add("export-bar");
        Label title = new Label(Texts.of("debrief.export"));
        title.getStyleClass().add("strong");
        title.setMinWidth(Label.USE_PREF_SIZE);
        bar.getChildren().add(title);
        HBox formats = new HBox();
        formats.getStyleClass().add("export-formats");
        formats.setMinWidth(HBox.USE_PREF_SIZE);
        model.formats().addListener((ListChangeListener<Format>) _ -> fill(formats));
        fill(formats);
        bar.getChildren().add(formats);
        Label sentence = new Label();
        sentence.setId("export-sentence");
        sentence.getStyleClass().add("export-sentence");
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        StringBinding said = Bindings.createStringBinding(
                () -> model.sentenceProperty().get().isEmpty() ? making.get() : model.sentenceProperty().get(),
                model.sentenceProperty(), making);
        sentence.textProperty().bind(Bindings.createStringBinding(() -> oneLine(said.get()), said));
        Tooltip all = new Tooltip();
        all.textProperty().bind(said);
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
        bar.getChildren().addAll(sentence, open, end);
    }

    /// The tooltip has every line.
    private static String oneLine(String said) {
        return said.replace('\n', ' ');
    }

    private void fill(HBox formats) {
        formats.getChildren().setAll(model.formats().stream().map(this::button).toList());
    }

    private Button button(Format format) {
        Button button = new Button(format.words());
        button.setId("export-" + format.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("small-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("debrief.export.as", format.words()));
        button.setOnAction(_ -> model.export(format));
        button.disableProperty().bind(model.readyProperty().not());
        return button;
    }

    HBox bar() {
        return bar;
    }
}
