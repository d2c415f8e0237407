package io.gameday.console.live.fleet;

import io.gameday.console.control.Inks;
import io.gameday.console.control.Letters;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// A column of boxes for each cell, drawn. A click or Enter opens a cell, arrows choose another; whoever cannot see it
/// hears the chosen cell, and has all that are worse off in the list beside it.
final class FleetMap extends Region {

    /// What it is drawn with.
    enum Ink {
        HEALTHY, GRAY, GRAY_LINE, DEAD, DEAD_LINE, DEAD_TEXT, REPLACED, UNKNOWN, TEXT, QUIET, ACCENT, GROUND
    }

    private static final Font LABEL = Letters.values(10.5);
    private static final int HATCH = 4;
    /// From here on a ring within a box is seen as one.
    private static final double ROOM_FOR_RING = 6;

    private final FleetModel model;
    private final Canvas canvas = new Canvas();
    private final Inks<Ink> inks = new Inks<>(Ink.class, this::colours);
    private final Tooltip tip = new Tooltip();
    private @Nullable Paint hatch;
    private FleetGrid grid = FleetGrid.of(0, 0, 0, 0);
    private List<Fleet.Cell> shown = List.of();

    FleetMap(FleetModel model) {
        this.model = model;
        setId("live-fleet-map");
        getStyleClass().add("fleet-map");
        getChildren().addAll(canvas, inks);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setAccessibleRoleDescription(Texts.of("live.fleet.map"));
        model.fleetProperty().subscribe(this::requestLayout);
        model.orderProperty().subscribe(this::requestLayout);
        model.chosenProperty().subscribe(this::requestLayout);
        model.openedProperty().subscribe(this::requestLayout);
        focusedProperty().subscribe(this::requestLayout);
        Tooltip.install(canvas, tip);
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMousePressed(event -> {
            requestFocus();
            at(event).ifPresent(cell -> {
                model.chosenProperty().set(shown.get(cell).name());
                model.openedProperty().set(shown.get(cell).name());
            });
            event.consume();
        });
        setOnKeyPressed(this::key);
    }

    private void colours() {
        hatch = null;
        requestLayout();
    }

    private OptionalInt at(MouseEvent event) {
        return grid.at(event.getX(), event.getY());
    }

    private void hover(MouseEvent event) {
        at(event).ifPresentOrElse(cell -> tip.setText(words(shown.get(cell))),
                () -> tip.setText(Texts.of("live.fleet.keys")));
    }

    private void key(KeyEvent event) {
        FleetGrid.Way way = switch (event.getCode()) {
            case LEFT -> FleetGrid.Way.LEFT;
            case RIGHT -> FleetGrid.Way.RIGHT;
            case UP -> FleetGrid.Way.UP;
            case DOWN -> FleetGrid.Way.DOWN;
            default -> null;
        };
        if (way != null && !shown.isEmpty()) {
            int before = chosen();
            model.chosenProperty().set(shown.get(before < 0 ? 0 : grid.moved(before, way)).name());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && chosen() >= 0) {
            model.openedProperty().set(shown.get(chosen()).name());
            event.consume();
        }
    }

    private int chosen() {
        String name = model.chosenProperty().get();
        for (int i = 0; name != null && i < shown.size(); i++) {
            if (shown.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /// All of a cell in one sentence, such as `cell-217: 71.2 %, 87 of 122; az1 dead, az2 gray and replacing, az3 gray`.
    static String words(Fleet.Cell cell, List<Fleet.Zone> zones) {
        StringBuilder boxes = new StringBuilder();
        for (int zone = 0; zone < zones.size(); zone++) {
            Fleet.Box box = cell.boxes().get(zone);
            boxes.append(zone == 0 ? "" : ", ").append(Texts.of("live.fleet.box", zones.get(zone).name(),
                    word(box.state()) + (box.starting() ? Texts.of("live.fleet.and-replacing") : "")));
        }
        return Texts.of("live.fleet.cell", cell.name(),
                Words.ofTotal(cell.customers().useful(), cell.customers().requests()), boxes,
                cell.p99().isEmpty() ? "–" : cell.p99(),
                cell.alarmed().isEmpty() ? Texts.of("live.fleet.no-alarm") : cell.alarmed());
    }

    private String words(Fleet.Cell cell) {
        return words(cell, model.fleetProperty().get().zones());
    }

    static String word(State state) {
        return Texts.of("live.fleet." + state.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected double computePrefHeight(double width) {
        return 280;
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        shown = model.inOrder();
        int zones = model.fleetProperty().get().zones().size();
        grid = FleetGrid.of(shown.size(), zones, width, height);
        draw(canvas.getGraphicsContext2D(), width, height);
        int chosen = chosen();
        setAccessibleText(chosen < 0 ? Texts.of("live.fleet.keys") : words(shown.get(chosen)));
    }

    private void draw(GraphicsContext g, double width, double height) {
        g.clearRect(0, 0, width, height);
        g.setFont(LABEL);
        g.setTextBaseline(VPos.CENTER);
        for (int cell = 0; cell < shown.size(); cell++) {
            if (cell % grid.inRow() == 0) {
                g.setFill(inks.of(Ink.QUIET));
                g.fillText(shown.get(cell).name(), 0, grid.y(cell) + grid.tall() / 2, grid.left() - 6);
            }
            List<Fleet.Box> boxes = shown.get(cell).boxes();
            for (int zone = 0; zone < boxes.size(); zone++) {
                box(g, boxes.get(zone), grid.x(cell), grid.y(cell, zone));
            }
        }
        mark(g, model.openedProperty().get(), Ink.TEXT);
        mark(g, model.chosenProperty().get(), isFocused() ? Ink.ACCENT : Ink.TEXT);
    }

    private void box(GraphicsContext g, Fleet.Box box, double x, double y) {
        double wide = grid.box();
        double high = grid.high();
        switch (box.state()) {
            case DEAD -> {
                g.setFill(inks.of(Ink.DEAD));
                g.fillRect(x, y, wide, high);
                g.setStroke(inks.of(Ink.DEAD_LINE));
                g.setLineWidth(1);
                g.strokeRect(x + 0.5, y + 0.5, wide - 1, high - 1);
                double arm = Math.min(5, Math.min(wide, high) / 2 - 2);
                if (arm >= 1) {
                    double midX = x + wide / 2;
                    double midY = y + high / 2;
                    g.setStroke(inks.of(Ink.DEAD_TEXT, 0.8));
                    g.strokeLine(midX - arm, midY - arm, midX + arm, midY + arm);
                    g.strokeLine(midX - arm, midY + arm, midX + arm, midY - arm);
                }
            }
            case GRAY -> {
                g.setFill(inks.of(Ink.GRAY_LINE));
                g.fillRect(x, y, wide, high);
                g.setFill(hatch());
                g.fillRect(x, y, wide, high);
            }
            case HEALTHY -> {
                g.setFill(inks.of(Ink.HEALTHY, 0.55));
                g.fillRect(x, y, wide, high);
            }
            case UNKNOWN -> {
                g.setStroke(inks.of(Ink.UNKNOWN));
                g.setLineWidth(1);
                g.strokeRect(x + 0.5, y + 0.5, wide - 1, high - 1);
            }
            // Nothing of the cell lies in this zone.
            default -> {
                g.setStroke(inks.of(Ink.UNKNOWN, 0.4));
                g.setLineWidth(1);
                g.strokeLine(x + wide / 2 - 1, y + high / 2, x + wide / 2 + 1, y + high / 2);
            }
        }
        if (box.starting()) {
            ring(g, x + wide / 2, y + high / 2, Math.min(wide, high));
        }
    }

    private void ring(GraphicsContext g, double midX, double midY, double room) {
        double radius = Math.max(1.5, Math.min(5, room / 2 - 1));
        g.setFill(inks.of(Ink.GROUND));
        g.fillOval(midX - radius, midY - radius, 2 * radius, 2 * radius);
        g.setStroke(inks.of(Ink.REPLACED));
        g.setLineWidth(room >= ROOM_FOR_RING ? 2 : 1);
        g.strokeOval(midX - radius + 1, midY - radius + 1, 2 * radius - 2, 2 * radius - 2);
    }

    private void mark(GraphicsContext g, @Nullable String name, Ink ink) {
        for (int cell = 0; name != null && cell < shown.size(); cell++) {
            if (shown.get(cell).name().equals(name)) {
                g.setStroke(inks.of(ink));
                g.setLineWidth(2);
                g.strokeRect(grid.x(cell) - 1, grid.y(cell) - 1, grid.box() + 2, grid.tall() + 2);
                return;
            }
        }
    }

    /// Lines at 45° from one small picture: a clip for each box would cost more than the boxes.
    private Paint hatch() {
        Paint made = hatch;
        if (made == null) {
            Color line = inks.of(Ink.GRAY, 1);
            WritableImage tile = new WritableImage(HATCH, HATCH);
            for (int x = 0; x < HATCH; x++) {
                for (int y = 0; y < HATCH; y++) {
                    tile.getPixelWriter().setColor(x, y, (x + y) % HATCH == 0 ? line : Color.TRANSPARENT);
                }
            }
            made = new ImagePattern(tile, 0, 0, HATCH, HATCH, false);
            hatch = made;
        }
        return made;
    }
}
