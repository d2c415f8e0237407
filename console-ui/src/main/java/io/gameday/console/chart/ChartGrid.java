package io.gameday.console.chart;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.observability.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rows of a [ChartModel]: a button that opens the part, and its charts. The pointer over a chart, or the arrow
/// keys on a row, move the playhead in all of them.
public final class ChartGrid extends VBox {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final int ROOMY_ROWS = 5;
    private static final double ROOMY = 47;

    private final ChartModel model;
    private final boolean latency;
    private final VBox rows = new VBox();
    private final List<RowView> views = new ArrayList<>();
    private final List<TimeStrip> strips = new ArrayList<>();

    /// @param latency false for availability alone
    public ChartGrid(ChartModel model, boolean latency) {
        this.model = model;
        this.latency = latency;
        getStyleClass().add("chart-grid");
        rows.getStyleClass().add("chart-rows");
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(titles(), strip(TimeStrip::marks), rows, strip(TimeStrip::hours));
        rows.heightProperty().subscribe(this::tight);
        model.frameProperty().subscribe(this::show);
        model.playheadProperty().subscribe(at -> views.forEach(view -> view.plots.forEach(plot -> plot.playhead(at))));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private HBox titles() {
        return line(new Region(), title("live.chart.availability", "live.chart.availability-sub"),
                title("live.chart.latency", "live.chart.latency-sub"));
    }

    private HBox strip(Supplier<TimeStrip> make) {
        TimeStrip left = make.get();
        TimeStrip right = make.get();
        strips.add(left);
        strips.add(right);
        return line(new Region(), left, right);
    }

    private HBox line(Region name, Region first, Region second) {
        name.getStyleClass().add("chart-name");
        HBox line = latency ? new HBox(name, first, second) : new HBox(name, first);
        line.getStyleClass().add("chart-line");
        first.setPrefWidth(100);
        second.setPrefWidth(100);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        return line;
    }

    private static HBox title(String key, String sub) {
        Label name = new Label(Texts.of(key));
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        Label more = new Label(Texts.of(sub));
        more.getStyleClass().add("quiet");
        HBox title = new HBox(6, name, more);
        title.setAlignment(Pos.BASELINE_LEFT);
        return title;
    }

    /// Three lines of text do not fit beside a low row.
    private void tight() {
        pseudoClassStateChanged(TIGHT,
                views.size() > ROOMY_ROWS || rows.getHeight() > 0 && rows.getHeight() / views.size() < ROOMY);
    }

    private void show(ChartFrame frame) {
        List<ChartFrame.Row> wanted = frame.rows();
        boolean same = views.size() == wanted.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = views.get(i).scope.equals(wanted.get(i).scope());
        }
        if (!same) {
            views.clear();
            wanted.forEach(row -> views.add(new RowView(row)));
            rows.getChildren().setAll(views.stream().map(view -> view.line).toList());
            tight();
        }
        for (int i = 0; i < wanted.size(); i++) {
            views.get(i).show(frame, wanted.get(i));
        }
        strips.forEach(strip -> strip.show(frame));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.BACK_SPACE) {
            model.up();
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            ChartFrame frame = model.frameProperty().get();
            Instant at = Objects.requireNonNullElse(model.playheadProperty().get(), frame.now());
            Instant next = at.plusSeconds(event.getCode() == KeyCode.LEFT ? -1 : 1);
            if (!next.isBefore(frame.from()) && !next.isAfter(frame.now())) {
                model.playheadProperty().set(next);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.playheadProperty().get() != null) {
            model.playheadProperty().set(null);
            event.consume();
        }
    }

    private final class RowView {
        private final Scope scope;
        private final HBox line;
        private final Label label = new Label();
        private final Label percent = new Label();
        private final Label quantile = new Label();
        private final Button name = new Button();
        private final Tooltip tip = new Tooltip();
        private final List<Plot> plots;
        private State shown = State.PLAIN;

        RowView(ChartFrame.Row row) {
            scope = row.scope();
            label.getStyleClass().add("strong");
            percent.getStyleClass().addAll("mono", "chart-percent");
            quantile.getStyleClass().addAll("mono", "quiet", "chart-quantile");
            VBox box = new VBox(label, percent, quantile);
            box.getStyleClass().add("chart-name-box");
            name.setGraphic(box);
            name.setTooltip(tip);
            name.getStyleClass().add("chart-row-button");
            name.setOnAction(_ -> model.open(scope));
            AvailabilityPlot availability = new AvailabilityPlot();
            LatencyPlot quantiles = new LatencyPlot();
            plots = latency ? List.of(availability, quantiles) : List.of(availability);
            line = line(name, availability, quantiles);
            plots.forEach(this::listen);
            VBox.setVgrow(line, Priority.ALWAYS);
            line.setMinHeight(20);
            line.setPrefHeight(40);
        }

        private void listen(Plot plot) {
            plot.setOnMouseMoved(event -> model.playheadProperty()
                    .set(model.frameProperty().get().at(event.getX() / Math.max(1, plot.getWidth()))));
            plot.setOnMouseExited(_ -> model.playheadProperty().set(null));
            plot.setOnMouseClicked(_ -> model.open(scope));
        }

        void show(ChartFrame frame, ChartFrame.Row row) {
            label.setText(row.label());
            if (shown != row.state()) {
                shown = row.state();
                var icon = shown.icon();
                label.setGraphic(icon == null ? null : new FontIcon(icon));
                List.of(State.values()).forEach(state -> label.pseudoClassStateChanged(state.pseudoClass(), false));
                label.pseudoClassStateChanged(shown.pseudoClass(), true);
            }
            percent.setText(row.percent());
            quantile.setText(row.latency());
            String all = Texts.of("live.chart.row", row.label(), row.ofTotal(), row.percent(), row.latency());
            tip.setText(all);
            name.setAccessibleText(all);
            plots.forEach(plot -> plot.show(frame, row));
        }
    }
}
