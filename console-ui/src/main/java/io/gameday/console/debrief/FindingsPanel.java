package io.gameday.console.debrief;

import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the linter says of the words as they are: a list, and below it the one that is looked at, with what to do about
/// it.
final class FindingsPanel {

    private static final double ROW = 42;

    private final FindingsViewModel model;
    private final ListView<FindingLine> list;
    private final TextField reason = new TextField();
    private final Panel panel;
    private @Nullable FindingLine about;

    FindingsPanel(DebriefViewModel debrief) {
        model = debrief.findings();
        list = new ListView<>(model.lines());
        list.setId("debrief-findings");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("debrief-list");
        list.setAccessibleText(Texts.of("debrief.findings.list"));
        list.setCellFactory(_ -> new FindingCell(model));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> model.choose(now));
        list.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                model.goThere();
                key.consume();
            }
        });
        model.chosenProperty().addListener((_, _, now) -> chosen(now));
        Node details = details();
        StackPane lines = new StackPane(list, empty());
        VBox.setVgrow(lines, Priority.ALWAYS);
        panel = new Panel(Feather.SEARCH, Texts.of("debrief.findings"), new VBox(lines, details));
        panel.sub().setMinWidth(0);
        panel.sub().textProperty().bind(Bindings.createStringBinding(
                () -> model.countProperty().get().known() ? FindingsCount.words(model.countProperty().get()) : "",
                model.countProperty()));
        Tooltip all = new Tooltip();
        all.textProperty().bind(panel.sub().textProperty());
        panel.sub().setTooltip(all);
        Button close = new Button("", new FontIcon(Feather.X));
        close.setId("findings-close");
        close.getStyleClass().add("small-button");
        close.setAccessibleText(Texts.of("debrief.findings.close"));
        close.setTooltip(new Tooltip(Texts.of("debrief.findings.close")));
        close.setOnAction(_ -> debrief.findingsBesideProperty().set(false));
        panel.end().getChildren().add(close);
    }

    private void chosen(@Nullable FindingLine now) {
        if (!Objects.equals(list.getSelectionModel().getSelectedItem(), now)) {
            if (now == null) {
                list.getSelectionModel().clearSelection();
                if (reason.isFocused()) {
                    list.requestFocus();
                }
            } else {
                list.getSelectionModel().select(now);
            }
        }
        if (now != null) {
            if (about == null || !now.sameAs(about)) {
                reason.clear();
            }
            about = now;
        }
    }

    private Node empty() {
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.getStyleClass().add("debrief-sentence");
        sentence.textProperty().bind(model.sentenceProperty());
        sentence.visibleProperty().bind(model.sentenceProperty().isNotEmpty());
        VBox box = new VBox(sentence);
        box.getStyleClass().add("coe-empty");
        box.setMouseTransparent(true);
        return box;
    }

    private Node details() {
        Label said = wrapped("strong");
        Label where = wrapped("quiet");
        Label suggestion = wrapped("finding-suggestion");
        model.chosenProperty().addListener((_, _, now) -> {
            said.setText(now == null ? "" : now.reason());
            where.setText(now == null ? "" : now.where());
            suggestion.setText(now == null ? "" : now.suggestion());
        });
        VBox details = new VBox(said, where, suggestion, accept(), trouble());
        details.setId("finding-details");
        details.getStyleClass().add("finding-details");
        details.setMinHeight(Region.USE_PREF_SIZE);
        details.visibleProperty().bind(model.chosenProperty().isNotNull());
        details.managedProperty().bind(details.visibleProperty());
        return details;
    }

    private HBox accept() {
        reason.setId("finding-reason");
        reason.setPromptText(Texts.of("debrief.findings.reason"));
        reason.setAccessibleText(Texts.of("debrief.findings.reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMinWidth(0);
        Button stand = new Button(Texts.of("debrief.findings.accept"));
        stand.setId("finding-accept");
        stand.getStyleClass().add("small-button");
        stand.setMinWidth(Region.USE_PREF_SIZE);
        stand.setTooltip(new Tooltip(Texts.of("debrief.findings.accept.told")));
        stand.disableProperty().bind(model.savingProperty());
        stand.setOnAction(_ -> model.accept(reason.getText()));
        reason.setOnAction(_ -> model.accept(reason.getText()));
        HBox row = new HBox(reason, stand);
        row.getStyleClass().add("finding-accept");
        row.visibleProperty().bind(Bindings.createBooleanBinding(() -> {
            FindingLine line = model.chosenProperty().get();
            return line != null && line.acceptable();
        }, model.chosenProperty()));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Label trouble() {
        Label trouble = wrapped("finding-trouble");
        trouble.setId("finding-trouble");
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        return trouble;
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    Panel panel() {
        return panel;
    }

    private static final class FindingCell extends ListCell<FindingLine> {

        private final HBox chip = new HBox();
        private final Label text = new Label();
        private final Label where = new Label();
        private final HBox row;
        private final Tooltip tooltip = new Tooltip();

        FindingCell(FindingsViewModel model) {
            chip.setMinWidth(78);
            chip.setAlignment(Pos.CENTER_LEFT);
            where.getStyleClass().add("quiet");
            text.setMinWidth(0);
            where.setMinWidth(0);
            VBox words = new VBox(text, where);
            words.setMinWidth(60);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(chip, words);
            row.getStyleClass().add("debrief-line");
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
                if (getItem() != null) {
                    model.goThere();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable FindingLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            chip.getChildren().setAll(
                    FindingsCount.chip(line.severity(), Texts.of("debrief.severity." + line.severity().name())));
            text.setText(line.reason());
            where.setText(line.where());
            tooltip.setText(line.told());
            setTooltip(tooltip);
            setAccessibleText(line.told());
            setGraphic(row);
        }
    }
}
