package io.gameday.target;

import io.gameday.observability.Layout;
import io.gameday.observability.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A system that we did not write, as its experiment file describes it: where its cells answer in each zone, and by what
/// they can be broken.
///
/// @param entry      where customers go; null where each goes to the addresses of its cell in turn
/// @param places     one for each cell in each zone that it has, in the file's order; at least one
/// @param request    what customers ask for
/// @param zoneHeader of an answer, in lower case, that names the zone it came from; null where nothing does
/// @param cellHeader of an answer, in lower case, that names the cell; null where nothing does
public record OwnSystem(@Nullable WebAddress entry, List<Place> places, Request request, @Nullable String zoneHeader,
        @Nullable String cellHeader) {

    private static final String INSTEAD = "Possible with app: http: zone-latency, zone-loss and zone-partition "
            + "(toxiproxy), task-latency and task-errors (actuator), surge, and external for what you break yourselves";

    public OwnSystem {
        places = List.copyOf(places);
    }

    /// What customers, canaries and the prober ask for.
    ///
    /// @param method `GET`, `HEAD` or `POST`
    /// @param path   with its query; begins with `/`
    /// @param body   JSON of a POST; empty otherwise
    public record Request(String method, String path, String body) {
        @Override
        public String toString() {
            return method + " " + path + (body.isEmpty() ? "" : " " + body);
        }
    }

    /// A cell's part in a zone.
    ///
    /// @param url       where it answers; no two places share host and port
    /// @param health    path below `url` that tells whether it is well
    /// @param toxiproxy where the API of the Toxiproxy in front of `url` is; null where there is none
    /// @param proxy     its proxy in front of `url`; empty where there is none
    /// @param actuator  base of the Spring Boot Actuator with Chaos Monkey; null where there is none
    public record Place(String cell, String zone, WebAddress url, String health, @Nullable WebAddress toxiproxy,
            String proxy, @Nullable WebAddress actuator) {

        /// How lists of tasks call it.
        public String id() {
            return cell + "-" + zone;
        }

        /// The path of `below` as this place is asked for it.
        public String path(String below) {
            return url.path() + below;
        }

        @Override
        public String toString() {
            return cell + " " + zone;
        }
    }

    /// The same, asked for something else.
    public OwnSystem asking(Request other) {
        return new OwnSystem(entry, places, other, zoneHeader, cellHeader);
    }

    public List<String> cells() {
        return places.stream().map(Place::cell).distinct().toList();
    }

    public List<String> zones() {
        return List.copyOf(new TreeSet<>(places.stream().map(Place::zone).toList()));
    }

    /// Which zones each cell lies in.
    public Layout layout() {
        List<String> zones = zones();
        Map<String, List<String>> its = new LinkedHashMap<>();
        cells().forEach(cell -> its.put(cell, zones.stream().filter(
                zone -> places.stream().anyMatch(place -> place.cell().equals(cell) && place.zone().equals(zone)))
                .toList()));
        return new Layout(zones, its);
    }

    /// What a fault aimed at `scope` would reach.
    public List<Place> in(Scope scope) {
        return places.stream().filter(place -> scope.covers(place.cell(), place.zone())).toList();
    }

    /// What `fault` would reach, by the file alone. Each place counts as one task, however many there are behind it.
    ///
    /// @param undo   the command that would take the fault away by hand
    /// @param endsBy who ends it when all of ours are dead
    public FaultPlan plan(Fault fault, String undo, String endsBy) {
        List<Place> reached = in(fault.scope());
        return new FaultPlan(fault, reached.stream().map(Place::cell).distinct().sorted().toList(),
                reached.stream().map(Place::zone).distinct().sorted().toList(),
                reached.stream().map(place -> new Task(place.id(), place.cell(), place.zone(), Task.State.HEALTHY,
                        place.url().hostPort(), 1)).toList(),
                undo, endsBy);
    }

    /// What is missing for `fault`, naming the addresses; empty where it can be injected.
    public Optional<String> lacks(Fault fault) {
        if (in(fault.scope()).isEmpty()) {
            return Optional.of("system.cells has nothing in " + fault.scope());
        }
        return switch (fault) {
            case Fault.ZoneLatency _,Fault.ZoneLoss _,Fault.ZonePartition _ -> missing(fault, "toxiproxy",
                    Place::toxiproxy, "network faults are injected by the Toxiproxy in front of each url of the zone");
            case Fault.TaskLatency _,Fault.TaskErrors _ -> missing(fault, "actuator", Place::actuator,
                    "misbehaving code is injected by the Chaos Monkey at the actuator");
            case Fault.Surge _,Fault.External _ -> Optional.empty();
            case Fault.TaskMemory _ -> Optional
                    .of("from outside nobody could see whether the memory of your tasks is " + "filled. " + INSTEAD);
            case Fault.PoisonPill _ -> Optional.of("which request is deadly to your service is not known. " + INSTEAD);
            case Fault.ZonePowerLoss _,Fault.TaskCrash _,Fault.TaskHang _,Fault.LogSinkStall _,Fault.DependencySlow _,Fault.DependencyDown _,Fault.DatabaseSlow _,Fault.ControlPlaneDown _,Fault.BadDeploy _,Fault.BadConfig _,Fault.BadAlarm _ ->
                Optional.of("no address of your own system leads to what this breaks. " + INSTEAD);
        };
    }

    private Optional<String> missing(Fault fault, String field, Function<Place, @Nullable WebAddress> address,
            String why) {
        List<String> without = in(fault.scope()).stream().filter(place -> address.apply(place) == null)
                .map(place -> "system.cells." + place.cell() + "." + place.zone() + "." + field).toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.join(", ", without) + (without.size() == 1 ? " is missing: " : " are missing: ") + why);
    }

    /// Every address that a run would call.
    public Stream<WebAddress> addresses() {
        return Stream.concat(Stream.ofNullable(entry),
                places.stream().flatMap(place -> Stream.of(Optional.of(place.url()),
                        Optional.ofNullable(place.toxiproxy()), Optional.ofNullable(place.actuator())))
                        .flatMap(Optional::stream))
                .distinct();
    }
}
