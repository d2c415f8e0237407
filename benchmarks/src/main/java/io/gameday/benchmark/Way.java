package io.gameday.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/// One way to the task, and what every round of it gave.
final class Way {

    /// So many at once that whoever is in between never waits for work.
    private static final int MANY = 16;

    final String name;
    private final int port;
    private final DoubleSupplier cpuSeconds;
    private final List<Round> rounds = new ArrayList<>();

    /// @param cpuSeconds of the process in between so far
    Way(String name, int port, DoubleSupplier cpuSeconds) {
        this.name = name;
        this.port = port;
        this.cpuSeconds = cpuSeconds;
    }

    /// @param kept whether it counts
    void measure(int seconds, boolean kept) throws IOException, InterruptedException {
        ClosedLoop alone = ClosedLoop.run(port, 1, seconds);
        double before = cpuSeconds.getAsDouble();
        ClosedLoop many = ClosedLoop.run(port, MANY, seconds);
        double used = cpuSeconds.getAsDouble() - before;
        if (kept) {
            rounds.add(new Round(alone.millis(0.5), alone.millis(0.99), many.perSecond(),
                    used == 0 ? 0 : many.requests() / used));
        }
    }

    double median(ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /// @param p50          milliseconds, of one request at a time
    /// @param p99          likewise
    /// @param perSecond    with sixteen at once
    /// @param perCpuSecond likewise, of the process in between; 0 where there is none
    record Round(double p50, double p99, double perSecond, double perCpuSecond) {
    }
}
