package io.gameday.agent;

import io.gameday.agent.driver.LinkKeeper;
import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.journal.JournalFormat;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A double of the app's host and control plane with real sockets: machines at 127.0.n.1, tasks at 127.0.n.10 and up,
/// each with a real process, and leases enforced by its own clock.
final class TestHost implements AutoCloseable {

    /// How it lies.
    enum Sabotage {
        NONE, INJECT_DOES_NOTHING, REVERT_DOES_NOTHING, HITS_AZ2, INJECT_IS_NOT_ANSWERED, NOTHING_IS_ANSWERED, INJECT_FAILS
    }

    private static final JsonMapper JSON = JournalFormat.mapper();

    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile Sabotage sabotage = Sabotage.NONE;
    volatile boolean swallowDeletes;

    private final Network network = new Network("test-host");
    private final RealClock clock = new RealClock("test-host", Throwable::printStackTrace);
    private final List<String> cells = List.of("cell-1", "cell-2");
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final List<Running> tasks = new CopyOnWriteArrayList<>();
    private final Map<String, InForce> faults = new LinkedHashMap<>();
    private final HttpServer server;
    private final Path appFolder;
    private int nextTask = 1;

    TestHost(Path folder) throws IOException {
        appFolder = Files.createDirectories(folder.resolve("app"));
        String token = TokenFile.create(appFolder.resolve("token"));
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(token),
                (request, reply) -> clock.execute(() -> answer(request, reply)));
        for (int zone = 1; zone <= 3; zone++) {
            Machine machine = new Machine("az" + zone, "127.0." + zone + ".1");
            machines.put(machine.zone, machine);
            machine.on();
            for (String cell : cells) {
                startTask(cell, zone);
            }
        }
    }

    private static final class Running {
        final Task task;
        final HttpServer service;
        final Process process;
        volatile boolean stopped;

        Running(Task task, HttpServer service, Process process) {
            this.task = task;
            this.service = service;
            this.process = process;
        }

        void kill() {
            if (!stopped) {
                stopped = true;
                service.close();
                process.destroyForcibly();
                process.onExit().join();
            }
        }
    }

    private final class Machine {
        final String zone;
        final String ip;
        int port;
        @Nullable
        HttpServer listening;

        Machine(String zone, String ip) {
            this.zone = zone;
            this.ip = ip;
        }

        void on() {
            if (listening == null) {
                try {
                    listening = HttpServer.start(network, new InetSocketAddress(ip, port), Admission.open(),
                            (request, reply) -> reply.accept(HttpAnswer.json(200, "{\"zone\":\"" + zone + "\"}")));
                    port = listening.address().getPort();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        void off() {
            if (listening != null) {
                listening.close();
                listening = null;
            }
            tasks.stream().filter(task -> task.task.zone().equals(zone)).forEach(Running::kill);
        }
    }

    private record InForce(String id, String run, Fault fault, Duration lease, Clock.Cancellable[] timers) {
    }

    private record Call(String id, String run, Fault fault, Duration duration, Duration lease) {
    }

    AgentSetup setup(String run, Path folder) {
        String address = "127.0.0.1:" + server.address().getPort();
        return new AgentSetup(run, folder.resolve("run"), appFolder, address, address, address, LinkKeeper.GAMEDAY, "",
                "", new Limits(1, 2, 6), new io.gameday.agent.ledger.StateFolder(folder.resolve("state")));
    }

    InetSocketAddress address() {
        return server.address();
    }

    String token() {
        try {
            return TokenFile.read(appFolder.resolve("token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startTask(String cell, int zone) {
        int number = nextTask++;
        try {
            HttpServer service = HttpServer.start(network,
                    new InetSocketAddress("127.0." + zone + "." + (9 + number), 0), Admission.open(),
                    (request, reply) -> reply.accept(HttpAnswer.json(200, "{}")));
            String address = service.address().getHostString() + ":" + service.address().getPort();
            tasks.add(new Running(new Task("orders-" + number, cell, "az" + zone, Task.State.HEALTHY, address, 3),
                    service, new ProcessBuilder("sleep", "600").start()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As when a process has died and the control plane has not looked since.
    void killUnnoticed(String id) {
        Running task = tasks.stream().filter(one -> one.task.id().equals(id)).findFirst().orElseThrow();
        task.service.close();
        task.process.destroyForcibly();
        task.process.onExit().join();
    }

    boolean power(String zone) {
        return machines.get(zone).listening != null;
    }

    long running(String zone) {
        return tasks.stream().filter(task -> !task.stopped && task.task.zone().equals(zone)).count();
    }

    private void answer(HttpRequest request, Consumer<HttpAnswer> reply) {
        calls.add(request.method() + " " + request.path());
        if (sabotage == Sabotage.NOTHING_IS_ANSWERED) {
            return;
        }
        String[] path = request.path().substring(1).split("/");
        switch (request.method() + " " + path[0] + " " + path.length) {
            case "GET topology 1" -> reply.accept(json(200, Map.of("cells", cells, "zones", machines.values().stream()
                    .map(machine -> Map.of("zone", machine.zone, "machine", machine.ip + ":" + machine.port)).toList(),
                    "tasks", tasks.stream().filter(task -> !task.stopped).map(task -> task.task).toList())));
            case "GET state 1" -> reply.accept(json(200, Map.of("tasks",
                    tasks.stream().map(task -> Map.of("id", task.task.id(), "pid", task.process.pid(), "startTicks",
                            ProcessIdentity.of(task.process.pid()).map(ProcessIdentity::startTicks).orElse(-1L)))
                            .toList())));
            case "POST faults 1" -> inject(JSON.readValue(request.text(), Call.class), reply);
            case "POST faults 3" -> renew(path[1], reply);
            case "DELETE faults 2" -> {
                if (swallowDeletes) {
                    return;
                }
                revert(path[1]);
                reply.accept(json(200, Map.of()));
            }
            default -> reply.accept(HttpAnswer.error(404, "no " + request.path()));
        }
    }

    private void inject(Call call, Consumer<HttpAnswer> reply) {
        if (sabotage == Sabotage.INJECT_FAILS) {
            reply.accept(HttpAnswer.error(409, "refused by the test"));
            return;
        }
        if (faults.containsKey(call.id())) {
            reply.accept(HttpAnswer.error(409, call.id() + " is in force already"));
            return;
        }
        if (sabotage != Sabotage.INJECT_DOES_NOTHING) {
            strike(call.fault());
        }
        if (call.fault() instanceof Fault.ZonePowerLoss) {
            InForce fault = new InForce(call.id(), call.run(), call.fault(), call.lease(), new Clock.Cancellable[2]);
            fault.timers()[0] = clock.at(call.lease(), () -> revert(call.id()));
            fault.timers()[1] = clock.at(call.duration(), () -> revert(call.id()));
            faults.put(call.id(), fault);
        }
        if (sabotage != Sabotage.INJECT_IS_NOT_ANSWERED) {
            reply.accept(json(201, Map.of("id", call.id())));
        }
    }

    private String aim(String zone) {
        return sabotage == Sabotage.HITS_AZ2 ? "az2" : zone;
    }

    private void strike(Fault fault) {
        switch (fault) {
            case Fault.ZonePowerLoss(String zone) -> machines.get(aim(zone)).off();
            case Fault.TaskCrash(String cell, String zone) -> tasks.stream().filter(
                    task -> !task.stopped && task.task.cell().equals(cell) && task.task.zone().equals(aim(zone)))
                    .findFirst().ifPresent(Running::kill);
            default -> throw new IllegalArgumentException("this double knows no " + fault.kind());
        }
    }

    private void renew(String id, Consumer<HttpAnswer> reply) {
        InForce fault = faults.get(id);
        if (fault == null) {
            reply.accept(HttpAnswer.error(404, id + " is not in force"));
            return;
        }
        fault.timers()[0].cancel();
        fault.timers()[0] = clock.at(fault.lease(), () -> revert(id));
        reply.accept(json(200, Map.of("id", id)));
    }

    private void revert(String id) {
        InForce fault = faults.remove(id);
        if (fault == null) {
            return;
        }
        List.of(fault.timers()).forEach(Clock.Cancellable::cancel);
        if (sabotage != Sabotage.REVERT_DOES_NOTHING && fault.fault() instanceof Fault.ZonePowerLoss(String zone)) {
            machines.get(aim(zone)).on();
        }
    }

    private static HttpAnswer json(int status, Object value) {
        return HttpAnswer.json(status, JSON.writeValueAsString(value));
    }

    List<String> inForce() {
        return Await.answer(told -> clock.execute(() -> told.accept(new ArrayList<>(faults.keySet()))));
    }

    /// As when the app is gone: nothing listens any more.
    @Override
    public void close() {
        clock.close();
        server.close();
        new ArrayList<>(machines.values()).forEach(Machine::off);
        network.close();
    }
}
