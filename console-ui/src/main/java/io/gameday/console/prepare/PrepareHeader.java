package io.gameday.console.prepare;

import io.gameday.console.control.Chip;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The file's name and state, and what can be done with it.
final class PrepareHeader extends HBox {

    private final PrepareViewModel model;
    private final Label name = new Label();
    private final Label file = new Label();
    private final Chip edited = new Chip();

    PrepareHeader(PrepareViewModel model) {
        this.model = model;
        getStyleClass().add("prepare-header");
        name.getStyleClass().add("screen-title");
        file.getStyleClass().addAll("mono", "quiet");
        file.setMinWidth(40);
        name.setMinWidth(40);
        HBox second = new HBox(file, edited);
        second.getStyleClass().add("header-second");
        VBox title = new VBox(name, second);
        title.setMinWidth(60);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button save = button("prepare.save", Feather.SAVE, "Ctrl S", "save");
        save.setOnAction(_ -> model.save());
        save.disableProperty().bind(model.text().edited().not());
        Button rehearse = button("prepare.rehearse", Feather.CLOCK, "R", "rehearse");
        rehearse.setOnAction(_ -> model.rehearse());
        rehearse.disableProperty().bind(model.mayRehearse().not());
        Button play = button("prepare.play", Feather.LOCK, "Ctrl ↵", "play");
        play.getStyleClass().add("primary-button");
        play.setOnAction(_ -> model.play());
        play.disableProperty().bind(model.mayStart().not());
        getChildren().addAll(title, more(), save, rehearse, play);
        InvalidationListener again = _ -> show();
        model.text().file().addListener(again);
        model.text().edited().addListener(again);
        show();
    }

    private void show() {
        boolean none = model.text().file().get() == null;
        name.setText(none ? Texts.of("prepare.title") : model.name());
        name.setTooltip(none ? null : new Tooltip(String.valueOf(model.text().file().get())));
        file.setText(none ? Texts.of("prepare.noFile") : model.fileName());
        boolean shown = true;
        if (model.text().edited().get()) {
            edited.show(State.PLAIN, Texts.of("prepare.edited"));
        } else if (model.text().fromCatalog()) {
            edited.show(State.PLAIN, Texts.of("prepare.catalog"));
        } else {
            shown = false;
        }
        edited.setVisible(shown);
    }

    private MenuButton more() {
        MenuItem print = new MenuItem(Texts.of("prepare.print"), new FontIcon(Feather.PRINTER));
        print.setId("print-cards");
        print.setOnAction(_ -> model.print());
        print.disableProperty().bind(model.mayPrint().not());
        MenuButton more = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL), print);
        more.setId("prepare-more");
        more.getStyleClass().add("header-button");
        more.setTooltip(new Tooltip(Texts.of("prepare.more")));
        more.setAccessibleText(Texts.of("prepare.more"));
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.disableProperty().bind(model.text().file().isNull());
        return more;
    }

    private static Button button(String key, Feather icon, String shortcut, String id) {
        Button button = new Button();
        Label words = new Label(Texts.of(key), new FontIcon(icon));
        words.getStyleClass().add("button-words");
        HBox graphic = new HBox(words, EditorPanel.key(shortcut));
        graphic.getStyleClass().add("button-graphic");
        button.setGraphic(graphic);
        button.setAccessibleText(Texts.of(key) + ", " + shortcut);
        button.setTooltip(new Tooltip(Texts.of(key) + "  " + shortcut));
        button.setId(id);
        button.getStyleClass().add("header-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
