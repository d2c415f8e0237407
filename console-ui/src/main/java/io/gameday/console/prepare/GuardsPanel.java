package io.gameday.console.prepare;

import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.MetricCondition;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the controller will ask before the first fault, and what ends the run by itself. Nothing here has been seen
/// yet, so nothing here is green.
final class GuardsPanel {

    private GuardsPanel() {
    }

    static Panel guards(PrepareViewModel model) {
        Panel panel = panel(Feather.LOCK, "prepare.guards", model, experiment -> {
            VBox rows = new VBox();
            experiment.prepare().steadyState().stream().map(MetricCondition::words)
                    .forEach(words -> rows.getChildren().add(row(Feather.CIRCLE, words)));
            List.of("prepare.guard.alarms", "prepare.guard.reach", "prepare.guard.fault", "prepare.guard.support")
                    .forEach(key -> rows.getChildren().add(row(Feather.CIRCLE, Texts.of(key))));
            return rows;
        });
        panel.sub().setText(Texts.of("prepare.guards.sub"));
        return panel;
    }

    static Panel stops(PrepareViewModel model) {
        Panel panel = panel(Feather.OCTAGON, "prepare.stops", model, experiment -> {
            VBox rows = new VBox();
            experiment.prepare().stopWhen().stream().map(MetricCondition::words)
                    .forEach(words -> rows.getChildren().add(row(Feather.ACTIVITY, words)));
            List.of("prepare.stop.anybody", "prepare.stop.lease").forEach(key -> rows.getChildren()
                    .add(row(key.endsWith("lease") ? Feather.CLOCK : Feather.USERS, Texts.of(key))));
            return rows;
        });
        return panel;
    }

    private static Panel panel(Feather icon, String title, PrepareViewModel model,
            java.util.function.Function<Experiment, VBox> rows) {
        ScrollPane scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        Runnable show = () -> {
            PlannedReach reach = model.reach().get();
            VBox content = reach == null ? new VBox() : rows.apply(reach.experiment());
            content.getStyleClass().add("guard-rows");
            scroll.setContent(content);
        };
        model.reach().addListener((_, _, _) -> show.run());
        show.run();
        return new Panel(icon, Texts.of(title), scroll);
    }

    private static Label row(Feather icon, String text) {
        Label row = new Label(text, new FontIcon(icon));
        row.getStyleClass().add("guard-row");
        row.setTooltip(new Tooltip(text));
        row.setMaxWidth(Double.MAX_VALUE);
        return row;
    }
}
