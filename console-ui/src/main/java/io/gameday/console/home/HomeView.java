package io.gameday.console.home;

import io.gameday.console.frame.Key;
import io.gameday.console.frame.Screen;
import io.gameday.console.text.Texts;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The first screen. While it is shown it asks its model every second to look at files, runs and ledgers.
public final class HomeView implements Screen {

    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private final HomeViewModel model;
    private final HomeHeader header;
    private final VBox content = new VBox();
    private final Timeline ticking;
    private final EventHandler<KeyEvent> keys = this::pressed;

    public HomeView(HomeViewModel model) {
        this.model = model;
        header = new HomeHeader(model);
        VBox lists = new VBox(new CatalogView(model), new FilesView(model));
        lists.getStyleClass().add("home-lists");
        ScrollPane scroll = new ScrollPane(lists);
        scroll.getStyleClass().add("home-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(new HeroView(model), scroll);
        left.getStyleClass().add("home-left");
        RunsView runs = new RunsView(model);
        VBox.setVgrow(runs, Priority.ALWAYS);
        VBox right = new VBox(runs, new ActionsView(model.actions()), new FaultsView(model.faults()));
        right.getStyleClass().add("home-right");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("home-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        content.getStyleClass().add("home");
        String css = Objects.requireNonNull(HomeView.class.getResource("/io/gameday/console/home.css"))
                .toExternalForm();
        content.getStylesheets().add(css);
        header.getStylesheets().add(css);
        content.getChildren().addAll(notice(), columns);
        content.sceneProperty().addListener((_, before, now) -> listen(before, now));
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    private Node notice() {
        Label text = new Label("", new FontIcon(Feather.INFO));
        text.textProperty().bind(model.notice());
        text.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().add("flat");
        close.setAccessibleText(Texts.of("home.notice.close"));
        close.setOnAction(_ -> model.dismissNotice());
        HBox notice = new HBox(8, text, gap, close);
        notice.setId("home-notice");
        notice.getStyleClass().add("home-notice");
        notice.visibleProperty().bind(model.notice().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    private void listen(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private void pressed(KeyEvent event) {
        if (SEARCH.match(event)) {
            header.search().requestFocus();
            header.search().selectAll();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && header.search().isFocused()) {
            model.search().set("");
            event.consume();
        }
    }

    @Override
    public Node header() {
        return header;
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return header.search();
    }

    @Override
    public List<Key> keys() {
        return List.of(new Key(Texts.of("home.keys.search"), Texts.of("home.search")),
                new Key(Texts.of("home.keys.open"), Texts.of("home.keys.open.does")),
                new Key(Texts.of("home.keys.compare"), Texts.of("home.runs.compare")));
    }

    @Override
    public void shown() {
        model.refresh();
        ticking.play();
    }

    @Override
    public void hidden() {
        ticking.stop();
    }
}
