package io.gameday.console.live;

import io.gameday.console.control.State;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One tile: a button that opens the charts of its place.
final class TileView extends Button {

    private final Label word = new Label();
    private final Label id = new Label();
    private final Label figure = new Label();
    private final Label unit = new Label();
    private final Label second = new Label();
    private final Bar bar = new Bar();
    private final Label foot = new Label();
    private final Tooltip tip = new Tooltip();
    private State shown = State.PLAIN;

    TileView() {
        getStyleClass().add("tile");
        word.getStyleClass().add("tile-word");
        id.getStyleClass().addAll("tile-id", "mono");
        id.setMinWidth(0);
        figure.getStyleClass().addAll("tile-figure", "mono");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("tile-unit");
        second.getStyleClass().addAll("tile-second", "mono");
        foot.getStyleClass().add("tile-foot");
        bar.getStyleClass().add("tile-bar");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(4, word, gap, id);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox value = new HBox(3, figure, unit);
        value.setAlignment(Pos.BASELINE_LEFT);
        Region rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        VBox box = new VBox(head, value, second, rest, bar, foot);
        box.setMinWidth(0);
        setGraphic(box);
        box.prefWidthProperty().bind(widthProperty().subtract(14));
        box.prefHeightProperty().bind(heightProperty().subtract(10));
        setTooltip(tip);
        setMinSize(0, 0);
        setPrefSize(60, 60);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        HBox.setHgrow(this, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    /// @param small true where more than two share a place: only state, name and figure
    void show(Tile tile, boolean small) {
        if (shown != tile.state()) {
            pseudoClassStateChanged(shown.pseudoClass(), false);
            shown = tile.state();
            pseudoClassStateChanged(shown.pseudoClass(), true);
            word.setGraphic(shown.icon() == null ? null : new FontIcon(Objects.requireNonNull(shown.icon())));
        }
        word.setText(small ? "" : tile.word());
        id.setText(tile.id().replaceFirst("^orders-", "#"));
        figure.setText(tile.figure());
        unit.setText(tile.unit());
        second.setText(tile.second());
        visible(second, !small && !tile.second().isEmpty());
        bar.show(tile.asked() / 1.5, 1 / 1.5);
        visible(bar, !small && tile.asked() >= 0);
        foot.setText(tile.foot());
        visible(foot, !small && !tile.foot().isEmpty());
        tip.setText(tile.tip());
        setAccessibleText(tile.tip());
    }

    private static void visible(Region region, boolean visible) {
        region.setManaged(visible);
        region.setVisible(visible);
    }
}
