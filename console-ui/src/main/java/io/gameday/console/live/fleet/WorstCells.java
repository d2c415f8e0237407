package io.gameday.console.live.fleet;

import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The cells whose customers are worst off, the worst first: what the map shows, for reading.
public final class WorstCells {

    private static final double ROW = 24;
    private static final int MOST_SEEN = 7;

    private final FleetModel model;
    private final TableView<Fleet.Cell> table = new TableView<>();
    private final Panel panel = new Panel(Feather.LIST, Texts.of("live.fleet.worst"), table);

    public WorstCells(FleetModel model) {
        this.model = model;
        table.setId("live-fleet-worst");
        table.getStyleClass().add("worst-cells");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(Texts.of("live.fleet.none-hurt")));
        table.setAccessibleText(Texts.of("live.fleet.worst"));
        table.getColumns().add(text("live.fleet.column.cell", 62, Fleet.Cell::name));
        table.getColumns().add(zones());
        table.getColumns().add(text("live.fleet.column.useful", 52, cell -> Words.percent(cell.customers())));
        table.getColumns().add(text("live.fleet.column.of", 84, cell -> ZoneLine.ofTotal(cell.customers())));
        table.getColumns()
                .add(text("live.fleet.column.alarm", 54, cell -> cell.alarmed().isEmpty() ? "–" : cell.alarmed()));
        table.setRowFactory(_ -> new Row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(cell -> {
            if (cell != null) {
                model.chosenProperty().set(cell.name());
            }
        });
        model.fleetProperty().subscribe(this::show);
    }

    public Region panel() {
        return panel;
    }

    private void open() {
        Fleet.Cell cell = table.getSelectionModel().getSelectedItem();
        if (cell != null) {
            model.openedProperty().set(cell.name());
        }
    }

    private void show(Fleet fleet) {
        List<Fleet.Cell> hurt = fleet.hurt();
        Fleet.Cell before = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(hurt);
        hurt.stream().filter(cell -> before != null && cell.name().equals(before.name())).findFirst()
                .ifPresent(table.getSelectionModel()::select);
        double height = ROW * (1 + Math.clamp(hurt.size(), 2, MOST_SEEN)) + 4;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        panel.sub()
                .setText(fleet.cells().isEmpty()
                        ? ""
                        : Texts.of("live.fleet.worst.count", hurt.size(), fleet.hurtEver(), fleet.cells().size()));
    }

    private static TableColumn<Fleet.Cell, String> text(String key, double width, Function<Fleet.Cell, String> words) {
        TableColumn<Fleet.Cell, String> column = column(key, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        return column;
    }

    private static <T> TableColumn<Fleet.Cell, T> column(String key, double width) {
        TableColumn<Fleet.Cell, T> column = new TableColumn<>(Texts.of(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<Fleet.Cell, Fleet.Cell> zones() {
        TableColumn<Fleet.Cell, Fleet.Cell> column = column("live.fleet.column.zones", 50);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            private final HBox icons = new HBox(3);

            @Override
            protected void updateItem(Fleet.Cell cell, boolean empty) {
                super.updateItem(cell, empty);
                icons.getChildren().setAll(
                        empty || cell == null ? List.<Node>of() : cell.boxes().stream().map(WorstCells::icon).toList());
                setGraphic(empty ? null : icons);
            }
        });
        return column;
    }

    private static Node icon(Fleet.Box box) {
        State state = box.starting() && box.state() != State.GRAY ? State.REPLACED : box.state();
        FontIcon icon = new FontIcon(state.icon() == null ? Feather.MINUS : state.icon());
        Label label = new Label("", icon);
        label.getStyleClass().add("stated");
        label.pseudoClassStateChanged(state.pseudoClass(), true);
        return label;
    }

    private final class Row extends TableRow<Fleet.Cell> {
        Row() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    open();
                }
            });
        }

        @Override
        protected void updateItem(Fleet.Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            if (empty || cell == null) {
                setTooltip(null);
                setAccessibleText("");
                return;
            }
            String words = FleetMap.words(cell, model.fleetProperty().get().zones());
            setTooltip(new Tooltip(words));
            setAccessibleText(words);
        }
    }
}
