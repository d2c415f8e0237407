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

/// What is hit against what was accepted.
final class BlastPanel {

    private final VBox body = new VBox();
    private final Panel panel = new Panel(Feather.TARGET, Texts.of("live.blast.title"), body);

    BlastPanel(LiveViewModel model) {
        body.getStyleClass().addAll("live-body", "blast");
        model.hurtNowProperty().subscribe(panel.sub()::setText);
        model.blastProperty().subscribe(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void show(List<BlastRow> rows) {
        body.getChildren().setAll(rows.stream().map(BlastPanel::row).toList());
        if (rows.isEmpty()) {
            Label nothing = new Label(Texts.of("live.nothing-yet"));
            nothing.getStyleClass().add("quiet");
            body.getChildren().add(nothing);
        }
    }

    private static VBox row(BlastRow row) {
        Label name = new Label(row.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label actual = new Label(row.actual());
        actual.getStyleClass().addAll("mono", "strong");
        actual.setTooltip(new Tooltip(Texts.of("live.blast.tip", row.name(), row.actual(), row.limit())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label limit = new Label(row.limit());
        limit.getStyleClass().addAll("quiet");
        limit.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(6, name, actual, gap, row.over() ? new Chip(State.GRAY, row.overWords()) : limit);
        line.setAlignment(Pos.CENTER_LEFT);
        Bar bar = new Bar();
        bar.getStyleClass().add(row.over() ? "over" : "plain");
        bar.show(row.share(), row.mark());
        return new VBox(1, line, bar);
    }
}
