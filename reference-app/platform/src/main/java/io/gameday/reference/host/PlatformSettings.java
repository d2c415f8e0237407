package io.gameday.reference.host;

import io.gameday.reference.policy.EvictionRule;
import io.gameday.reference.policy.RevisionName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is set from outside and not decided by the platform: a small parameter store, as a real platform has one for
/// deployments and configuration. It is here so that it outlives the control plane, which reads it with the state, and so
/// that faults that change it end by the host's leases. Runs on the host's loop.
public final class PlatformSettings {

    /// What every cell begins with.
    static final String FIRST_REVISION = "1";

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private EvictionRule eviction = EvictionRule.USUAL;
    private String latest = FIRST_REVISION;

    public PlatformSettings(List<String> names) {
        names.forEach(name -> cells.put(name, new Cell(FIRST_REVISION, false)));
    }

    /// As `GET /state` tells it.
    ///
    /// @param cells  by name
    /// @param latest the image that the tag `latest` means now; it moves with every push
    record View(Map<String, Cell> cells, EvictionRule eviction, String latest) {
    }

    /// @param revision         that every task of the cell is to have
    /// @param controlPlaneDown whether nothing is placed, stopped or decided for the cell
    record Cell(String revision, boolean controlPlaneDown) {
    }

    View view() {
        return new View(new LinkedHashMap<>(cells), eviction, latest);
    }

    public String revision(String cell) {
        return cell(cell).revision;
    }

    void revision(String cell, String wanted) {
        cells.put(cell, new Cell(wanted, cell(cell).controlPlaneDown));
    }

    /// A right revision, newer than any other there, is pushed as `latest` and ordered for these cells.
    ///
    /// @return its name
    public String release(List<String> names) {
        String next = RevisionName.after(newest(), "right");
        names.forEach(name -> revision(name, next));
        latest = next;
        return next;
    }

    /// The newest revision that is there.
    String newest() {
        String newest = latest;
        for (Cell cell : cells.values()) {
            newest = RevisionName.newer(cell.revision, newest) ? cell.revision : newest;
        }
        return newest;
    }

    public boolean controlPlaneDown(String cell) {
        return cell(cell).controlPlaneDown;
    }

    void controlPlaneDown(String cell, boolean down) {
        cells.put(cell, new Cell(cell(cell).revision, down));
    }

    /// In their order.
    List<String> cells() {
        return List.copyOf(cells.keySet());
    }

    /// The image that the tag `latest` means now, by the name of its revision.
    public String latest() {
        return latest;
    }

    void latest(String image) {
        latest = image;
    }

    public EvictionRule eviction() {
        return eviction;
    }

    void eviction(EvictionRule rule) {
        eviction = rule;
    }

    private Cell cell(String name) {
        Cell cell = cells.get(name);
        if (cell == null) {
            throw new IllegalArgumentException(
                    "cell is '" + name + "'; allowed: " + String.join(", ", new ArrayList<>(cells.keySet())));
        }
        return cell;
    }
}
