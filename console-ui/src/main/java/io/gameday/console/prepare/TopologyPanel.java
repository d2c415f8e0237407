package io.gameday.console.prepare;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The system with the computed reach of the steps, and what that means.
final class TopologyPanel {

    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final PrepareViewModel model;
    private final ReachPlan plan;
    private final Label cells = new Label();
    private final Label operations = new Label();
    private final Label zones = new Label();
    private final Label atMost = new Label();
    private final Label inReach = new Label();
    private final Label inReachName = new Label();
    private final Label warning = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
    private final HBox banner = new HBox(warning);
    private final VBox body;
    private final Panel panel;

    private TopologyPanel(PrepareViewModel model) {
        this.model = model;
        plan = new ReachPlan(model.form()::aim);
        VBox.setVgrow(plan, Priority.ALWAYS);
        cells.getStyleClass().add("quiet");
        operations.getStyleClass().add("quiet");
        operations.setWrapText(true);
        operations.managedProperty().bind(operations.visibleProperty());
        VBox drawn = new VBox(plan, cells, operations);
        drawn.getStyleClass().add("plan-area");
        VBox.setVgrow(drawn, Priority.ALWAYS);
        HBox figures = new HBox(figure(new Label(Texts.of("prepare.reach.zonesAtMost")), zones),
                figure(new Label(Texts.of("prepare.reach.customersAtMost")), atMost), figure(inReachName, inReach));
        figures.getStyleClass().add("plan-figures");
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        warning.setId("reach-warning");
        banner.getStyleClass().addAll("banner", "warn", "plan-warning");
        body = new VBox(drawn, figures, banner);
        panel = new Panel(Feather.GRID, Texts.of("prepare.topology"), body);
    }

    static Panel of(PrepareViewModel model) {
        TopologyPanel topology = new TopologyPanel(model);
        model.reach().addListener((_, _, _) -> topology.show());
        model.reachIsOld().addListener((_, _, _) -> topology.show());
        topology.show();
        return topology.panel;
    }

    private static VBox figure(Label name, Label value) {
        name.getStyleClass().add("quiet");
        value.getStyleClass().addAll("strong");
        VBox box = new VBox(name, value);
        box.getStyleClass().add("plan-figure");
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(100);
        return box;
    }

    private void show() {
        PlannedReach reach = model.reach().get();
        body.setVisible(reach != null);
        panel.end().getChildren().clear();
        boolean old = model.reachIsOld().get();
        body.pseudoClassStateChanged(OLD, old);
        if (reach == null) {
            panel.sub().setText(Texts.of("prepare.topology.none"));
            return;
        }
        panel.sub().setText(Texts.of(old ? "prepare.topology.old" : "prepare.topology.sub"));
        ReachWords words = new ReachWords(reach);
        plan.show(reach);
        int count = reach.experiment().system().cells();
        cells.setText(Texts.of(count == 1 ? "prepare.plan.oneCell" : "prepare.plan.cells", String.valueOf(count)));
        operations.setText(words.operations());
        operations.setVisible(!words.operations().isEmpty());
        zones.setText(words.zonesAtMost());
        atMost.setText(words.customersAtMost());
        inReachName.setText(Texts.of("prepare.reach.inReach", String.join(", ", reach.zones())));
        inReach.setText(words.customersInReach());
        banner.setVisible(words.warning().isPresent());
        banner.setManaged(words.warning().isPresent());
        warning.setText(words.warning().orElse(""));
        reach.zones().forEach(zone -> panel.end().getChildren().add(new Chip(State.FAULT, zone)));
    }
}
