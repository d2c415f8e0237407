package io.gameday.console.live;

import io.gameday.console.chart.ChartGrid;
import io.gameday.console.chart.ChartModel;
import io.gameday.console.chart.ChartModel.Split;
import io.gameday.console.chart.ChartModel.Window;
import io.gameday.console.control.Panel;
import io.gameday.console.control.Segments;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Availability and latency of the site and its parts; on wide screens by cell as well.
final class ChartsPanel {

    /// From here on there is room for a third column.
    private static final double WIDE = 1150;

    private final ChartModel model;
    private final HBox path = new HBox();
    private final HBox body = new HBox();
    private final Panel panel = new Panel(Feather.ACTIVITY, "", body);

    ChartsPanel(LiveViewModel live) {
        model = live.charts();
        ChartGrid main = new ChartGrid(model, true);
        ChartGrid cells = new ChartGrid(live.cellCharts(), false);
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMinWidth(0);
        main.setPrefWidth(600);
        cells.setPrefWidth(340);
        cells.getStyleClass().add("by-cell");
        body.getChildren().addAll(main, cells);
        body.getStyleClass().addAll("live-body", "charts");
        cells.managedProperty().bind(body.widthProperty().greaterThanOrEqualTo(WIDE));
        cells.visibleProperty().bind(cells.managedProperty());
        path.getStyleClass().add("chart-path");
        panel.sub().setGraphic(path);
        panel.sub().setText(Texts.of("live.chart.hint"));
        panel.end().getChildren().addAll(Segments.of(model.splitProperty(), Split.values(), ChartsPanel::words),
                Segments.of(model.windowProperty(), Window.values(), ChartsPanel::words));
        live.cellCharts().windowProperty().bindBidirectional(model.windowProperty());
        live.cellCharts().playheadProperty().bindBidirectional(model.playheadProperty());
        model.placeProperty().subscribe(_ -> crumbs());
        model.splitProperty().subscribe(_ -> crumbs());
    }

    Panel panel() {
        return panel;
    }

    private void crumbs() {
        path.getChildren().clear();
        for (Scope scope : model.path()) {
            Hyperlink link = new Hyperlink(Texts.said(Words.name(scope)));
            link.getStyleClass().add(scope.equals(model.placeProperty().get()) ? "here" : "above");
            link.setOnAction(_ -> model.open(scope));
            path.getChildren().add(link);
        }
    }

    private static String words(Split split) {
        return Texts.of(switch (split) {
            case ZONES -> "live.chart.by-zone";
            case CELLS -> "live.chart.by-cell";
        });
    }

    private static String words(Window window) {
        return Texts.of(switch (window) {
            case HALF_MINUTE -> "live.chart.30s";
            case MINUTE -> "live.chart.1min";
            case ALL -> "live.chart.all";
        });
    }
}
