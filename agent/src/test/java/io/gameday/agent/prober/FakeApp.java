package io.gameday.agent.prober;

import io.gameday.agent.ledger.Doors;
import io.gameday.agent.ledger.Reach;
import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.journal.JournalFormat;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Task;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Tasks, machines, a control plane and a router's admin endpoint with real sockets, and a real process for each task;
/// each can be made to misbehave.
final class FakeApp implements AutoCloseable {

    private static final JsonMapper JSON = JournalFormat.mapper();
    private static final String TOKEN = "secret";

    final List<FakeTask> tasks = new ArrayList<>();
    volatile List<String> evicted = List.of();
    volatile boolean failOpen;
    volatile boolean planeDown;
    volatile long attemptsPerSecond = 20;
    volatile boolean machineSilent;

    private final Network network = new Network("fake-app");
    private final RealClock clock = new RealClock("fake-app", Throwable::printStackTrace);
    private final Path folder;
    private final HttpServer admin;
    private final List<HttpServer> machines = new ArrayList<>();
    private double attempts;
    private long countedAt = System.nanoTime();

    FakeApp(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Files.createDirectories(folder.resolve("logs"));
        admin = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(TOKEN),
                (request, reply) -> clock.execute(() -> admin(request, reply)));
        for (int zone = 1; zone <= 2; zone++) {
            String name = "az" + zone;
            boolean silentOnes = zone == 1;
            machines.add(HttpServer.start(network, new InetSocketAddress("127.0." + zone + ".1", 0), Admission.open(),
                    (request, reply) -> {
                        if (!(machineSilent && silentOnes)) {
                            reply.accept(HttpAnswer.json(200, "{\"zone\":\"" + name + "\"}"));
                        }
                    }));
            start("cell-1", zone);
            start("cell-2", zone);
        }
    }

    FakeTask start(String cell, int zone) throws IOException {
        FakeTask task = new FakeTask("orders-" + (tasks.size() + 1), cell, zone);
        tasks.add(task);
        return task;
    }

    final class FakeTask {
        final String id;
        final String cell;
        final String zone;
        final Process process;
        final HttpServer server;
        volatile long delayMillis;
        volatile int failEvery = Integer.MAX_VALUE;
        volatile boolean silent;
        volatile boolean logs = true;
        volatile String stock = "available";
        volatile String revision = "1";
        final AtomicInteger failNext = new AtomicInteger();
        /// So many orders take 300 ms longer: the task has just started.
        final AtomicInteger coldOrders = new AtomicInteger();
        private final AtomicInteger requests = new AtomicInteger();

        FakeTask(String id, String cell, int zone) throws IOException {
            this.id = id;
            this.cell = cell;
            this.zone = "az" + zone;
            process = new ProcessBuilder("sleep", "600").start();
            server = HttpServer.start(network, new InetSocketAddress("127.0." + zone + "." + (10 + tasks.size()), 0),
                    Admission.open(), this::answer);
        }

        private void answer(HttpRequest request, Consumer<HttpAnswer> reply) {
            if (silent) {
                return;
            }
            boolean fails = requests.incrementAndGet() % failEvery == 0 || failNext.getAndDecrement() > 0;
            boolean order = request.method().equals("POST");
            if (order && logs) {
                log(request.text());
            }
            HttpAnswer answer = fails
                    ? HttpAnswer.error(500, "failed")
                    : HttpAnswer.json(order ? 201 : 200, JSON.writeValueAsString(
                            Map.of("stock", stock, "instance", id, "zone", zone, "cell", cell, "revision", revision)));
            long cold = order && coldOrders.getAndDecrement() > 0 ? 300 : 0;
            clock.at(Duration.ofMillis(delayMillis + cold), () -> reply.accept(answer));
        }

        String address() {
            return server.address().getHostString() + ":" + server.address().getPort();
        }

        void end() {
            server.close();
            process.destroyForcibly();
            process.onExit().join();
        }

        boolean runs() {
            return process.isAlive();
        }

        Task task() {
            return new Task(id, cell, zone, Task.State.HEALTHY, address(), 3);
        }
    }

    private synchronized void log(String line) {
        try {
            Files.writeString(folder.resolve("logs").resolve("sink.jsonl"), line + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void admin(HttpRequest request, Consumer<HttpAnswer> reply) {
        reply.accept(switch (request.path()) {
            case "/topology" -> json(Map.of("cells", List.of("cell-1", "cell-2"), "tasks",
                    tasks.stream().filter(FakeTask::runs).map(FakeTask::task).toList()));
            case "/routes" -> json(Map.of("customers", Map.of("c-01", "cell-1")));
            case "/services/cell-1" -> planeDown ? HttpAnswer.error(503, "down") : json(Map.of("cell", "cell-1"));
            case "/services/cell-2" -> json(Map.of("cell", "cell-2"));
            case "/evicted" -> json(Map.of("evicted", evicted, "failOpen", failOpen));
            case "/attempts" -> json(Map.of("orders-1", Map.of("requests", counted(), "faults", 0)));
            default -> HttpAnswer.error(404, request.path());
        });
    }

    private long counted() {
        long now = System.nanoTime();
        attempts += attemptsPerSecond * (now - countedAt) / 1e9;
        countedAt = now;
        return (long) attempts;
    }

    private static HttpAnswer json(Object value) {
        return HttpAnswer.json(200, JSON.writeValueAsString(value));
    }

    /// @param zone  in reach
    /// @param cells in reach
    Reach reach(String zone, String... cells) {
        String door = "127.0.0.1:" + admin.address().getPort();
        List<String> planned = List.of(cells);
        return new Reach(
                machines.stream()
                        .map(machine -> new Reach.Machine("az" + (machines.indexOf(machine) + 1),
                                machine.address().getHostString() + ":" + machine.address().getPort(), false))
                        .toList(),
                tasks.stream()
                        .map(task -> new Reach.Place(task.id, task.zone, task.address(),
                                (zone.isEmpty() || task.zone.equals(zone)) && planned.contains(task.cell), false,
                                ProcessIdentity.of(task.process.pid()).orElse(null), task.cell, null))
                        .collect(Collectors.toCollection(ArrayList::new)),
                new Doors(door, door, folder.toString()), null);
    }

    List<FakeTask> in(String zone) {
        return tasks.stream().filter(task -> Objects.equals(task.zone, zone)).toList();
    }

    @Override
    public void close() {
        tasks.forEach(FakeTask::end);
        machines.forEach(HttpServer::close);
        admin.close();
        clock.close();
        network.close();
    }
}
