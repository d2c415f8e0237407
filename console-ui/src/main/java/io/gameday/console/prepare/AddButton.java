package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/// "Add" beside the head of a list: a menu of what may be added.
final class AddButton extends MenuButton {

    private final Consumer<Offer> chosen;

    /// @param to what it adds to, for those who hear it
    AddButton(String to, Consumer<Offer> chosen) {
        super(Texts.of("prepare.form.add"));
        this.chosen = chosen;
        getStyleClass().add("add-button");
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleText(Texts.of("prepare.form.addTo", to));
    }

    void offer(List<Offer> offers) {
        getItems().clear();
        Map<String, Menu> groups = new HashMap<>();
        for (Offer offer : offers) {
            MenuItem item = new MenuItem(offer.words());
            item.setOnAction(_ -> chosen.accept(offer));
            if (offer.group().isEmpty()) {
                getItems().add(item);
            } else {
                groups.computeIfAbsent(offer.group(), this::group).getItems().add(item);
            }
        }
    }

    private Menu group(String name) {
        Menu menu = new Menu(name);
        getItems().add(menu);
        return menu;
    }
}
