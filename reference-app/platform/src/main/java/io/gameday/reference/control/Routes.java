package io.gameday.reference.control;

import io.gameday.reference.policy.EvictionRule;
import io.gameday.reference.policy.TaskState;
import io.gameday.reference.policy.ZoneShift.Shift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The state as others read it: the topology for the controller, the table for the router.
public final class Routes {

    private final ControlPlane plane;
    private Table newest = new Table(0, Map.of(), Map.of(), EvictionRule.USUAL, null, 0);

    Routes(ControlPlane plane) {
        this.plane = plane;
    }

    /// @param lost three heartbeats in a row were missed
    record ZoneView(String zone, String machine, boolean lost) {
    }

    /// @param state      STARTING, HEALTHY, UNHEALTHY or STOPPED
    /// @param management where it tells what it counts; null until it runs
    record TaskView(String id, String cell, String zone, String state, @Nullable String address,
            @Nullable String management, int slots) {
    }

    record Topology(List<String> cells, List<ZoneView> zones, List<TaskView> tasks) {
    }

    public record Route(String id, String zone, String address, boolean healthy) {
    }

    /// @param version grows with every change
    /// @param cells   without those whose tasks are not known, because their control plane is just beginning or down
    /// @param shift   the zone that new requests leave; null when they leave none
    /// @param newPercent of the requests for the new stack; 0 to 100
    record Table(long version, Map<String, String> customers, Map<String, List<Route>> cells, EvictionRule eviction,
            @Nullable Shift shift, int newPercent) {
    }

    Topology topology() {
        List<TaskView> tasks = new ArrayList<>();
        plane.cells().values().forEach(cell -> cell.tasks().forEach(task -> {
            var latest = task.latest();
            String state = task.stopped() ? "STOPPED" : task.state().name();
            tasks.add(new TaskView(latest.id(), latest.cell(), latest.zone(), state, latest.service(),
                    latest.management(), latest.slots()));
        }));
        List<ZoneView> zones = plane.zones().stream()
                .map(zone -> new ZoneView(zone.zone(), zone.machine(), plane.lost(zone.zone()))).toList();
        return new Topology(plane.config().cells(), zones, tasks);
    }

    /// Tasks that have been healthy once and run. A task that we stop is listed as not healthy, so that it gets no new
    /// requests while it ends; so is one in a zone that is out of use.
    public static List<Route> of(CellControl cell) {
        return cell.tasks().stream()
                .filter(task -> task.running() && !task.neverHealthy() && task.latest().service() != null)
                .map(task -> new Route(task.latest().id(), task.latest().zone(),
                        String.valueOf(task.latest().service()),
                        task.state() == TaskState.HEALTHY && !task.stopping() && cell.inUse(task.latest().zone())))
                .toList();
    }

    Table table() {
        Map<String, List<Route>> cells = new LinkedHashMap<>();
        plane.cells().values().stream().filter(CellControl::informed).forEach(cell -> cells.put(cell.cell(), of(cell)));
        Map<String, String> customers = new TreeMap<>(plane.customers());
        Shift shift = plane.shift().orElse(null);
        int newPercent = plane.newPercent();
        Table table = new Table(newest.version(), customers, cells, plane.eviction(), shift, newPercent);
        if (!table.equals(newest)) {
            newest = new Table(newest.version() + 1, customers, cells, plane.eviction(), shift, newPercent);
        }
        return newest;
    }
}
