package io.gameday.reference.deployment;

import io.gameday.observability.Layout;
import io.gameday.observability.Scope;
import io.gameday.reference.policy.RevisionName;
import io.gameday.reference.policy.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All deployments of the fleet, one at a time: which revision each zone of each cell is to have now.
///
/// - A revision newer than what a cell completed goes through its units by [Deployment]. An older one has proven itself: it
///   is wanted everywhere at once.
/// - One that fails goes back to the last that was completed, everywhere it came to, and is not tried again while it is
///   ordered. A failed unit's zone is out of use until its tasks are well again (fact A12), of a cell one zone at most.
/// - By digest that is the revision that was known to be good. Without version consistency a task that is started gets
///   whatever image the tag means at that moment (fact A15), in every unit.
///
/// Not for use by several threads.
public final class Deployments {

    private final Rules rules;
    private final Layout layout;
    private final Fleet fleet = new Fleet();
    private final Map<String, String> completed = new HashMap<>();
    /// By cell, what was ordered and failed.
    private final Map<String, String> failed = new HashMap<>();
    private final Map<String, DeploymentAlarm> alarms = new LinkedHashMap<>();
    private final Map<String, Calls> seen = new HashMap<>();
    private final Set<Unit> outOfUse = new LinkedHashSet<>();
    /// Units that a deployment reached before a newer revision was ordered: they stay as they are until that comes to them,
    /// or one would go back while another is deployed to.
    private final Map<Unit, String> superseded = new HashMap<>();
    private @Nullable Deployment current;
    private final List<Notice> waiting = new ArrayList<>();
    private String tag = "";

    /// @param layout which zones each cell lies in
    public Deployments(Rules rules, Layout layout) {
        this(rules, layout, Standing.NONE);
    }

    /// Goes on where an earlier control plane was.
    ///
    /// @param layout which zones each cell lies in
    /// @param earlier of the same layout
    public Deployments(Rules rules, Layout layout, Standing earlier) {
        this.rules = rules;
        this.layout = layout;
        layout.places().keySet().forEach(cell -> alarms.put(cell, new DeploymentAlarm()));
        completed.putAll(earlier.completed());
        failed.putAll(earlier.failed());
        outOfUse.addAll(earlier.outOfUse());
        Standing.UnderWay underWay = earlier.underWay();
        if (underWay != null) {
            current = new Deployment(underWay.revision(), rules, units(underWay.cells()), underWay.alarmsIgnored(),
                    underWay.wave());
        }
    }

    /// What the next control plane has to know.
    public Standing standing() {
        Deployment running = current;
        return new Standing(completed, failed, List.copyOf(outOfUse), running == null ? null : running.underWay());
    }

    private List<Unit> units(List<String> cells) {
        return cells.stream().flatMap(cell -> layout.zonesOf(cell).stream().map(zone -> new Unit(cell, zone))).toList();
    }

    /// Takes over how a cell's tasks stand; tasks that stopped are to be among them once.
    ///
    /// @param ordered what was ordered for the cell
    public void saw(String cell, int desired, List<TaskSight> tasks, String ordered) {
        fleet.saw(cell, desired, tasks);
        completed.computeIfAbsent(cell, c -> oldest(tasks, ordered));
        if (!ordered.equals(failed.get(cell))) {
            failed.remove(cell);
        }
    }

    /// What ran before this began is the last that was completed, as far as anybody can tell.
    private static String oldest(List<TaskSight> tasks, String ordered) {
        String oldest = ordered;
        for (TaskSight task : tasks) {
            if (task.life().there() && RevisionName.newer(oldest, task.revision())) {
                oldest = task.revision();
            }
        }
        return oldest;
    }

    /// Closes a second. @param byTask what the router counted of each task since it began; empty when it did not answer
    public void second(Map<String, Calls> byTask) {
        Deployment running = current;
        if (running == null) {
            fleet.forget();
        } else {
            running.second(fleet, waiting);
        }
        fleet.counted(byTask);
        alarms.forEach((cell, alarm) -> {
            Calls now = fleet.calls(cell);
            Calls before = seen.put(cell, now);
            if (before != null && now.requests() >= before.requests()) {
                alarm.second(new Calls(now.requests() - before.requests(),
                        Math.clamp(now.faults() - before.faults(), 0, now.requests() - before.requests()), 0));
            }
        });
    }

    /// Decides on what is there now.
    ///
    /// @param ordered by cell, the revision that somebody wants; a cell that is missing is left as it is
    /// @param latest  the image that the tag means now
    /// @return what is to be told
    public List<Notice> look(Map<String, String> ordered, String latest) {
        tag = latest;
        List<Notice> tell = new ArrayList<>(waiting);
        waiting.clear();
        cancel(ordered, tell);
        ordered.forEach((cell, revision) -> {
            String last = completed.get(cell);
            if (last != null && !RevisionName.newer(revision, last)) {
                completed.put(cell, revision);
            }
        });
        begin(ordered, tell);
        Deployment running = current;
        if (running != null) {
            switch (running.step(fleet, inAlarm(), tell)) {
                case Deployment.Course.UnderWay u -> {
                    // Goes on with the next look.
                }
                case Deployment.Course.Completed c -> {
                    running.cells().forEach(cell -> completed.put(cell, running.revision()));
                    tell.add(new Notice(Scope.SITE, false, "(deployment " + running.revision() + ") completed in "
                            + running.cells().stream().collect(Collectors.joining(", ")) + "."));
                    current = null;
                    superseded.clear();
                }
                case Deployment.Course.Failed(Set<Unit> units, String method, String why) -> {
                    running.cells().forEach(cell -> failed.put(cell, running.revision()));
                    current = null;
                    superseded.clear();
                    fail(running, units, method, why, tell);
                }
            }
        }
        backInUse(tell);
        return tell;
    }

    private Set<String> inAlarm() {
        return alarms.entrySet().stream().filter(alarm -> alarm.getValue().inAlarm()).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void cancel(Map<String, String> ordered, List<Notice> tell) {
        Deployment running = current;
        if (running != null && running.cells().stream()
                .anyMatch(cell -> ordered.containsKey(cell) && !running.revision().equals(ordered.get(cell)))) {
            current = null;
            boolean byNewer = running.cells().stream().allMatch(
                    cell -> !RevisionName.newer(running.revision(), ordered.getOrDefault(cell, running.revision())));
            if (byNewer) {
                units(List.copyOf(running.cells())).stream().filter(running::reached)
                        .forEach(unit -> superseded.put(unit, running.revision()));
            } else {
                // Back to what was known to be good: nothing may stay that was waiting for a newer one.
                superseded.clear();
            }
            tell.add(new Notice(Scope.SITE, true,
                    "(deployment " + running.revision() + ") was stopped: another revision is ordered."));
        }
    }

    private void begin(Map<String, String> ordered, List<Notice> tell) {
        if (current != null) {
            return;
        }
        List<String> cells = new ArrayList<>();
        for (String cell : layout.places().keySet()) {
            String revision = ordered.get(cell);
            String last = completed.get(cell);
            boolean wants = revision != null && last != null && RevisionName.newer(revision, last)
                    && !revision.equals(failed.get(cell));
            if (wants && (cells.isEmpty() || revision.equals(ordered.get(cells.getFirst())))) {
                cells.add(cell);
            }
        }
        if (!cells.isEmpty()) {
            boolean rings = cells.stream().anyMatch(inAlarm()::contains);
            current = new Deployment(String.valueOf(ordered.get(cells.getFirst())), rules, units(cells), rings);
            tell.add(new Notice(Scope.SITE, false, current.plan()));
        }
    }

    private void fail(Deployment which, Set<Unit> units, String method, String why, List<Notice> tell) {
        Set<String> cells = units.stream().map(Unit::cell).collect(Collectors.toCollection(TreeSet::new));
        for (String cell : cells) {
            List<Unit> of = units.stream().filter(unit -> unit.cell().equals(cell)).toList();
            boolean alone = of.size() == 1 && !rules.allAtOnce() && layout.zonesOf(cell).size() > 1;
            Scope scope = of.size() == 1 ? new Scope.CellZone(cell, of.getFirst().zone()) : new Scope.Cell(cell);
            tell.add(new Notice(scope, true,
                    "(deployment " + which.revision() + ") failed by " + method + ": " + why + ". Rolling back to "
                            + wanted(of.getFirst()).start()
                            + (alone ? "; " + of.getFirst() + " is out of use meanwhile." : ".")));
            if (alone) {
                outOfUse.add(of.getFirst());
            }
        }
    }

    private void backInUse(List<Notice> tell) {
        outOfUse.removeIf(unit -> {
            boolean well = fleet.isOn(unit, wanted(unit).accepted());
            if (well) {
                tell.add(new Notice(new Scope.CellZone(unit.cell(), unit.zone()), true,
                        unit + " is in use again, with revision " + wanted(unit).start() + "."));
            }
            return well;
        });
    }

    /// Whether anything was seen of the cell.
    public boolean knows(String cell) {
        return completed.containsKey(cell);
    }

    /// Zones of the cell that get no requests.
    public Set<String> outOfUse(String cell) {
        return outOfUse.stream().filter(unit -> unit.cell().equals(cell)).map(Unit::zone)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// What each zone of the cell is to have.
    public Map<String, Wanted> wanted(String cell) {
        Map<String, Wanted> byZone = new LinkedHashMap<>();
        layout.zonesOf(cell).forEach(zone -> byZone.put(zone, wanted(new Unit(cell, zone))));
        return byZone;
    }

    private Wanted wanted(Unit unit) {
        Deployment running = current;
        if (running != null && running.reached(unit)) {
            return Wanted.only(running.revision());
        }
        String last = completed.getOrDefault(unit.cell(), tag);
        if (rules.versionConsistency()) {
            return new Wanted(last, new HashSet<>(List.of(last, superseded.getOrDefault(unit, last))));
        }
        String byTag = RevisionName.with(last, tag);
        return new Wanted(byTag, new HashSet<>(List.of(last, byTag)));
    }
}
