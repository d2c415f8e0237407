package io.gameday.benchmark;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Times whole runs: command to first useful answer, command to verdict, memory of everything, CPU of controller and
/// agent while customers are served. Prints minimum, median and maximum.
///
/// Arguments: launcher, output folder, number of runs, experiment.
public final class RunFigures {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private RunFigures() {
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 4) {
            System.err.println("arguments: LAUNCHER OUTPUT-FOLDER RUNS EXPERIMENT");
            System.exit(2);
        }
        RunFigures all = new RunFigures();
        int runs = Integer.parseInt(args[2]);
        for (int i = 1; i <= runs; i++) {
            all.run(Path.of(args[0]), Path.of(args[1], "run-" + i), args[3]);
        }
        all.print();
    }

    private void run(Path gameday, Path out, String experiment) throws IOException, InterruptedException {
        Instant command = Instant.now();
        double peak = 0;
        try (Launched run = new Launched(gameday, out, List.of("run", experiment, "--out", out.toString()))) {
            CpuShare controller = new CpuShare();
            CpuShare agent = new CpuShare();
            while (run.running()) {
                Thread.sleep(LOOK_EVERY);
                peak = Math.max(peak, run.look().stream().mapToDouble(Launched::residentMebibytes).sum());
                run.named("io.gameday.cli.Gameday").ifPresent(controller::look);
                run.named("AgentMain").ifPresent(agent::look);
            }
            int exit = run.exitCode(1);
            List<Entry> entries = JournalReader.read(run.runFolder().orElseThrow().resolve("journal.jsonl")).entries();
            add("command to first useful answer, s", seconds(command, firstUseful(entries)));
            add("command to verdict, s", seconds(command, entries.getLast().at()));
            add("command to prompt, s", run.seconds());
            add("peak private memory of all processes, MiB", peak);
            add("CPU of controller, % of a core", controller.percent());
            add("CPU of agent, % of a core", agent.percent());
            System.out.printf(Locale.ROOT, "%s: exit %d after %.1f s, left over: %s%n", experiment, exit, run.seconds(),
                    run.left());
        }
    }

    private static Instant firstUseful(List<Entry> entries) {
        return entries.stream().map(Entry::event).filter(Event.SecondMeasured.class::isInstance)
                .map(Event.SecondMeasured.class::cast).filter(second -> second.series().containsKey("customer site")
                        && second.series().get("customer site").useful() > 0)
                .findFirst().orElseThrow().second();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private void add(String figure, double value) {
        figures.computeIfAbsent(figure, f -> new ArrayList<>()).add(value);
    }

    private void print() {
        System.out.printf("%n%-45s %8s %8s %8s%n", "", "min", "median", "max");
        figures.forEach((figure, values) -> {
            List<Double> sorted = values.stream().sorted().toList();
            System.out.printf(Locale.ROOT, "%-45s %8.1f %8.1f %8.1f%n", figure, sorted.getFirst(),
                    sorted.get(sorted.size() / 2), sorted.getLast());
        });
    }

    /// CPU share between the first look that is half a minute into a process's life and the last one: warm, as in a
    /// game day, and without its start.
    private static final class CpuShare {
        private static final double WARM_SECONDS = 30;
        private long begun;
        private long from;
        private long to;
        private double cpuFrom;
        private double cpuTo;

        void look(ProcessHandle process) {
            long now = System.nanoTime();
            double cpu = Launched.cpuSeconds(process);
            begun = begun == 0 ? now : begun;
            if (cpu == 0 || (now - begun) / 1e9 < WARM_SECONDS) {
                return;
            }
            if (from == 0) {
                from = now;
                cpuFrom = cpu;
            }
            to = now;
            cpuTo = cpu;
        }

        double percent() {
            return to == from ? Double.NaN : 100 * (cpuTo - cpuFrom) / ((to - from) / 1e9);
        }
    }
}
