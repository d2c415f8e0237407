package io.gameday.console.live;

import io.gameday.console.audience.AudienceViewModel;
import io.gameday.console.audience.AudienceWindow;
import io.gameday.console.text.Texts;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Opens the window for those who may not know, and says how much they may see.
final class AudienceButton {

    private AudienceButton() {
    }

    static MenuButton of(AudienceViewModel model, AudienceWindow window) {
        MenuButton button = new MenuButton("", new FontIcon(Feather.CAST));
        button.setId("live-audience");
        button.getStyleClass().add("audience-button");
        button.setAccessibleText(Texts.of("audience.open"));
        button.setTooltip(new Tooltip(Texts.of("audience.tip")));
        MenuItem open = new MenuItem(Texts.of("audience.open.menu"));
        open.setOnAction(_ -> window.toggle(button.getScene()));
        CheckMenuItem strict = new CheckMenuItem(Texts.of("audience.strict"));
        strict.selectedProperty().bindBidirectional(model.strictProperty());
        button.getItems().addAll(open, strict);
        return button;
    }
}
