package io.gameday.console.live;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Cells against zones with a tile per task; each head and each tile opens its charts.
final class MatrixPanel {

    private static final int ROOMY = 2;

    private final LiveViewModel model;
    private final GridPane grid = new GridPane();
    private final Panel panel = new Panel(Feather.GRID, Texts.of("live.matrix.title"), grid);
    private final Map<String, HeadView> heads = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private List<String> shape = List.of();

    MatrixPanel(LiveViewModel model) {
        this.model = model;
        grid.getStyleClass().addAll("live-body", "matrix");
        panel.sub().setText(Texts.of("live.matrix.sub"));
        panel.end().getChildren().addAll(legend(State.HEALTHY, "live.state.healthy"),
                legend(State.GRAY, "live.matrix.hurt"), legend(State.DEAD, "live.tile.dead"),
                legend(State.REPLACED, "live.tile.replacing"));
        // Of a fleet only an opened cell has its tiles here.
        panel.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.matrixProperty().get().cells().isEmpty() || !model.isFleet(),
                        model.matrixProperty(), model.fleet().fleetProperty()));
        panel.managedProperty().bind(panel.visibleProperty());
        model.matrixProperty().subscribe(this::show);
    }

    Panel panel() {
        return panel;
    }

    private static Label legend(State state, String key) {
        Label label = LiveView.state(state, Texts.of(key));
        label.getStyleClass().add("legend");
        return label;
    }

    private void show(Matrix matrix) {
        List<String> wanted = new ArrayList<>();
        matrix.zones().forEach(head -> wanted.add(head.name()));
        matrix.cells().forEach(row -> wanted.add(row.head().name()));
        if (!wanted.equals(shape)) {
            shape = wanted;
            build(matrix);
        }
        matrix.zones().forEach(head -> heads.get(head.scope().toString()).show(head));
        for (Matrix.Row row : matrix.cells()) {
            heads.get(row.head().scope().toString()).show(row.head());
            row.spots().forEach(spot -> places.get(spot.scope().toString()).show(spot.tiles()));
        }
    }

    private void build(Matrix matrix) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        heads.clear();
        places.clear();
        grid.getColumnConstraints().add(new ColumnConstraints(76, 76, 110));
        matrix.zones().forEach(_ -> grid.getColumnConstraints().add(share()));
        grid.getRowConstraints().add(new RowConstraints());
        Label corner = new Label(Texts.of("live.matrix.corner"));
        corner.getStyleClass().add("quiet");
        corner.setWrapText(true);
        grid.add(corner, 0, 0);
        int column = 1;
        for (Matrix.Head head : matrix.zones()) {
            grid.add(head(head, false), column++, 0);
        }
        int line = 1;
        for (Matrix.Row row : matrix.cells()) {
            RowConstraints tall = new RowConstraints(44, 90, Double.MAX_VALUE);
            tall.setVgrow(Priority.ALWAYS);
            tall.setPercentHeight(-1);
            grid.getRowConstraints().add(tall);
            grid.add(head(row.head(), true), 0, line);
            column = 1;
            for (Matrix.Spot spot : row.spots()) {
                Place place = new Place(spot);
                places.put(spot.scope().toString(), place);
                grid.add(place.box, column++, line);
            }
            line++;
        }
    }

    private static ColumnConstraints share() {
        ColumnConstraints column = new ColumnConstraints(60, 100, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        column.setFillWidth(true);
        return column;
    }

    private Button head(Matrix.Head head, boolean upright) {
        HeadView view = new HeadView(head, upright);
        heads.put(head.scope().toString(), view);
        return view.button;
    }

    private final class HeadView {
        private final Chip chip = new Chip();
        private final Label percent = new Label();
        private final Label counts = new Label();
        private final Label words = new Label();
        private final Button button = new Button();

        HeadView(Matrix.Head head, boolean upright) {
            percent.getStyleClass().addAll("mono", "strong");
            percent.setMinWidth(Region.USE_PREF_SIZE);
            counts.getStyleClass().addAll("quiet", "mono", "counts");
            words.getStyleClass().add("quiet");
            HBox line = new HBox(6, chip, percent);
            line.setAlignment(Pos.CENTER_LEFT);
            button.setGraphic(upright
                    ? new VBox(2, chip, percent, counts, words)
                    : new VBox(1, line, new HBox(6, counts, words)));
            button.getStyleClass().add("matrix-head");
            button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            button.setMinWidth(0);
            button.setOnAction(_ -> model.charts().open(head.scope()));
            button.setTooltip(new Tooltip());
        }

        void show(Matrix.Head head) {
            chip.show(head.state() == State.HEALTHY ? State.PLAIN : head.state(), head.name());
            percent.setText(head.percent());
            counts.setText(head.ofTotal());
            words.setText(head.state() == State.HEALTHY ? "" : head.words());
            String all = Texts.of("live.matrix.head", head.name(), head.words(), head.ofTotal(), head.percent());
            button.getTooltip().setText(all);
            button.setAccessibleText(all);
        }
    }

    /// One cell's part in one zone: up to two tiles beside each other, more of them in a grid of small ones.
    private final class Place {
        private final VBox box = new VBox();
        private final List<TileView> tiles = new ArrayList<>();
        private final Matrix.Spot spot;

        Place(Matrix.Spot spot) {
            this.spot = spot;
            box.getStyleClass().add("place");
            box.setMinSize(0, 0);
        }

        void show(List<Tile> wanted) {
            boolean small = wanted.size() > ROOMY;
            if (tiles.size() != wanted.size()) {
                tiles.clear();
                wanted.forEach(_ -> {
                    TileView tile = new TileView();
                    tile.setOnAction(_ -> model.charts().open(spot.scope()));
                    tiles.add(tile);
                });
                box.getChildren().setAll(rows(small));
            }
            for (int i = 0; i < wanted.size(); i++) {
                tiles.get(i).show(wanted.get(i), small);
            }
        }

        private List<HBox> rows(boolean small) {
            int columns = small ? (int) Math.ceil(Math.sqrt(tiles.size())) : Math.max(1, tiles.size());
            List<HBox> rows = new ArrayList<>();
            for (int i = 0; i < tiles.size(); i += columns) {
                HBox row = new HBox();
                row.getStyleClass().add("tile-row");
                row.getChildren().setAll(tiles.subList(i, Math.min(tiles.size(), i + columns)));
                VBox.setVgrow(row, Priority.ALWAYS);
                rows.add(row);
            }
            return rows;
        }
    }
}
