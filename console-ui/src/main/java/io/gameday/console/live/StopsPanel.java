package io.gameday.console.live;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How far away each condition is that stops the run.
final class StopsPanel {

    private final VBox body = new VBox();
    private final Chip chip = new Chip();
    private final Panel panel = new Panel(Feather.OCTAGON, Texts.of("live.stops.title"), body);
    private final LiveViewModel model;

    StopsPanel(LiveViewModel model) {
        this.model = model;
        body.getStyleClass().addAll("live-body", "stops");
        panel.end().getChildren().add(chip);
        model.marginsProperty().subscribe(this::show);
        model.planTroubleProperty().subscribe(_ -> show(model.marginsProperty().get()));
        model.runningProperty().subscribe(_ -> show(model.marginsProperty().get()));
    }

    Panel panel() {
        return panel;
    }

    private void show(List<Margin> margins) {
        body.getChildren().setAll(margins.stream().map(StopsPanel::row).toList());
        if (margins.isEmpty()) {
            String trouble = model.planTroubleProperty().get();
            Label nothing = FaultPanel.wrapping("quiet");
            nothing.setText(trouble.isEmpty() ? Texts.of("live.stops.none") : trouble);
            body.getChildren().add(nothing);
        }
        Margin worst = margins.stream().filter(margin -> margin.state() == State.ALARM).findFirst()
                .or(() -> margins.stream().filter(margin -> !margin.stateWords().isEmpty()).findFirst()).orElse(null);
        chip.setVisible(worst != null);
        chip.setManaged(worst != null);
        if (worst != null) {
            chip.show(worst.state(), worst.stateWords());
        }
    }

    private static VBox row(Margin margin) {
        Label line = new Label(margin.line());
        line.setTooltip(new Tooltip(margin.line()));
        Label value = new Label(margin.current());
        value.getStyleClass().addAll("mono", "strong");
        value.setMinWidth(Region.USE_PREF_SIZE);
        Label distance = quiet(margin.margin());
        distance.setMinWidth(Region.USE_PREF_SIZE);
        Bar bar = new Bar();
        bar.getStyleClass().add(margin.state() == State.PLAIN ? "plain" : "over");
        bar.point(margin.value(), margin.limit(), margin.breachesBelow());
        return new VBox(2, line, spread(value, distance), bar,
                spread(quiet(margin.heldFor()), quiet(margin.longest())));
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("quiet");
        return label;
    }

    private static HBox spread(Label left, Label right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(6, left, gap, right);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }
}
