package io.gameday.console.frame;

import io.gameday.console.text.Language;
import io.gameday.console.text.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The strip at the left: the screens above, colours and keyboard help below.
final class Rail extends VBox {

    private final Map<Place, ToggleButton> places = new EnumMap<>(Place.class);

    Rail(FrameViewModel model, Consumer<Place> go) {
        getStyleClass().add("rail");
        Label logo = new Label(null, new FontIcon(Feather.TARGET));
        logo.getStyleClass().add("logo");
        Region under = new Region();
        under.getStyleClass().add("gap");
        getChildren().addAll(logo, under);
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            ToggleButton button = new ToggleButton();
            button.setToggleGroup(group);
            named(button, word(place) + " (Ctrl+" + (place.ordinal() + 1) + ")", icon(place));
            button.setId("rail-" + place.name().toLowerCase(Locale.ROOT));
            button.setOnAction(_ -> {
                // A second press must not leave the rail without a place.
                button.setSelected(true);
                go.accept(place);
            });
            places.put(place, button);
            getChildren().add(button);
        }
        model.placeProperty().subscribe(place -> places.forEach((each, button) -> button.setSelected(each == place)));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button theme = new Button();
        theme.setId("rail-theme");
        model.darkProperty().subscribe(
                dark -> named(theme, Texts.of(dark ? "frame.light" : "frame.dark"), dark ? Feather.SUN : Feather.MOON));
        theme.setOnAction(_ -> model.darkProperty().set(!model.darkProperty().get()));
        Button language = new Button();
        language.setId("rail-language");
        named(language, Texts.of("frame.language"), Feather.GLOBE);
        ContextMenu languages = languages(model);
        language.setOnAction(_ -> languages.show(language, Side.RIGHT, 0, 0));
        Button help = new Button();
        help.setId("rail-help");
        named(help, Texts.of("frame.keys"), Feather.HELP_CIRCLE);
        help.setOnAction(_ -> model.helpProperty().set(!model.helpProperty().get()));
        getChildren().addAll(gap, theme, language, help);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
                button.fire();
                event.consume();
            }
        });
    }

    /// Each in its own words: whoever looks for it may read no other.
    private static ContextMenu languages(FrameViewModel model) {
        ContextMenu menu = new ContextMenu();
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(language.called());
            item.setId("language-" + language.code());
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.languageProperty().set(language));
            model.languageProperty().subscribe(now -> item.setSelected(now == language));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static void named(ButtonBase button, String name, Feather icon) {
        button.getStyleClass().remove("rail-button");
        button.getStyleClass().add("rail-button");
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
    }

    static String word(Place place) {
        return Texts.of(switch (place) {
            case HOME -> "frame.home";
            case PREPARE -> "frame.prepare";
            case LIVE -> "frame.live";
            case DEBRIEF -> "frame.debrief";
            case COMPARE -> "frame.compare";
        });
    }

    private static Feather icon(Place place) {
        return switch (place) {
            case HOME -> Feather.HOME;
            case PREPARE -> Feather.EDIT_2;
            case LIVE -> Feather.ACTIVITY;
            case DEBRIEF -> Feather.BOOK_OPEN;
            case COMPARE -> Feather.BAR_CHART_2;
        };
    }
}
