package io.gameday.benchmark;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How fast a toxic goes away from under 1,000 stuck connections: the call that deletes it, until every connection has
/// let go or is closed, and the slowest answer to `GET /proxies` meanwhile; ours beside Toxiproxy, for each toxic and
///
/// - `clients do not read`: servers have sent until nothing more went, toxic downstream
/// - `servers do not read`: the same the other way round, toxic upstream
/// - `data in flight`: 16 KiB and the end of each server are on their way, clients read
///
/// Those that do not read begin to when the toxic should be gone, so that what was neither closed nor let go shows.
/// Run it where socket buffers are limited to 64 KiB, such as in a network namespace of its own (`net.ipv4.tcp_rmem` and
/// `tcp_wmem`): with the usual ones nothing is stuck before gigabytes lie in the kernel. Needs some 5,000 open files.
///
/// Arguments: launcher, Toxiproxy server (or `-`: on the PATH), JSON file to write; then, if wanted, limit per case in
/// seconds (30).
public final class RemovalFigures {

    private static final int CONNECTIONS = 1000;
    private static final long FILL_MILLIS = 1500;
    /// A second is the goal; what takes longer than this is not closed any more.
    private static final Duration STUCK_FOR = Duration.ofMillis(1500);
    private static final List<Toxic> TOXICS = List.of(new Toxic("latency", "{\"latency\":30000,\"jitter\":0}"),
            new Toxic("bandwidth", "{\"rate\":1}"), new Toxic("slow_close", "{\"delay\":30000}"),
            new Toxic("timeout", "{\"timeout\":0}"), new Toxic("reset_peer", "{\"timeout\":30000}"),
            new Toxic("slicer", "{\"average_size\":64,\"size_variation\":32,\"delay\":1000000}"),
            new Toxic("limit_data", "{\"bytes\":1000000000}"), new Toxic("noop", "{}"));

    private final Path launcher;
    private final Optional<Path> toxiproxy;
    private final Duration limit;
    private final List<Row> rows = new ArrayList<>();

    private RemovalFigures(Path launcher, Optional<Path> toxiproxy, Duration limit) {
        this.launcher = launcher;
        this.toxiproxy = toxiproxy;
        this.limit = limit;
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("arguments: LAUNCHER TOXIPROXY-SERVER|- JSON-FILE [LIMIT-SECONDS]");
            System.exit(2);
        }
        RemovalFigures figures = new RemovalFigures(Path.of(args[0]), ToxiproxyServer.find(args[1]),
                Duration.ofSeconds(args.length > 3 ? Integer.parseInt(args[3]) : 30));
        if (figures.toxiproxy.isEmpty()) {
            System.out.println(ToxiproxyServer.MISSING);
        }
        figures.measure();
        Files.writeString(Path.of(args[2]),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(figures.rows));
        System.exit(0);
    }

    private void measure() throws IOException, InterruptedException {
        System.out.printf("%-10s %-20s %-11s %8s %9s %9s %9s %8s%n", "", "", "", "stuck", "DELETE s", "GET s",
                "let go s", "closed");
        try (Relay ours = Relay.ours(launcher)) {
            for (Shape shape : Shape.values()) {
                for (Toxic toxic : TOXICS) {
                    add(one(ours, shape, toxic));
                    if (toxiproxy.isPresent()) {
                        // A new one for each case: one that hangs would spoil the next.
                        try (Relay real = Relay.toxiproxy(toxiproxy.get())) {
                            add(one(real, shape, toxic));
                        }
                    }
                }
            }
        }
        System.out.println("goals of gameday: DELETE and let go within 1 s, GET /proxies answered meanwhile");
    }

    private void add(Row row) {
        rows.add(row);
        System.out.println(row.line(limit));
    }

    private Row one(Relay relay, Shape shape, Toxic toxic) throws IOException, InterruptedException {
        ToxicApi api = new ToxicApi(relay);
        try (StuckConnections connections = new StuckConnections()) {
            int port = api.addProxy("stuck", connections.port());
            api.addToxic("stuck", toxic.type, shape.stream, toxic.attributes);
            connections.open(port, CONNECTIONS, shape.stream.equals("downstream"), shape.stuck);
            long stuck = connections.send(FILL_MILLIS);
            Row row = removed(relay, shape, toxic, connections, stuck);
            if (row.deleteSeconds != null) {
                api.removeProxy("stuck");
            }
            return row;
        } catch (HttpTimeoutException hangs) {
            throw new IOException(relay.name() + " does not answer before the measurement begins", hangs);
        }
    }

    private Row removed(Relay relay, Shape shape, Toxic toxic, StuckConnections connections, long stuck)
            throws InterruptedException {
        long begun = System.nanoTime();
        Timed delete = Timed.start(() -> new ToxicApi(relay).removeToxic("stuck", limit));
        RepeatedList lists = new RepeatedList(new ToxicApi(relay), limit);
        Thread listing = Thread.ofPlatform().daemon().name("listing").start(lists);
        boolean reading = !shape.stuck;
        long readSince = begun;
        long end = begun + limit.toNanos();
        while (System.nanoTime() < end && connections.waiting() > 0) {
            if (!reading && System.nanoTime() - begun > STUCK_FOR.toNanos() && (delete.done() || overdue(end))) {
                reading = true;
                readSince = System.nanoTime();
            }
            if (reading) {
                connections.sendOn();
                connections.receive();
            } else {
                connections.lookAtSenders();
            }
            Thread.sleep(2);
        }
        lists.stop();
        listing.join();
        Double seconds = delete.secondsWithin(Math.max(0, end - System.nanoTime()));
        Double letGo = null;
        if (connections.waiting() == 0) {
            long drained = Math.max(0, connections.receiversOverAt() - readSince);
            long closed = connections.closed() == 0 || !shape.stuck ? 0 : connections.sendersOverAt() - begun;
            letGo = Math.max(drained, closed) / 1e9;
        }
        return new Row(relay.name(), shape.text, toxic.type, stuck, seconds, lists.slowestSeconds(), letGo,
                connections.closed());
    }

    /// Almost at the end, those that do not read have to begin, call or no call.
    private boolean overdue(long end) {
        return end - System.nanoTime() < limit.toNanos() / 10;
    }

    private enum Shape {
        CLIENTS("clients do not read", "downstream", true), SERVERS("servers do not read", "upstream",
                true), FLIGHT("data in flight", "downstream", false);

        private final String text;
        private final String stream;
        private final boolean stuck;

        Shape(String text, String stream, boolean stuck) {
            this.text = text;
            this.stream = stream;
            this.stuck = stuck;
        }
    }

    private record Toxic(String type, String attributes) {
    }

    /// @param stuck         connections on which not all that was to be sent went
    /// @param deleteSeconds null when there was no answer within the limit
    /// @param getSeconds    of the slowest answer; infinite when there was none within the limit
    /// @param letGoSeconds  until the last connection had let go or was closed; null when not within the limit
    /// @param closed        connections that were closed
    record Row(String relay, String shape, String toxic, long stuck, @Nullable Double deleteSeconds, double getSeconds,
            @Nullable Double letGoSeconds, long closed) {

        String line(Duration limit) {
            return String.format(Locale.ROOT, "%-10s %-20s %-11s %8d %9s %9s %9s %8d", relay, shape, toxic, stuck,
                    seconds(deleteSeconds, limit), seconds(getSeconds, limit), seconds(letGoSeconds, limit), closed);
        }

        private static String seconds(@Nullable Double value, Duration limit) {
            return value == null || value.isInfinite()
                    ? "> " + limit.toSeconds()
                    : String.format(Locale.ROOT, "%.3f", value);
        }
    }
}
