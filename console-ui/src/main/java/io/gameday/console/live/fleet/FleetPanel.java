package io.gameday.console.live.fleet;

import io.gameday.console.control.Panel;
import io.gameday.console.control.Segments;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A fleet's zones and the map of its cells.
public final class FleetPanel {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final FleetModel model;
    private final VBox zones = new VBox();
    private final List<ZoneLine> lines = new ArrayList<>();
    private final FleetMap map;
    private final TextField search = new TextField();
    private final Panel panel;

    public FleetPanel(FleetModel model) {
        this.model = model;
        map = new FleetMap(model);
        VBox.setVgrow(map, Priority.ALWAYS);
        zones.getStyleClass().add("zone-lines");
        VBox body = new VBox(zones, map);
        body.getStyleClass().addAll("live-body", "fleet");
        panel = new Panel(Feather.GRID, Texts.of("live.fleet.title"), body);
        search();
        panel.end().getChildren().addAll(legend(State.GRAY, Feather.ALERT_CIRCLE), legend(State.DEAD, Feather.X),
                legend(State.REPLACED, Feather.REFRESH_CW),
                Segments.of(model.orderProperty(), FleetModel.Order.values(), FleetPanel::words), search);
        model.fleetProperty().subscribe(this::show);
    }

    public Region panel() {
        return panel;
    }

    /// Takes the keys to the map.
    public void focus() {
        map.requestFocus();
    }

    private static Label legend(State state, Feather icon) {
        Label label = new Label(FleetMap.word(state), new FontIcon(icon));
        label.getStyleClass().addAll("stated", "legend");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.pseudoClassStateChanged(state.pseudoClass(), true);
        return label;
    }

    private void search() {
        search.setId("live-fleet-search");
        search.setPromptText(Texts.of("live.fleet.search"));
        search.setPrefColumnCount(6);
        search.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tip = new Tooltip(Texts.of("live.fleet.search.tip"));
        search.setTooltip(tip);
        search.textProperty().subscribe(text -> {
            boolean found = text.isBlank() || model.find(text);
            search.pseudoClassStateChanged(ERROR, !found);
            tip.setText(found ? Texts.of("live.fleet.search.tip") : Texts.of("live.fleet.search.none", text.strip()));
        });
        search.setOnAction(_ -> {
            if (!search.getText().isBlank() && model.find(search.getText())) {
                model.openedProperty().set(model.chosenProperty().get());
            }
        });
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                map.requestFocus();
                event.consume();
            }
        });
    }

    private void show(Fleet fleet) {
        panel.sub().setText(Texts.of("live.fleet.sub", fleet.cells().size(),
                fleet.zones().stream().map(Fleet.Zone::name).collect(Collectors.joining(", "))));
        while (lines.size() < fleet.zones().size()) {
            lines.add(new ZoneLine());
        }
        if (zones.getChildren().size() != fleet.zones().size()) {
            zones.getChildren().setAll(lines.subList(0, fleet.zones().size()));
        }
        for (int i = 0; i < fleet.zones().size(); i++) {
            lines.get(i).show(fleet.zones().get(i));
        }
    }

    private static String words(FleetModel.Order order) {
        return Texts.of(switch (order) {
            case BY_ID -> "live.fleet.by-id";
            case WORST_FIRST -> "live.fleet.worst-first";
        });
    }
}
