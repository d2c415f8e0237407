package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The system drawn: customers, router, and a box for each cell and zone. What will be hit is dashed violet.
///
/// ```
///                  az1   az2   az3
/// customers─router┬[ ]   [ ]   [ ]  cell-1
///                 └[ ]   [ ]   [ ]  cell-2
/// ```
final class ReachPlan extends Region {

    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double LEFT = 150;
    private static final double HEAD = 24;
    private static final double GAP = 6;
    private static final double TALL = 46;
    private static final double TALLEST = 96;

    private final Consumer<String> aim;
    private final List<Button> zones = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Region> rows = new ArrayList<>();
    private final List<CubicCurve> wires = new ArrayList<>();
    private final List<List<VBox>> boxes = new ArrayList<>();
    private final VBox customers = new VBox();
    private final Label router = new Label(Texts.of("prepare.plan.router"));
    private final Line wire = new Line();
    private @Nullable PlannedReach reach;

    /// @param aim told which zone was chosen
    ReachPlan(Consumer<String> aim) {
        this.aim = aim;
        getStyleClass().add("reach-plan");
        customers.getStyleClass().add("plan-box");
        router.getStyleClass().addAll("plan-box", "strong");
        wire.getStyleClass().add("plan-wire");
    }

    void show(PlannedReach now) {
        reach = now;
        ReachWords words = new ReachWords(now);
        var system = now.experiment().system();
        zones.clear();
        names.clear();
        rows.clear();
        wires.clear();
        boxes.clear();
        Label count = new Label(String.valueOf(now.experiment().traffic().customers()));
        count.getStyleClass().addAll("mono", "strong");
        customers.getChildren().setAll(new Label(Texts.of("prepare.plan.customers")), count);
        system.zones().forEach(zone -> zones.add(zone(now, zone)));
        for (String cell : system.cellNames()) {
            Region row = new Region();
            row.getStyleClass().add("plan-cell");
            row.setMouseTransparent(true);
            rows.add(row);
            CubicCurve curve = new CubicCurve();
            curve.getStyleClass().add("plan-wire");
            wires.add(curve);
            boxes.add(system.zones().stream().map(zone -> task(now, words, cell, zone)).toList());
        }
        List<Node> all = new ArrayList<>(List.of(wire, customers, router));
        all.addAll(zones);
        all.addAll(names);
        all.addAll(rows);
        all.addAll(wires);
        boxes.forEach(all::addAll);
        getChildren().setAll(all);
        requestLayout();
    }

    private Button zone(PlannedReach now, String zone) {
        Label name = new Label(zone);
        name.getStyleClass().add("plan-zone-name");
        name.setOnMouseClicked(_ -> aim.accept(zone));
        names.add(name);
        Button column = new Button();
        column.getStyleClass().add("plan-zone");
        boolean hit = now.zones().contains(zone);
        column.pseudoClassStateChanged(HIT, hit);
        name.pseudoClassStateChanged(HIT, hit);
        column.setId("zone-" + zone);
        column.setAccessibleText(Texts.of(hit ? "prepare.plan.aimedAt" : "prepare.plan.aim", zone));
        column.setTooltip(new Tooltip(Texts.of(hit ? "prepare.plan.aimedAt" : "prepare.plan.aim", zone)));
        column.setOnAction(_ -> aim.accept(zone));
        return column;
    }

    private VBox task(PlannedReach now, ReachWords words, String cell, String zone) {
        boolean hit = now.hits(cell, zone);
        VBox box = new VBox();
        int cells = now.experiment().system().cells();
        boolean narrow = now.experiment().system().zones().size() > 4;
        if (cells <= 6) {
            Label asked = new Label(narrow ? words.briefly(cell, zone) : words.asked(cell, zone));
            asked.getStyleClass().add("plan-asked");
            box.getChildren().add(asked);
        }
        if (cells <= 3 && !narrow) {
            Label then = new Label(hit ? Texts.of("prepare.plan." + fate(now, cell, zone)) : words.holds());
            then.getStyleClass().add("plan-then");
            // The service of the reference app; that of a team's own system is its cell.
            if (now.experiment().system().own() == null) {
                box.getChildren().addFirst(new Label(Texts.of("prepare.plan.orders")));
            }
            box.getChildren().add(then);
        }
        // A cell that lies in one zone has nothing in the others.
        box.setVisible(now.experiment().system().layout().zonesOf(cell).contains(zone));
        box.setAccessibleText(cell + " " + zone + ": " + words.asked(cell, zone) + ", " + words.holds());
        box.getStyleClass().add("plan-task");
        box.pseudoClassStateChanged(HIT, hit);
        box.pseudoClassStateChanged(OVER, !hit && words.overloaded(cell));
        box.setMouseTransparent(true);
        return box;
    }

    private static String fate(PlannedReach now, String cell, String zone) {
        return now.plans().stream().map(FaultPlan::fault).filter(fault -> fault.scope().covers(cell, zone)).findFirst()
                .map(fault -> switch (fault) {
                    case Fault.ZonePowerLoss _ -> "dark";
                    case Fault.ZonePartition _ -> "cutOff";
                    case Fault.TaskCrash _ -> "killed";
                    case Fault.TaskHang _ -> "hangs";
                    default -> "hit";
                }).orElse("hit");
    }

    @Override
    protected double computePrefHeight(double width) {
        PlannedReach now = reach;
        int cells = now == null ? 2 : now.experiment().system().cells();
        return HEAD + (cells <= 3 ? cells * (TALL + 18) : Math.min(220, cells * 24)) + 6;
    }

    @Override
    protected double computeMaxHeight(double width) {
        PlannedReach now = reach;
        return HEAD + TALLEST * (now == null ? 2 : now.experiment().system().cells()) + 6;
    }

    @Override
    protected void layoutChildren() {
        if (zones.isEmpty()) {
            return;
        }
        double width = getWidth();
        double height = getHeight();
        double column = (width - LEFT - GAP * (zones.size() - 1)) / zones.size();
        double row = Math.min(TALLEST, (height - HEAD - 6) / rows.size());
        double pad = rows.size() > 3 ? 2 : 4;
        double middle = HEAD + row * rows.size() / 2;
        for (int z = 0; z < zones.size(); z++) {
            double x = LEFT + z * (column + GAP);
            names.get(z).resizeRelocate(x, 0, column, HEAD - 6);
            zones.get(z).resizeRelocate(x, HEAD - 5, column, row * rows.size() + 9);
        }
        double box = customers.prefWidth(-1);
        customers.resizeRelocate(0, middle - 21, box, 42);
        double end = 12 + box + router.prefWidth(-1);
        router.resizeRelocate(12 + box, middle - 14, end - 12 - box, 28);
        wire.setStartX(box);
        wire.setEndX(12 + box);
        wire.setStartY(middle);
        wire.setEndY(middle);
        for (int c = 0; c < rows.size(); c++) {
            double top = HEAD + c * row;
            rows.get(c).resizeRelocate(LEFT - 4, top + 1, width - LEFT + 4, row - 3);
            CubicCurve curve = wires.get(c);
            double to = top + row / 2 - 1;
            curve.setStartX(end);
            curve.setStartY(middle);
            curve.setControlX1((end + LEFT) / 2);
            curve.setControlY1(middle);
            curve.setControlX2(end);
            curve.setControlY2(to);
            curve.setEndX(LEFT - 4);
            curve.setEndY(to);
            for (int z = 0; z < zones.size(); z++) {
                boxes.get(c).get(z).resizeRelocate(LEFT + z * (column + GAP) + 5, top + 1 + pad, column - 10,
                        row - 3 - 2 * pad);
            }
        }
    }
}
