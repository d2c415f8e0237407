package io.gameday.console.live;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What customers, the router's attempts, the canaries and the servers see of each zone.
final class ObserversPanel {

    private static final int COLUMNS = 4;

    private final GridPane grid = new GridPane();
    private final Chip chip = new Chip();
    private final Label gray = FaultPanel.wrapping("gray-now");
    private final Panel panel = new Panel(Feather.EYE, Texts.of("live.observers.title"), new VBox(gray, grid));

    ObserversPanel(LiveViewModel model) {
        grid.getStyleClass().addAll("live-body", "observers");
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(13);
        grid.getColumnConstraints().add(name);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(87.0 / COLUMNS);
            column.setHalignment(HPos.LEFT);
            grid.getColumnConstraints().add(column);
        }
        panel.sub().setText(Texts.of("live.observers.sub"));
        panel.end().getChildren().add(chip);
        chip.setId("gray-now");
        model.observersProperty().subscribe(this::show);
        model.grayProperty().subscribe(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void show(GrayState now) {
        boolean is = !now.word().isEmpty();
        chip.show(State.GRAY, now.word());
        chip.setAccessibleText(now.text());
        gray.setText(now.text());
        for (Node node : new Node[]{chip, gray}) {
            node.setVisible(is);
            node.setManaged(is);
        }
        // The chip takes the place of what the figures are.
        panel.sub().setVisible(!is);
        panel.sub().setManaged(!is);
    }

    private void show(ObserverTable table) {
        grid.getChildren().clear();
        grid.addRow(0, new Label(), head("live.observers.customers"), head("live.observers.attempts"),
                head("live.observers.canaries"), head("live.observers.servers"));
        int row = 1;
        for (ObserverTable.Row zone : table.rows()) {
            Label name = new Label(zone.zone());
            name.getStyleClass().add("strong");
            name.setTooltip(new Tooltip(zone.zone()));
            grid.addRow(row++, name, seen(zone.customers()), seen(zone.attempts()), seen(zone.canaries()),
                    seen(zone.servers()));
            if (!zone.differs().isEmpty()) {
                Label differs = new Label("≠ " + zone.differs());
                differs.getStyleClass().add("differs");
                differs.setTooltip(new Tooltip(zone.differs()));
                grid.add(differs, 0, row++, 1 + COLUMNS, 1);
            }
        }
        if (table.rows().isEmpty()) {
            Label nothing = new Label(Texts.of("live.nothing-yet"));
            nothing.getStyleClass().add("quiet");
            grid.add(nothing, 0, 1, 1 + COLUMNS, 1);
        }
    }

    private static Label head(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().addAll("quiet", "observer-name");
        return label;
    }

    private static VBox seen(ObserverTable.Seen seen) {
        Label percent = LiveView.state(seen.state(), seen.percent());
        percent.getStyleClass().add("mono");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        // Four columns have no room for the word; it is in the tooltip.
        Label counts = new Label(seen.counts());
        counts.getStyleClass().addAll("quiet", "mono", "counts");
        counts.setTooltip(new Tooltip(seen.ofTotal()));
        return new VBox(percent, counts);
    }
}
