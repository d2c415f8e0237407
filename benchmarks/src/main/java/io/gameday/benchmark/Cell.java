package io.gameday.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// One relay with one size of reply, with or without a toxic, and what every round of it gave.
final class Cell {

    final String name;
    final String file;
    final String toxic;
    private final int port;
    private final @Nullable Relay relay;
    private final List<Round> rounds = new ArrayList<>();

    /// @param relay null for the way without one
    Cell(String name, String file, String toxic, int port, @Nullable Relay relay) {
        this.name = name;
        this.file = file;
        this.toxic = toxic;
        this.port = port;
        this.relay = relay;
    }

    /// @param kept whether it counts
    void measure(Path wrk, int seconds, boolean kept) throws IOException, InterruptedException {
        double before = cpu();
        Wrk load = Wrk.run(wrk, "http://127.0.0.1:" + port + "/" + file, seconds);
        double used = cpu() - before;
        if (kept) {
            rounds.add(new Round(load.perSecond(), load.p99(), used * 1e6 / Math.max(1, load.requests())));
        }
    }

    private double cpu() {
        return relay == null ? 0 : relay.cpuSeconds();
    }

    double perSecond() {
        return median(Round::perSecond);
    }

    double p99() {
        return median(Round::p99);
    }

    double cpuMicros() {
        return median(Round::cpuMicros);
    }

    private double median(ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    String comparedTo(Cell other) {
        return String.format(Locale.ROOT, "%.2f, %s", perSecond() / other.perSecond(),
                relay == null ? "-" : String.format(Locale.ROOT, "%.2f", cpuMicros() / other.cpuMicros()));
    }

    Map<String, Object> json() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reply", file);
        row.put("relay", name);
        row.put("toxic", toxic);
        row.put("requestsPerSecond", perSecond());
        row.put("p99Millis", p99());
        row.put("cpuMicrosPerRequest", cpuMicros());
        row.put("rounds", rounds);
        return row;
    }

    record Round(double perSecond, double p99, double cpuMicros) {
    }
}
