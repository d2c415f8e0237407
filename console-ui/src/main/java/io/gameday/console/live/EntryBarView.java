package io.gameday.console.live;

import io.gameday.console.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Role, words and the six kinds; each kind has a letter that works wherever no text is being written.
final class EntryBarView extends VBox {

    private final EntryBar model;
    private final TextField field = new TextField();

    EntryBarView(LiveViewModel live) {
        model = live.entry();
        ComboBox<String> role = new ComboBox<>();
        role.getItems().setAll(EntryBar.ROLES);
        role.valueProperty().bindBidirectional(model.roleProperty());
        role.setAccessibleText(Texts.of("live.entry.role"));
        role.setMinWidth(110);
        field.textProperty().bindBidirectional(model.textProperty());
        field.setAccessibleText(Texts.of("live.entry.words"));
        field.disableProperty().bind(model.sendingProperty());
        field.setMinWidth(80);
        HBox.setHgrow(field, Priority.ALWAYS);
        Label kind = new Label();
        kind.getStyleClass().add("entry-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        model.kindProperty().subscribe(now -> {
            kind.setText(now.words());
            field.setPromptText(Texts.of(now.mayBeEmpty() ? "live.entry.prompt-short" : "live.entry.prompt"));
        });
        HBox bar = new HBox(role, kind, field, send());
        bar.getStyleClass().add("entry-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        for (EntryBar.Kind choice : EntryBar.Kind.values()) {
            bar.getChildren().add(button(choice));
        }
        Label trouble = new Label();
        trouble.getStyleClass().add("trouble");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.visibleProperty().bind(trouble.managedProperty());
        getChildren().addAll(trouble, bar);
        getStyleClass().add("entry");
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.send();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && getParent() != null) {
                getParent().requestFocus();
                event.consume();
            }
        });
    }

    private Button send() {
        Button send = new Button("", new FontIcon(Feather.CORNER_DOWN_LEFT));
        send.setTooltip(new Tooltip(Texts.of("live.entry.send")));
        send.setAccessibleText(Texts.of("live.entry.send"));
        send.disableProperty().bind(model.sendingProperty());
        send.setOnAction(_ -> model.send());
        return send;
    }

    private Button button(EntryBar.Kind kind) {
        Label letter = new Label(String.valueOf(kind.letter()));
        letter.getStyleClass().addAll("key", "mono");
        Button button = new Button(kind.words(), letter);
        button.getStyleClass().add("entry-button");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("live.entry.begin", kind.words(), kind.letter()));
        button.setOnAction(_ -> begin(kind));
        return button;
    }

    private void begin(EntryBar.Kind kind) {
        model.begin(kind);
        field.requestFocus();
        field.end();
    }

    /// A letter pressed anywhere on the screen begins a line, unless somebody is writing.
    void key(KeyEvent event) {
        if (!isVisible() || event.isShortcutDown() || event.isAltDown() || event.isMetaDown()
                || event.getTarget() instanceof TextInputControl) {
            return;
        }
        for (EntryBar.Kind kind : EntryBar.Kind.values()) {
            if (event.getCode().getName().equals(String.valueOf(kind.letter()))) {
                begin(kind);
                event.consume();
            }
        }
    }
}
