package io.gameday.console.audience;

import io.gameday.console.chart.ChartGrid;
import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The audience window's content, in sizes for a projector. Shows, and takes nothing in.
final class AudienceView extends BorderPane {

    private static final double RIGHT = 400;
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");

    private final AudienceViewModel model;

    AudienceView(AudienceViewModel model) {
        this.model = model;
        getStyleClass().addAll("live", "audience");
        for (String sheet : List.of("live.css", "audience.css")) {
            getStylesheets().add(Objects.requireNonNull(AudienceView.class.getResource("/io/gameday/console/" + sheet))
                    .toExternalForm());
        }
        setTop(new VBox(head(), ribbon()));
        setCenter(middle());
        setBottom(foot());
    }

    private Node head() {
        Label title = new Label(Texts.of("audience.title"));
        title.getStyleClass().add("audience-title");
        Label origin = new Label();
        origin.textProperty().bind(model.originProperty());
        origin.getStyleClass().add("outlined");
        VBox names = new VBox(4, title, origin);
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox steps = new HBox();
        steps.getStyleClass().add("audience-steps");
        HBox.setHgrow(steps, Priority.ALWAYS);
        model.phaseProperty().subscribe(now -> steps.getChildren().setAll(steps(now)));
        Label clock = new Label();
        clock.textProperty().bind(model.clockProperty());
        clock.getStyleClass().addAll("mono", "audience-clock");
        Label running = new Label();
        running.textProperty().bind(model.runningProperty());
        running.getStyleClass().add("quiet");
        VBox time = new VBox(clock, running);
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(names, steps, time);
        head.getStyleClass().add("audience-head");
        return head;
    }

    /// That all of it is over, and what was broken meanwhile.
    private Node ribbon() {
        Chip chip = new Chip();
        chip.show(State.FAULT, Texts.of("live.banner.replay"));
        Label told = new Label(Texts.of("audience.replay.told"));
        told.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox broken = new HBox();
        broken.getStyleClass().add("audience-broken");
        broken.setMinWidth(Region.USE_PREF_SIZE);
        model.faultsProperty().subscribe(faults -> broken.getChildren().setAll(faults.stream().map(fault -> {
            Label one = new Label(fault.name() + " · " + fault.stood(), new FontIcon(Feather.ZAP));
            one.getStyleClass().addAll("audience-fault", fault.inForce() ? "now" : "else");
            return (Node) one;
        }).toList()));
        HBox ribbon = new HBox(chip, told, gap, broken);
        ribbon.setId("audience-replay");
        ribbon.getStyleClass().add("audience-ribbon");
        ribbon.visibleProperty().bind(model.lookingBackProperty());
        ribbon.managedProperty().bind(ribbon.visibleProperty());
        return ribbon;
    }

    private static List<Node> steps(Phase now) {
        List<Node> steps = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            int far = Integer.compare(phase.ordinal(), now.ordinal());
            Label step = new Label(Texts.of("audience.phase." + phase.ordinal()),
                    new FontIcon(far < 0 ? Feather.CHECK : far == 0 ? Feather.DISC : Feather.CIRCLE));
            step.getStyleClass().addAll("audience-step", far < 0 ? "done" : far == 0 ? "now" : "next");
            step.setAccessibleText(step.getText() + ", "
                    + Texts.of(far < 0 ? "audience.done" : far == 0 ? "audience.now" : "audience.next"));
            step.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(step, Priority.ALWAYS);
            steps.add(step);
        }
        return steps;
    }

    private Node middle() {
        HBox tiles = new HBox();
        tiles.getStyleClass().add("audience-tiles");
        List<TileBox> boxes = new ArrayList<>();
        model.tilesProperty().subscribe(shown -> {
            while (boxes.size() < shown.size()) {
                TileBox box = new TileBox();
                HBox.setHgrow(box, Priority.ALWAYS);
                boxes.add(box);
                tiles.getChildren().add(box);
            }
            for (int i = 0; i < shown.size(); i++) {
                boxes.get(i).show(shown.get(i));
            }
        });
        ChartGrid grid = new ChartGrid(model.charts(), false);
        // A projector is looked at, not worked with: nothing opens.
        grid.setMouseTransparent(true);
        grid.addEventFilter(KeyEvent.ANY, KeyEvent::consume);
        VBox body = new VBox(grid);
        body.getStyleClass().add("charts");
        VBox.setVgrow(grid, Priority.ALWAYS);
        Panel charts = new Panel(Feather.ACTIVITY, Texts.of("audience.tile.useful"), body);
        Label first = new Label();
        first.textProperty().bind(model.firstAlarmProperty());
        FontIcon bell = new FontIcon(Feather.BELL);
        bell.getStyleClass().add("alarm-bell");
        bell.visibleProperty().bind(first.textProperty().isNotEmpty());
        first.setGraphic(bell);
        charts.end().getChildren().add(first);
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox left = new VBox(tiles, charts);
        left.getStyleClass().add("audience-column");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(alarms(), happened());
        right.getStyleClass().add("audience-column");
        right.setMinWidth(RIGHT);
        right.setPrefWidth(RIGHT);
        HBox middle = new HBox(left, right);
        middle.getStyleClass().add("audience-middle");
        return middle;
    }

    private Node alarms() {
        ObservableList<AlarmLine> lines = FXCollections.observableArrayList();
        model.alarmsProperty().subscribe(now -> {
            if (!lines.equals(now)) {
                lines.setAll(now);
            }
        });
        ListView<AlarmLine> list = list(lines, "live.alarms.none");
        list.setFixedCellSize(36);
        list.setCellFactory(_ -> new AlarmCell());
        list.setPrefHeight(222);
        list.setMinHeight(120);
        return new Panel(Feather.BELL, Texts.of("live.alarms.title"), list);
    }

    private Node happened() {
        ListView<Told.Line> list = list(model.happened(), "audience.nothing-yet");
        list.setCellFactory(_ -> new LineCell());
        Panel panel = new Panel(Feather.LIST, Texts.of("audience.happened"), list);
        Label hidden = new Label(Texts.of("audience.replay.hidden"), new FontIcon(Feather.EYE_OFF));
        hidden.getStyleClass().add("audience-hidden");
        hidden.visibleProperty().bind(model.lookingBackProperty());
        panel.end().getChildren().add(hidden);
        VBox.setVgrow(panel, Priority.ALWAYS);
        return panel;
    }

    private static <T> ListView<T> list(ObservableList<T> items, String none) {
        ListView<T> list = new ListView<>(items);
        list.setPlaceholder(new Label(Texts.of(none)));
        list.setFocusTraversable(false);
        return list;
    }

    private Node foot() {
        Label anybody = new Label();
        anybody.textProperty().bind(Bindings.when(model.lookingBackProperty()).then(Texts.of("audience.replay.over"))
                .otherwise(Texts.of("audience.anybody")));
        anybody.getStyleClass().add("strong");
        Label how = new Label();
        how.textProperty().bind(Bindings.when(model.lookingBackProperty()).then(Texts.of("audience.replay.keys"))
                .otherwise(Texts.of("audience.say-stop")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = new Label(Texts.of("frame.title"));
        name.getStyleClass().add("quiet");
        HBox foot = new HBox(anybody, how, gap, name);
        foot.getStyleClass().add("audience-foot");
        return foot;
    }

    private static final class TileBox extends VBox {
        private final Label name = new Label();
        private final Chip chip = new Chip();
        private final Label value = new Label();
        private final Label unit = new Label();
        private final Label foot = new Label();

        TileBox() {
            getStyleClass().add("audience-tile");
            name.getStyleClass().add("strong");
            value.getStyleClass().addAll("mono", "audience-value");
            value.setMinWidth(USE_PREF_SIZE);
            unit.getStyleClass().add("audience-unit");
            foot.getStyleClass().add("quiet");
            foot.setWrapText(true);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox top = new HBox(6, name, gap, chip);
            top.setAlignment(Pos.CENTER_LEFT);
            HBox figure = new HBox(8, value, unit);
            figure.setAlignment(Pos.BASELINE_LEFT);
            getChildren().addAll(top, figure, foot);
            setPrefWidth(100);
            setMinWidth(0);
        }

        void show(Tile tile) {
            name.setText(tile.name());
            chip.show(tile.state(), tile.word());
            chip.setVisible(!tile.word().isEmpty());
            value.setText(tile.value());
            unit.setText(tile.unit());
            foot.setText(tile.foot());
            for (String state : List.of("healthy", "gray", "unknown", "plain")) {
                getStyleClass().remove(state);
            }
            getStyleClass().add(tile.state().pseudoClass().getPseudoClassName());
            setAccessibleText(tile.name() + ": " + tile.value() + " " + tile.unit() + ", " + tile.word());
        }
    }

    private static final class AlarmCell extends ListCell<AlarmLine> {
        private final Chip chip = new Chip();
        private final Label name = new Label();
        private final Label since = new Label();
        private final HBox line;

        AlarmCell() {
            chip.setPrefWidth(96);
            chip.setAlignment(Pos.CENTER);
            name.getStyleClass().add("mono");
            since.getStyleClass().addAll("mono", "quiet");
            since.setMinWidth(USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(10, chip, name, gap, since);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPrefWidth(0);
        }

        @Override
        protected void updateItem(AlarmLine item, boolean empty) {
            super.updateItem(item, empty);
            boolean there = !empty && item != null;
            setGraphic(there ? line : null);
            if (there) {
                chip.show(item.state(), item.word());
                name.setText(item.name());
                since.setText(item.since());
                setAccessibleText(item.word() + " " + item.name() + " " + item.since());
            }
        }
    }

    private static final class LineCell extends ListCell<Told.Line> {
        private final Label time = new Label();
        private final FontIcon icon = new FontIcon(Feather.CIRCLE);
        private final Label text = new Label();
        private final HBox line = new HBox(10, time, icon, text);

        LineCell() {
            time.getStyleClass().addAll("mono", "quiet");
            time.setMinWidth(USE_PREF_SIZE);
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            line.setAlignment(Pos.TOP_LEFT);
            line.getStyleClass().add("audience-line");
            line.setPrefWidth(0);
        }

        @Override
        protected void updateItem(Told.Line item, boolean empty) {
            super.updateItem(item, empty);
            boolean there = !empty && item != null;
            setGraphic(there ? line : null);
            if (there) {
                time.setText(AlarmLine.TIME.format(item.at()));
                icon.setIconCode(switch (item.kind()) {
                    case PERSON -> Feather.MESSAGE_SQUARE;
                    case PAGE -> Feather.SEND;
                    case AUTOMATION -> Feather.GIT_BRANCH;
                    case RUN -> Feather.CIRCLE;
                    case HIDDEN -> Feather.EYE_OFF;
                });
                text.setText(item.text());
                boolean hidden = item.kind() == Told.Kind.HIDDEN;
                line.pseudoClassStateChanged(HIDDEN, hidden);
                setAccessibleText(
                        time.getText() + " " + item.text() + (hidden ? ". " + Texts.of("audience.replay.hidden") : ""));
            }
        }
    }
}
