package io.gameday.reference.fake;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.Address;
import io.gameday.reference.policy.EvictionRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A host whose tasks are endpoints in this process. Tasks run as soon as they are started.
public final class FakeHost implements AutoCloseable {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Network network;
    private final HttpServer server;
    private final Map<String, Zone> zones = new LinkedHashMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, String> revisions = new HashMap<>();
    private final Set<String> down = new HashSet<>();
    private EvictionRule eviction = EvictionRule.USUAL;
    private String unhealthyRevision = "";
    private int room;
    private int started;

    /// @param room tasks that fit into a zone
    public FakeHost(Network network, String token, List<String> zoneNames, int room) throws IOException {
        this.network = network;
        this.room = room;
        for (String zone : zoneNames) {
            zones.put(zone, new Zone(zone));
        }
        zones.values().forEach(zone -> zone.power(true));
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(token),
                (request, reply) -> Thread.startVirtualThread(() -> handle(request, reply)));
    }

    private final class Zone {
        private final String name;
        private InetSocketAddress address = new InetSocketAddress("127.0.0.1", 0);
        private HttpServer machine;
        private boolean power;

        Zone(String name) {
            this.name = name;
        }

        void power(boolean on) {
            power = on;
            try {
                if (on) {
                    machine = HttpServer.start(network, address, Admission.open(),
                            (request, reply) -> reply.accept(HttpAnswer.json(200, "{\"zone\":\"" + name + "\"}")));
                    address = machine.address();
                } else {
                    machine.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Task {
        private final String id;
        private final String cell;
        private final String zone;
        private final String revision;
        private final FakeTask process;
        private String status = "RUNNING";

        Task(String id, String cell, String zone, String revision, FakeTask process) {
            this.id = id;
            this.cell = cell;
            this.zone = zone;
            this.revision = revision;
            this.process = process;
        }

        void stop() {
            status = "STOPPED";
            process.close();
        }
    }

    public InetSocketAddress address() {
        return server.address();
    }

    public synchronized void power(String zone, boolean on) {
        zones.get(zone).power(on);
        if (!on) {
            running(task -> task.zone.equals(zone)).forEach(Task::stop);
        }
    }

    public synchronized void room(int tasksPerZone) {
        room = tasksPerZone;
    }

    /// Which revision a cell is to have.
    public synchronized void wants(String cell, String revision) {
        revisions.put(cell, revision);
    }

    /// Tasks of this revision that are started from now on fail their health checks.
    public synchronized void unhealthy(String revision) {
        unhealthyRevision = revision;
    }

    public synchronized void controlPlaneDown(String cell, boolean isDown) {
        if (isDown) {
            down.add(cell);
        } else {
            down.remove(cell);
        }
    }

    public synchronized void eviction(EvictionRule rule) {
        eviction = rule;
    }

    /// Revisions of a cell's running tasks, oldest task first.
    public synchronized List<String> revisions(String cell) {
        return running(task -> task.cell.equals(cell)).stream().map(task -> task.revision).toList();
    }

    /// One running task of a cell and zone dies.
    public synchronized void crash(String cell, String zone) {
        running(task -> task.cell.equals(cell) && task.zone.equals(zone)).getFirst().stop();
    }

    public synchronized FakeTask task(String cell, String zone) {
        return running(task -> task.cell.equals(cell) && task.zone.equals(zone)).getFirst().process;
    }

    public synchronized String id(String cell, String zone) {
        return running(task -> task.cell.equals(cell) && task.zone.equals(zone)).getFirst().id;
    }

    /// How many starts were taken.
    public synchronized int started() {
        return started;
    }

    private List<Task> running(Predicate<Task> which) {
        return tasks.stream().filter(task -> task.status.equals("RUNNING")).filter(which).toList();
    }

    /// Running tasks of a cell per zone.
    public synchronized Map<String, Integer> spread(String cell) {
        Map<String, Integer> spread = new TreeMap<>();
        zones.keySet().forEach(
                zone -> spread.put(zone, running(task -> task.cell.equals(cell) && task.zone.equals(zone)).size()));
        return spread;
    }

    private synchronized void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        if (request.path().equals("/state")) {
            reply.accept(HttpAnswer.json(200, JSON.writeValueAsString(state())));
        } else if (request.method().equals("POST")) {
            reply.accept(start(JSON.readTree(request.text())));
        } else {
            running(task -> request.path().equals("/tasks/" + task.id)).forEach(Task::stop);
            reply.accept(HttpAnswer.json(202, "{}"));
        }
    }

    private HttpAnswer start(JsonNode wanted) {
        if (down.contains(wanted.get("cell").asString())) {
            return HttpAnswer.error(503, "the control plane is down");
        }
        String zone = wanted.get("zone").asString();
        if (!zones.get(zone).power) {
            return HttpAnswer.json(409, "{\"error\":\"" + zone + " has no power\",\"reason\":\"NO_POWER\"}");
        }
        if (running(task -> task.zone.equals(zone)).size() >= room) {
            return HttpAnswer.json(409, "{\"error\":\"" + zone + " has no slot left\",\"reason\":\"NO_SLOT\"}");
        }
        Task task = new Task("orders-" + ++started, wanted.get("cell").asString(), zone,
                wanted.get("revision").asString(), new FakeTask(network));
        if (task.revision.equals(unhealthyRevision)) {
            task.process.healthAnswers(503);
        }
        tasks.add(task);
        return HttpAnswer.json(201, "{\"id\":\"" + task.id + "\"}");
    }

    private Map<String, Object> state() {
        return Map.of("zones",
                zones.values().stream()
                        .map(zone -> Map.of("zone", zone.name, "power", zone.power, "machine",
                                Address.print(zone.address), "slots", 6, "usedSlots", 0))
                        .toList(),
                "tasks",
                tasks.stream()
                        .map(task -> Map.of("id", task.id, "cell", task.cell, "zone", task.zone, "status", task.status,
                                "service", task.process.address(), "management", task.process.address(), "slots", 3,
                                "revision", task.revision, "pid", 1, "startTicks", 1))
                        .toList(),
                "settings", Map.of("cells", settings(), "eviction", eviction, "latest", "1"));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        for (String cell : List.of("cell-1", "cell-2")) {
            settings.put(cell,
                    Map.of("revision", revisions.getOrDefault(cell, "1"), "controlPlaneDown", down.contains(cell)));
        }
        return settings;
    }

    @Override
    public synchronized void close() {
        server.close();
        tasks.forEach(Task::stop);
        zones.values().forEach(zone -> zone.machine.close());
    }
}
