package io.gameday.benchmark;

import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRun.Value;
import io.gameday.report.history.PastRuns;
import io.gameday.report.history.Quantity;
import io.gameday.report.text.Figures;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Lays runs of the real reference app beside simulated runs of the same experiments, as a table in Markdown: how each
/// ended, and the times of both. A row agrees when both ended alike and no time differs by more than twice, or by more
/// than the two seconds that measuring by the second leaves open. A row that does not agree wants words in a file kept by hand.
///
/// Arguments: folder of real runs, folder of simulated runs, a properties file of experiment and words.
public final class RealAndSimulated {

    private static final double TWICE = 2;
    private static final double SECONDS_OPEN = 2;
    private static final List<String> TIMES = List.of("alarm latency", "impact total", "recover");
    private static final String NOTHING = "–";

    private RealAndSimulated() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("arguments: REAL-RUNS SIMULATED-RUNS WORDS.properties");
            System.exit(2);
        }
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[2]))) {
            words.load(reader);
        }
        Map<String, String> explained = new HashMap<>();
        words.forEach((experiment, why) -> explained.put(experiment.toString(), why.toString()));
        System.out.print(table(PastRuns.in(Path.of(args[0])), PastRuns.in(Path.of(args[1])), explained));
    }

    /// @param explained by experiment, why its two runs differ
    static String table(PastRuns real, PastRuns simulated, Map<String, String> explained) {
        TreeSet<String> names = new TreeSet<>(real.experiments());
        names.addAll(simulated.experiments());
        List<String> rows = new ArrayList<>();
        int agree = 0;
        int open = 0;
        for (String name : names) {
            PastRun one = newest(real, name);
            PastRun other = newest(simulated, name);
            List<String> differences = differences(one, other);
            String note = differences.isEmpty()
                    ? "agrees"
                    : String.join("; ", differences) + ": " + explained.getOrDefault(name, "**not explained**");
            agree += differences.isEmpty() ? 1 : 0;
            open += !differences.isEmpty() && !explained.containsKey(name) ? 1 : 0;
            StringBuilder row = new StringBuilder("| `" + name + "` | " + ended(one) + " | " + ended(other));
            TIMES.forEach(time -> row.append(" | ").append(words(one, time)).append(" | ").append(words(other, time)));
            rows.add(row + " | " + note + " |");
        }
        return """
                | experiment | real | simulated | first alarm, real | simulated | customers ill, real | simulated | recovered, real | simulated | |
                |---|---|---|---|---|---|---|---|---|---|
                %s

                %s: %d agree, %d differ with a reason, %d without.
                """
                .formatted(String.join("\n", rows), Figures.many(rows.size(), "experiment"), agree,
                        rows.size() - agree - open, open);
    }

    private static @Nullable PastRun newest(PastRuns runs, String experiment) {
        PastRun newest = null;
        for (PastRun run : runs.runs()) {
            newest = run.experiment().equals(experiment) ? run : newest;
        }
        return newest;
    }

    private static List<String> differences(@Nullable PastRun real, @Nullable PastRun simulated) {
        if (real == null || simulated == null) {
            return List.of("played only " + (real == null ? "simulated" : "for real"));
        }
        List<String> differences = new ArrayList<>();
        if (!real.ended().equals(simulated.ended())) {
            differences.add("another end");
        }
        for (String time : TIMES) {
            Double one = seconds(real, time);
            Double other = seconds(simulated, time);
            if (one != null && other != null ? !near(one, other) : one != other) {
                differences.add(time);
            }
        }
        return differences;
    }

    private static boolean near(double one, double other) {
        double less = Math.min(one, other);
        double more = Math.max(one, other);
        return more - less <= SECONDS_OPEN || less > 0 && more <= TWICE * less;
    }

    private static @Nullable Double seconds(PastRun run, String time) {
        Value value = value(run, time);
        return value == null ? null : value.number();
    }

    private static @Nullable Value value(PastRun run, String time) {
        for (Value value : run.values()) {
            if (value.quantity().name().equals(time)) {
                return value;
            }
        }
        return null;
    }

    private static String ended(@Nullable PastRun run) {
        return run == null ? "not played" : run.ended();
    }

    private static String words(@Nullable PastRun run, String time) {
        Double seconds = run == null ? null : seconds(run, time);
        return seconds == null ? NOTHING : Quantity.Unit.SECONDS.words(seconds);
    }
}
