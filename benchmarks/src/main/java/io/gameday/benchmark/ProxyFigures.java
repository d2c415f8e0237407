package io.gameday.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Throughput, latency and CPU of relays before one origin, side by side: directly, `gameday proxy`, Toxiproxy, haproxy
/// and nginx, in interleaved rounds. Prints medians and writes every round as JSON. What is not installed is named and
/// left out; nginx, as the origin, and wrk have to be there.
///
/// Arguments: launcher, Toxiproxy server (or `-`: on the PATH), JSON file to write; then, if wanted, number of rounds (5)
/// and seconds per round (4).
public final class ProxyFigures implements AutoCloseable {

    private static final String LATENCY = "{\"latency\":10,\"jitter\":0}";
    private static final double CPU_GOAL = 0.7;

    private final Path wrk;
    private final int seconds;
    private final Path folder = Files.createTempDirectory("gameday-proxy-figures");
    private final List<Relay> relays = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Relay origin;

    private ProxyFigures(Path wrk, Path nginx, int seconds) throws IOException {
        this.wrk = wrk;
        this.seconds = seconds;
        origin = Relay.origin(nginx, folder);
    }

    public static void main(String[] args) throws Exception {
        Optional<Path> wrk = Relay.installed("wrk");
        Optional<Path> nginx = Relay.installed("nginx");
        if (args.length < 3 || wrk.isEmpty() || nginx.isEmpty()) {
            System.err.println("arguments: LAUNCHER TOXIPROXY-SERVER|- JSON-FILE [ROUNDS] [SECONDS]; "
                    + "wrk and nginx have to be installed (Debian: apt-get install wrk nginx libnginx-mod-stream)");
            System.exit(2);
        }
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        int seconds = args.length > 4 ? Integer.parseInt(args[4]) : 4;
        try (ProxyFigures figures = new ProxyFigures(wrk.orElseThrow(), nginx.orElseThrow(), seconds)) {
            figures.prepare(Path.of(args[0]), ToxiproxyServer.find(args[1]), nginx.orElseThrow());
            figures.measure(rounds);
            figures.print();
            figures.write(Path.of(args[2]));
        }
    }

    private void prepare(Path launcher, Optional<Path> toxiproxy, Path nginx) throws IOException, InterruptedException {
        List<Relay> withToxics = new ArrayList<>(List.of(started(Relay.ours(launcher))));
        if (toxiproxy.isPresent()) {
            withToxics.add(started(Relay.toxiproxy(toxiproxy.get())));
        } else {
            System.out.println(ToxiproxyServer.MISSING);
        }
        Map<String, Integer> plain = new LinkedHashMap<>();
        Map<String, Integer> slowed = new LinkedHashMap<>();
        for (Relay relay : withToxics) {
            ToxicApi api = new ToxicApi(relay);
            plain.put(relay.name(), api.addProxy("plain", origin.port()));
            slowed.put(relay.name(), api.addProxy("slowed", origin.port()));
            api.addToxic("slowed", "latency", "downstream", LATENCY);
        }
        Optional<Path> haproxy = Relay.installed("haproxy");
        if (haproxy.isPresent()) {
            plain.put("haproxy", started(Relay.haproxy(haproxy.get(), folder, origin.port())).port());
        } else {
            System.out.println("haproxy is not installed (Debian: apt-get install haproxy); left out");
        }
        try {
            plain.put("nginx stream", started(Relay.nginxStream(nginx, folder, origin.port())).port());
        } catch (IOException withoutStream) {
            System.out.println("nginx is without stream (Debian: apt-get install libnginx-mod-stream); left out");
        }
        for (String file : List.of("1KiB", "1MiB")) {
            cells.add(new Cell("direct", file, "no toxic", origin.port(), null));
            plain.forEach((name, port) -> cells.add(new Cell(name, file, "no toxic", port, relay(name))));
            slowed.forEach((name, port) -> cells.add(new Cell(name, file, "latency 10 ms", port, relay(name))));
        }
    }

    private Relay started(Relay relay) {
        relays.add(relay);
        return relay;
    }

    private Relay relay(String name) {
        return relays.stream().filter(relay -> relay.name().equals(name)).findFirst().orElseThrow();
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        for (int round = 0; round <= rounds; round++) {
            System.out.println(round == 0 ? "warming up" : "round " + round + " of " + rounds);
            for (Cell cell : cells) {
                cell.measure(wrk, seconds, round > 0);
            }
        }
    }

    private void print() {
        System.out.printf("%n%-6s %-14s %-13s %12s %9s %12s   to Toxiproxy: requests, CPU%n", "", "", "", "requests/s",
                "p99 ms", "CPU µs/req");
        for (Cell cell : cells) {
            Optional<Cell> other = cells.stream().filter(
                    c -> c.name.equals(Relay.TOXIPROXY) && c.file.equals(cell.file) && c.toxic.equals(cell.toxic))
                    .findFirst();
            System.out.printf(Locale.ROOT, "%-6s %-14s %-13s %12.0f %9.2f %12.1f   %s%n", cell.file, cell.name,
                    cell.toxic, cell.perSecond(), cell.p99(), cell.cpuMicros(), other.map(cell::comparedTo).orElse(""));
        }
        System.out.printf(Locale.ROOT, "goals of gameday: requests/s at least Toxiproxy's, CPU at most %.1f of its%n",
                CPU_GOAL);
    }

    private void write(Path json) throws IOException {
        List<Map<String, Object>> rows = cells.stream().map(Cell::json).toList();
        Files.writeString(json, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    }

    @Override
    public void close() {
        relays.forEach(Relay::close);
        origin.close();
    }
}
