package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import io.gameday.report.gray.Quadrant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Customers across, observers down: in each corner the places that were there, the longest first, each a button that
/// shows those seconds on the strip. Quadrants that are no corner stand below.
final class SquarePane {

    private static final double NAMES = 16;
    private static final double BESIDE = 86;
    private static final double BOX = 86;

    private final TimelineViewModel timeline;
    private final GridPane grid = new GridPane();
    private final VBox pane = new VBox(grid);
    private final Map<Focus, Button> chips = new HashMap<>();

    SquarePane(TimelineViewModel timeline) {
        this.timeline = timeline;
        pane.getStyleClass().add("square");
        grid.getStyleClass().add("square-grid");
        grid.getColumnConstraints().setAll(fixed(), growing(), growing());
        timeline.focusProperty().subscribe(this::mark);
    }

    private static ColumnConstraints fixed() {
        return new ColumnConstraints(NAMES, NAMES, NAMES);
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setPercentWidth(-1);
        column.setMinWidth(60);
        column.setPrefWidth(120);
        column.setFillWidth(true);
        return column;
    }

    VBox pane() {
        return pane;
    }

    void show(@Nullable Detection detection) {
        chips.clear();
        grid.getChildren().clear();
        pane.getChildren().setAll(grid);
        if (detection == null) {
            return;
        }
        grid.addRow(0, new Label(), quiet("debrief.square.well"), quiet("debrief.square.hurt"));
        corners(1, "debrief.square.silent", QuadrantLook.silent(), detection.places());
        corners(2, "debrief.square.said", QuadrantLook.said(), detection.places());
        QuadrantLook.besides().forEach(quadrant -> pane.getChildren().add(beside(quadrant, detection.places())));
        if (!detection.standingBefore().isEmpty()) {
            Label before = new Label(Texts.of("debrief.square.before", String.join(", ", detection.standingBefore())));
            before.getStyleClass().add("quiet");
            before.setWrapText(true);
            pane.getChildren().add(before);
        }
        mark(timeline.focusProperty().get());
    }

    private static Label quiet(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("quiet");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void corners(int row, String name, List<Quadrant> quadrants, List<PlaceLane> places) {
        List<Node> nodes = new ArrayList<>();
        // Upright it would take the width that the places need.
        Label label = quiet(name);
        label.setRotate(-90);
        Group upright = new Group(label);
        GridPane.setValignment(upright, VPos.CENTER);
        GridPane.setHalignment(upright, HPos.CENTER);
        nodes.add(upright);
        quadrants.forEach(quadrant -> nodes.add(corner(quadrant, places)));
        grid.addRow(row, nodes.toArray(Node[]::new));
    }

    private Node corner(Quadrant quadrant, List<PlaceLane> places) {
        FlowPane flow = chips(quadrant, places);
        ScrollPane scroll = new ScrollPane(flow);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("square-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(head(quadrant), scroll);
        box.getStyleClass().add("square-box");
        box.setMinHeight(BOX);
        box.setPrefHeight(BOX);
        if (!flow.getChildren().isEmpty()) {
            StateInk.show(box, QuadrantLook.state(quadrant));
        }
        return box;
    }

    private Node beside(Quadrant quadrant, List<PlaceLane> places) {
        FlowPane flow = chips(quadrant, places);
        if (flow.getChildren().isEmpty()) {
            flow.getChildren().add(quiet("debrief.square.nowhere"));
        }
        HBox.setHgrow(flow, Priority.ALWAYS);
        Label head = head(quadrant);
        head.setMinWidth(BESIDE);
        HBox line = new HBox(head, flow);
        line.getStyleClass().add("square-beside");
        return line;
    }

    private static Label head(Quadrant quadrant) {
        Label head = new Label(QuadrantLook.word(quadrant), new FontIcon(QuadrantLook.icon(quadrant)));
        head.getStyleClass().add("square-word");
        return head;
    }

    private FlowPane chips(Quadrant quadrant, List<PlaceLane> places) {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("square-chips");
        places.stream().filter(place -> place.seconds(quadrant) > 0)
                .sorted(Comparator.comparingLong((PlaceLane place) -> place.seconds(quadrant)).reversed())
                .forEach(place -> flow.getChildren().add(chip(quadrant, place)));
        return flow;
    }

    private Button chip(Quadrant quadrant, PlaceLane place) {
        String seconds = String.valueOf(place.seconds(quadrant));
        Button chip = new Button(Texts.of("debrief.square.place", place.name(), seconds));
        chip.getStyleClass().add("square-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setId("square-" + QuadrantLook.word(quadrant).replace(' ', '-') + "-" + place.name());
        String told = Texts.of("debrief.square.told", place.name(), seconds, QuadrantLook.word(quadrant));
        chip.setAccessibleText(told);
        chip.setTooltip(new Tooltip(told));
        Focus focus = place.focus(quadrant);
        chip.setOnAction(_ -> timeline.look(focus));
        chips.put(focus, chip);
        return chip;
    }

    private void mark(@Nullable Focus now) {
        chips.forEach((focus, chip) -> chip.pseudoClassStateChanged(DetectionPanel.CHOSEN, focus.equals(now)));
    }
}
