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
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How exactly a latency toxic delays, ours beside Toxiproxy's: 1,000 connections to an echo, asking in an open loop at a
/// rate far below what the machine carries. The error of an answer is its time minus that of the same proxy without
/// toxic (median) minus what is wanted; late and early count alike.
///
/// Arguments: launcher, Toxiproxy server (or `-`: on the PATH), JSON file to write; then, if wanted, seconds per case (5)
/// and requests per second over all connections (1000).
public final class LatencyAccuracy {

    private static final int CONNECTIONS = 1000;
    private static final int WARM_UP_SECONDS = 1;
    private static final double GOAL_MILLIS = 1.5;
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final List<Wanted> CASES = List.of(new Wanted(1, 0), new Wanted(10, 0), new Wanted(100, 0),
            new Wanted(1, 1), new Wanted(10, 5), new Wanted(100, 50));

    private final int seconds;
    private final int perSecond;
    private final List<Row> rows = new ArrayList<>();

    private LatencyAccuracy(int seconds, int perSecond) {
        this.seconds = seconds;
        this.perSecond = perSecond;
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("arguments: LAUNCHER TOXIPROXY-SERVER|- JSON-FILE [SECONDS] [PER-SECOND]");
            System.exit(2);
        }
        LatencyAccuracy accuracy = new LatencyAccuracy(args.length > 3 ? Integer.parseInt(args[3]) : 5,
                args.length > 4 ? Integer.parseInt(args[4]) : 1000);
        List<Relay> relays = new ArrayList<>();
        try {
            relays.add(Relay.ours(Path.of(args[0])));
            Optional<Path> toxiproxy = ToxiproxyServer.find(args[1]);
            if (toxiproxy.isPresent()) {
                relays.add(Relay.toxiproxy(toxiproxy.get()));
            } else {
                System.out.println(ToxiproxyServer.MISSING);
            }
            accuracy.measure(relays);
        } finally {
            relays.forEach(Relay::close);
        }
        Files.writeString(Path.of(args[2]),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(accuracy.rows));
    }

    private void measure(List<Relay> relays) throws IOException, InterruptedException {
        Map<String, Double> baselines = new LinkedHashMap<>();
        System.out.printf("%-10s %8s %8s %10s %10s %10s %10s %10s%n", "", "latency", "jitter", "answers", "error p50",
                "error p99", "error max", "in band");
        for (Relay relay : relays) {
            // One more before, so that neither is measured cold.
            measured(relay, null);
            double baseline = millis(measured(relay, null).getValueAtPercentile(50));
            baselines.put(relay.name(), baseline);
            System.out.printf(Locale.ROOT, "%-10s without toxic, median %.3f ms%n", relay.name(), baseline);
        }
        for (Wanted wanted : CASES) {
            for (Relay relay : relays) {
                Row row = row(relay.name(), wanted, baselines.get(relay.name()), measured(relay, wanted));
                rows.add(row);
                System.out.println(row.line());
            }
        }
        System.out.printf(Locale.ROOT,
                "goals of gameday: p99 of the error at most %.1f ms and no more than Toxiproxy's%n", GOAL_MILLIS);
    }

    /// @param wanted null without toxic
    private Histogram measured(Relay relay, @Nullable Wanted wanted) throws IOException, InterruptedException {
        Histogram times = new Histogram(MOST_NANOS, 4);
        ToxicApi api = new ToxicApi(relay);
        try (EchoOrigin origin = new EchoOrigin()) {
            int port = api.addProxy("echo", origin.port());
            if (wanted != null) {
                api.addToxic("echo", "latency", "downstream",
                        "{\"latency\":%d,\"jitter\":%d}".formatted(wanted.latency, wanted.jitter));
            }
            try (OpenLoop load = new OpenLoop(port, CONNECTIONS,
                    nanos -> times.recordValue(Math.min(nanos, MOST_NANOS)))) {
                load.run(perSecond, WARM_UP_SECONDS, seconds);
            }
            api.removeProxy("echo");
        }
        return times;
    }

    private static Row row(String relay, Wanted wanted, double baseline, Histogram times) {
        Histogram errors = new Histogram(MOST_NANOS, 4);
        long[] inBand = new long[1];
        times.recordedValues().forEach(value -> {
            double error = millis(value.getValueIteratedTo()) - baseline - wanted.latency;
            errors.recordValueWithCount(Math.round(Math.abs(error) * 1e6), value.getCountAtValueIteratedTo());
            if (Math.abs(error) <= wanted.jitter + GOAL_MILLIS) {
                inBand[0] += value.getCountAtValueIteratedTo();
            }
        });
        return new Row(relay, wanted.latency, wanted.jitter, baseline, times.getTotalCount(),
                millis(errors.getValueAtPercentile(50)), millis(errors.getValueAtPercentile(99)),
                millis(errors.getMaxValue()), (double) inBand[0] / Math.max(1, times.getTotalCount()));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /// Milliseconds.
    private record Wanted(int latency, int jitter) {
    }

    /// Times in milliseconds.
    ///
    /// @param inBand share of answers whose error is at most the jitter and the goal together
    record Row(String relay, int latency, int jitter, double baseline, long answers, double errorP50, double errorP99,
            double errorMax, double inBand) {

        String line() {
            // With jitter the distance from the middle is wanted, and says nothing.
            String errors = jitter == 0
                    ? String.format(Locale.ROOT, "%10.3f %10.3f %10.3f", errorP50, errorP99, errorMax)
                    : String.format("%10s %10s %10s", "", "", "");
            return String.format(Locale.ROOT, "%-10s %8d %8d %10d %s %9.2f%%", relay, latency, jitter, answers, errors,
                    100 * inBand);
        }
    }
}
