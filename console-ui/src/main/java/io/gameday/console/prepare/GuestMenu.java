package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.people.Role;
import javafx.beans.InvalidationListener;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Whom to invite: a button that says how many, with a menu that adds one more of a role or a
/// deputy for it, and the address for phones.
final class GuestMenu {

    private static final double WIDE = 320;
    private static final double LOW = 20;

    private final GuestList guests;
    /// The button's own text is not drawn beside an icon in a button as low as this.
    private final Label words = new Label("", new FontIcon(Feather.USERS));
    private final MenuButton button = new MenuButton("", words);
    private final MenuItem nobody = new MenuItem(Texts.of("prepare.guests.none"));

    private GuestMenu(GuestList guests) {
        this.guests = guests;
        button.setId("invite");
        button.setMinWidth(Region.USE_PREF_SIZE);
        words.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip());
        GuestList.roles().forEach(role -> button.getItems().add(line(role)));
        Menu deputies = new Menu(Texts.of("prepare.guests.deputy"));
        deputies.setId("invite-deputy");
        GuestList.roles().forEach(role -> {
            MenuItem item = new MenuItem(Texts.of("prepare.guests.deputyOf", role.words()));
            item.setOnAction(_ -> guests.addDeputy(role));
            deputies.getItems().add(item);
        });
        TextField address = new TextField();
        address.setId("invite-at");
        address.setPrefColumnCount(26);
        address.setPromptText(Texts.of("prepare.guests.address.example"));
        Label forPhones = new Label(Texts.of("prepare.guests.address"));
        forPhones.setLabelFor(address);
        address.setAccessibleText(forPhones.getText());
        address.textProperty().bindBidirectional(guests.address());
        nobody.setOnAction(_ -> guests.clear());
        button.getItems().addAll(deputies, new SeparatorMenuItem(),
                new CustomMenuItem(new VBox(2, forPhones, address), false), nobody);
        InvalidationListener again = _ -> show();
        guests.invited().addListener(again);
        show();
    }

    static MenuButton of(GuestList guests) {
        return new GuestMenu(guests).button;
    }

    /// Stays open when it is chosen: people are invited one after the other.
    private CustomMenuItem line(Role role) {
        Label name = new Label(Texts.said(role.words()));
        Label count = new Label();
        count.getStyleClass().add("mono");
        Button fewer = new Button("", new FontIcon(Feather.MINUS));
        fewer.getStyleClass().add("icon-button");
        fewer.setAccessibleText(Texts.of("prepare.guests.fewer", role.words()));
        fewer.setFocusTraversable(false);
        fewer.setPrefHeight(LOW);
        fewer.setMaxHeight(LOW);
        fewer.setMinHeight(LOW);
        fewer.setPadding(new Insets(0, 6, 0, 6));
        fewer.setOnAction(_ -> guests.remove(role));
        // The line below it would invite one more.
        fewer.addEventFilter(MouseEvent.MOUSE_CLICKED, Event::consume);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(6, name, gap, count, fewer);
        // A menu has no style sheet of its screen.
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(WIDE);
        InvalidationListener again = _ -> {
            long many = guests.many(role);
            count.setText(many == 0 ? "" : String.valueOf(many));
            fewer.setVisible(many > 0);
            line.setAccessibleText(many == 0 ? name.getText() : Texts.of("prepare.guests.several", many, role.words()));
        };
        guests.invited().addListener(again);
        again.invalidated(guests.invited());
        CustomMenuItem item = new CustomMenuItem(line, false);
        item.setOnAction(_ -> guests.add(role));
        // The menu asks the line alone; people click on what is around it as well.
        line.parentProperty().subscribe(around -> {
            if (around != null) {
                around.setOnMouseClicked(click -> {
                    if (click.getTarget() == around) {
                        item.fire();
                    }
                });
            }
        });
        return item;
    }

    private void show() {
        int many = guests.invited().size();
        words.setText(many == 0 ? Texts.of("prepare.guests.invite") : Texts.of("prepare.guests.many", many));
        button.getTooltip().setText(guests.words() + ". " + Texts.of("prepare.guests.says"));
        button.setAccessibleText(words.getText() + ": " + guests.words());
        nobody.setDisable(many == 0);
    }
}
