package io.gameday.console.live;

import io.gameday.console.audience.AudienceWindow;
import io.gameday.console.control.Chip;
import io.gameday.console.control.EmptyState;
import io.gameday.console.control.State;
import io.gameday.console.frame.Navigator;
import io.gameday.console.frame.Screen;
import io.gameday.console.live.fleet.FleetPanel;
import io.gameday.console.live.fleet.WorstCells;
import io.gameday.console.text.Texts;
import java.util.List;
import java.util.Objects;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The Live screen: left faults and limits, in the middle tasks and charts, right alarms and what happens, below what
/// people say.
public final class LiveView implements Screen {

    static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double LEFT = 258;
    private static final double RIGHT = 318;

    private final LiveViewModel model;
    private final StackPane content = new StackPane();
    private final VBox header = new VBox();
    private final EntryBarView entry;
    private final ReplayBar replay = new ReplayBar();
    private final Button home = new Button(Texts.of("live.empty.home"), new FontIcon(Feather.HOME));
    private final AudienceWindow audience;
    private final FleetPanel fleet;
    private final Timeline clock;
    private final EventHandler<KeyEvent> keys = this::key;
    private boolean showing;

    /// @param navigator where to go while there is no run
    public LiveView(LiveViewModel model, Navigator navigator) {
        this.model = model;
        entry = new EntryBarView(model);
        audience = new AudienceWindow(model.audience());
        fleet = new FleetPanel(model.fleet());
        clock = new Timeline(new KeyFrame(Duration.millis(100), _ -> model.refresh()));
        clock.setCycleCount(Timeline.INDEFINITE);
        Node screen = screen(navigator);
        Node empty = empty(navigator);
        screen.visibleProperty().bind(model.runningProperty());
        empty.visibleProperty().bind(model.runningProperty().not());
        content.getChildren().addAll(screen, empty);
        content.getStyleClass().add("live");
        String css = Objects.requireNonNull(LiveView.class.getResource("/io/gameday/console/live.css"))
                .toExternalForm();
        content.getStylesheets().add(css);
        header.getStylesheets().add(css);
        content.setFocusTraversable(false);
        content.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.ANY, keys);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.ANY, keys);
            }
        });
        head();
    }

    private Node screen(Navigator navigator) {
        VBox left = new VBox(new FaultPanel(model, audience).panel(), new PeoplePanel(model).panel(),
                new ObserversPanel(model).panel(), new BlastPanel(model).panel(), new StopsPanel(model).panel());
        left.getStyleClass().add("column");
        ScrollPane side = new ScrollPane(left);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("side");
        side.setFocusTraversable(false);
        width(side, LEFT);
        Region charts = new ChartsPanel(model).panel();
        Region map = fleet.panel();
        Region worst = new WorstCells(model.fleet()).panel();
        map.setMinHeight(220);
        map.setPrefHeight(380);
        VBox.setVgrow(map, Priority.ALWAYS);
        List.of(map, worst).forEach(part -> {
            part.managedProperty().bind(part.visibleProperty());
            part.visibleProperty()
                    .bind(model.fleet().fleetProperty().map(fleet -> !fleet.cells().isEmpty()).orElse(false));
        });
        Region matrix = new MatrixPanel(model).panel();
        model.fleet().fleetProperty().map(fleet -> fleet.cells().isEmpty()).subscribe(few -> {
            matrix.setMinHeight(few ? 200 : 178);
            matrix.setPrefHeight(few ? 300 : 178);
            charts.setMinHeight(few ? 0 : 262);
        });
        VBox.setVgrow(matrix, Priority.SOMETIMES);
        VBox.setVgrow(charts, Priority.ALWAYS);
        charts.setPrefHeight(360);
        VBox middle = new VBox(map, matrix, charts);
        middle.getStyleClass().add("column");
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        Region feed = new FeedPanel(model).panel();
        VBox.setVgrow(feed, Priority.ALWAYS);
        VBox right = new VBox(new AlarmsPanel(model).panel(), worst, feed);
        right.getStyleClass().add("column");
        width(right, RIGHT);
        HBox columns = new HBox(side, middle, right);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        entry.visibleProperty().bind(model.mayActProperty());
        entry.managedProperty().bind(model.mayActProperty());
        model.bannerProperty().subscribe(banner -> columns.pseudoClassStateChanged(STALE, banner.stale()));
        replay.show(model.replayProperty().get());
        model.replayProperty().subscribe(replay::show);
        return new VBox(ribbon(navigator), impact(), said(), columns, replay, entry);
    }

    private static void width(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    private Node ribbon(Navigator navigator) {
        Chip chip = new Chip();
        Label text = new Label();
        text.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button debrief = new Button(Texts.of("live.debrief"), new FontIcon(Feather.BOOK_OPEN));
        debrief.setId("live-debrief");
        debrief.setMinWidth(Region.USE_PREF_SIZE);
        debrief.setOnAction(_ -> model.folder().ifPresent(navigator::debrief));
        debrief.visibleProperty().bind(model.overProperty());
        debrief.managedProperty().bind(model.overProperty());
        HBox ribbon = new HBox(10, chip, text, gap, debrief);
        ribbon.getStyleClass().add("ribbon");
        ribbon.setAlignment(Pos.CENTER_LEFT);
        model.bannerProperty().subscribe(banner -> {
            chip.show(banner.state(), banner.word());
            text.setText(banner.text());
            boolean there = !banner.word().isEmpty();
            ribbon.setVisible(there);
            ribbon.setManaged(there);
        });
        return ribbon;
    }

    /// What the impact is, apart from how sure one may be of what is shown.
    private Node impact() {
        Chip chip = new Chip();
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox ribbon = new HBox(10, chip, text);
        ribbon.setId("live-impact");
        ribbon.getStyleClass().addAll("ribbon", "impact");
        ribbon.setAlignment(Pos.CENTER_LEFT);
        model.impactProperty().subscribe(banner -> {
            chip.show(banner.state(), banner.word());
            text.setText(banner.text());
            boolean there = !banner.word().isEmpty();
            ribbon.setVisible(there);
            ribbon.setManaged(there);
        });
        return ribbon;
    }

    /// What became of the audience window.
    private Node said() {
        Label text = new Label();
        text.setId("live-audience-said");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("ribbon");
        text.setGraphic(new FontIcon(Feather.CAST));
        text.textProperty().bind(model.audience().saidProperty());
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        text.managedProperty().bind(text.visibleProperty());
        return text;
    }

    private Node empty(Navigator navigator) {
        home.setOnAction(_ -> navigator.home());
        return new EmptyState(Feather.ACTIVITY, Texts.of("live.empty.title"), Texts.of("live.empty.text"), home);
    }

    private void head() {
        Label title = new Label();
        title.textProperty().bind(
                Bindings.when(model.runningProperty()).then(model.titleProperty()).otherwise(Texts.of("live.title")));
        title.getStyleClass().add("screen-title");
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(title.textProperty());
        title.setTooltip(tip);
        Label target = new Label();
        target.textProperty().bind(model.targetProperty());
        target.getStyleClass().add("quiet");
        Label experiment = new Label();
        experiment.textProperty().bind(model.originProperty());
        experiment.getStyleClass().add("outlined");
        experiment.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, experiment, target);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.runningProperty());
        header.getChildren().addAll(title, line);
        header.getStyleClass().add("screen-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    /// A text with its state's icon and colour.
    static Label state(State state, String text) {
        Label label = new Label(text);
        label.getStyleClass().add("stated");
        mark(label, state);
        return label;
    }

    static void mark(Label label, State state) {
        if (!label.getStyleClass().contains("stated")) {
            label.getStyleClass().add("stated");
        }
        if (label.getUserData() == state) {
            return;
        }
        label.setUserData(state);
        List.of(State.values()).forEach(other -> label.pseudoClassStateChanged(other.pseudoClass(), false));
        label.pseudoClassStateChanged(state.pseudoClass(), true);
        label.setGraphic(state.icon() == null ? null : new FontIcon(Objects.requireNonNull(state.icon())));
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
        return model.runningProperty().get() ? content : home;
    }

    /// Letters and Backspace work wherever the focus is, the rail included, unless somebody is writing.
    private void key(KeyEvent event) {
        if (!showing || !model.runningProperty().get() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.F9) {
            audience.toggle(content.getScene());
            event.consume();
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.BACK_SPACE) {
            model.charts().up();
            event.consume();
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE
                && model.fleet().openedProperty().get() != null) {
            model.fleet().openedProperty().set(null);
            fleet.focus();
            event.consume();
        } else if (replay.shows() && event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.SPACE) {
            replay.toggle();
            event.consume();
        } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
            // Not when it is pressed: the letter itself would be typed into the field that gets the focus.
            entry.typed(event);
        }
    }

    @Override
    public void shown() {
        showing = true;
        model.refresh();
        clock.play();
    }

    @Override
    public void hidden() {
        showing = false;
        clock.stop();
    }
}
