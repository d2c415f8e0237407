package io.gameday.console.home;

import io.gameday.console.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Home's part of the header: title, search, and what opens something that is on no list.
final class HomeHeader extends HBox {

    private final TextField search = new TextField();

    HomeHeader(HomeViewModel model) {
        getStyleClass().add("home-header");
        Label title = new Label(Texts.of("home.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = button("home.open", Feather.FOLDER);
        open.setOnAction(_ -> model.openRunFolder());
        Button attach = button("home.attach", Feather.LINK_2);
        attach.setOnAction(_ -> model.attach());
        Button create = button("home.new", Feather.PLUS);
        create.getStyleClass().add("accent");
        create.setOnAction(_ -> model.newExperiment());
        getChildren().addAll(title, search(model), gap, open, attach, create);
    }

    /// Where Ctrl+K goes.
    TextField search() {
        return search;
    }

    private StackPane search(HomeViewModel model) {
        search.setId("home-search");
        search.setPromptText(Texts.of("home.search"));
        search.setAccessibleText(Texts.of("home.search"));
        search.textProperty().bindBidirectional(model.search());
        FontIcon glass = new FontIcon(Feather.SEARCH);
        glass.getStyleClass().add("home-search-icon");
        glass.setMouseTransparent(true);
        Label key = new Label(Texts.of("home.search.key"));
        key.getStyleClass().addAll("home-key", "mono");
        key.setMouseTransparent(true);
        key.visibleProperty().bind(model.search().isEmpty());
        StackPane box = new StackPane(search, glass, key);
        box.getStyleClass().add("home-search");
        StackPane.setAlignment(glass, Pos.CENTER_LEFT);
        StackPane.setAlignment(key, Pos.CENTER_RIGHT);
        return box;
    }

    private static Button button(String key, Feather icon) {
        Button button = new Button(Texts.of(key), new FontIcon(icon));
        button.setTooltip(new Tooltip(Texts.of(key)));
        return button;
    }
}
