package io.gameday.benchmark;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.reference.Address;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.router.RouterMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the router costs: the reference app's, haproxy with one thread, and no router at all, before one task that does nothing,
/// in interleaved rounds. Router, task and haproxy are processes of their own, the router with the options of a run. Latency is
/// of one request at a time, throughput and CPU with sixteen at once. Prints medians and writes every round as JSON. Without
/// haproxy on the PATH that row is left out, and said.
///
/// Arguments: JSON file to write; then, if wanted, number of rounds (9) and seconds per round (3). Goals: p50 at most 0.3 ms above
/// the direct call's, requests per second of CPU at least 0.6 of haproxy's.
public final class RouterFigures implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration START = Duration.ofSeconds(60);
    private static final int HEAP_MEGABYTES = 64;
    private static final double ADDED_GOAL = 0.3;
    private static final double CPU_GOAL = 0.6;

    private final Path folder = Files.createTempDirectory("gameday-router-figures");
    private final Network network = new Network("control-plane");
    private final List<Runnable> endings = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    private RouterFigures() throws IOException {
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 1) {
            System.err.println("arguments: JSON-FILE [ROUNDS] [SECONDS]");
            System.exit(2);
        }
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        try (RouterFigures figures = new RouterFigures()) {
            figures.prepare();
            figures.measure(rounds, seconds);
            figures.print();
            figures.write(Path.of(args[0]));
        }
        System.exit(0);
    }

    private void prepare() throws Exception {
        int task = said(child("task", JavaCommand.of(TinyTask.class, HEAP_MEGABYTES, List.of()))).path("port").asInt();
        ways.add(new Way("direct", task, () -> 0));
        ways.add(router(task));
        Optional<Path> haproxy = Relay.installed("haproxy");
        if (haproxy.isPresent()) {
            ways.add(haproxy(haproxy.get(), task));
        } else {
            System.out.println("haproxy is not installed (Debian: apt-get install haproxy); left out");
        }
    }

    private Way router(int task) throws Exception {
        AppFolder app = AppFolder.create(AppConfig.standard(1, 3, 150, 120, 1, folder.toString()), new SecureRandom());
        String routes = routes(task);
        HttpServer controlPlane = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0),
                Admission.token(app.token()), (request, reply) -> reply.accept(HttpAnswer.json(200, routes)));
        endings.add(controlPlane::close);
        ChildProcess router = child("router", JavaCommand.busy(RouterMain.class, HEAP_MEGABYTES,
                List.of(folder.toString(), "127.0.0.1:" + controlPlane.address().getPort())));
        int port = Address.parse(said(router).path("router").asString()).getPort();
        // The shell that starts it becomes it.
        ProcessHandle process = ProcessHandle.of(router.pid()).orElseThrow();
        // It has its table a moment after it is ready.
        for (int tries = 0; !answers(port); tries++) {
            if (tries == 200) {
                throw new IOException("the router answers no order; see " + folder);
            }
            Thread.sleep(50);
        }
        return new Way("router", port, () -> Launched.cpuSeconds(process));
    }

    private static String routes(int task) {
        StringBuilder hosts = new StringBuilder();
        for (int zone = 1; zone <= 3; zone++) {
            hosts.append(zone == 1 ? "" : ",").append("{\"id\":\"orders-").append(zone).append("\",\"zone\":\"az")
                    .append(zone).append("\",\"address\":\"127.0.0.1:").append(task).append("\",\"healthy\":true}");
        }
        return "{\"version\":1,\"customers\":{\"c-01\":\"cell-1\"},\"cells\":{\"cell-1\":[" + hosts + "]}}";
    }

    private static boolean answers(int port) throws InterruptedException {
        try {
            return ClosedLoop.run(port, 1, 1).requests() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// One thread, as the router has; connections to the task are kept and shared, as the router's are.
    private Way haproxy(Path program, int task) throws Exception {
        int port = Relay.freePort();
        Path config = Files.writeString(folder.resolve("haproxy.cfg"), """
                global
                  nbthread 1
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 60s
                  timeout server 60s
                  http-reuse always
                listen relay
                  bind 127.0.0.1:%d
                  balance leastconn
                  server orders-1 127.0.0.1:%d
                  server orders-2 127.0.0.1:%d
                  server orders-3 127.0.0.1:%d
                """.formatted(port, task, task, task));
        Process process = new ProcessBuilder(program.toString(), "-db", "-f", config.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("haproxy.log").toFile()).start();
        endings.add(process::destroy);
        for (int tries = 0; !listens(port); tries++) {
            if (!process.isAlive() || tries == 200) {
                throw new IOException("haproxy does not listen: " + Files.readString(folder.resolve("haproxy.log")));
            }
            Thread.sleep(50);
        }
        return new Way("haproxy", port, () -> Launched.cpuSeconds(process.toHandle()));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private ChildProcess child(String name, List<String> command) throws IOException {
        ChildProcess child = ChildProcess.start(name, command, Map.of(), folder.resolve(name + ".log"), line -> {
        }, code -> {
        });
        endings.add(child::close);
        return child;
    }

    private static JsonNode said(ChildProcess child) throws Exception {
        return JSON.readTree(child.ready().get(START.toSeconds(), TimeUnit.SECONDS));
    }

    private void measure(int rounds, int seconds) throws IOException, InterruptedException {
        for (int round = -1; round < rounds; round++) {
            for (Way way : ways) {
                way.measure(seconds, round >= 0);
            }
        }
    }

    private void print() {
        Way direct = ways.getFirst();
        System.out.printf("%-8s %9s %9s %10s %10s %12s %16s%n", "", "p50 ms", "p99 ms", "p50 added", "p99 added",
                "requests/s", "per CPU-second");
        for (Way way : ways) {
            System.out.printf(Locale.ROOT, "%-8s %9.3f %9.3f %10.3f %10.3f %12.0f %16.0f%n", way.name,
                    way.median(Way.Round::p50), way.median(Way.Round::p99),
                    way.median(Way.Round::p50) - direct.median(Way.Round::p50),
                    way.median(Way.Round::p99) - direct.median(Way.Round::p99), way.median(Way.Round::perSecond),
                    way.median(Way.Round::perCpuSecond));
        }
        Way router = ways.get(1);
        System.out.printf(Locale.ROOT, "p50 added by the router: %.3f ms, goal at most %.1f ms%n",
                router.median(Way.Round::p50) - direct.median(Way.Round::p50), ADDED_GOAL);
        if (ways.size() > 2) {
            System.out.printf(Locale.ROOT, "requests per CPU-second, of haproxy's: %.2f, goal at least %.1f%n",
                    router.median(Way.Round::perCpuSecond) / ways.get(2).median(Way.Round::perCpuSecond), CPU_GOAL);
        }
    }

    private void write(Path json) throws IOException {
        Map<String, Object> rows = new LinkedHashMap<>();
        ways.forEach(way -> rows.put(way.name, way.rounds()));
        Files.writeString(json, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    }

    @Override
    public void close() {
        endings.reversed().forEach(Runnable::run);
        network.close();
    }
}
