package io.gameday.benchmark;

import io.gameday.engine.Engine;
import io.gameday.engine.ExitCode;
import io.gameday.engine.Settings;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.AppConfig;
import io.gameday.reference.simulated.SimulatedApp;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Plays every experiment of a catalog on the simulated app, one after the other in this JVM, journal and all but without
/// documents. Prints seconds of the wall and of the processor for each round, the five dearest experiments, and one
/// SHA-256 over all journals, by which two builds can be compared.
///
/// Arguments: folder of the catalog, seed, rounds.
public final class CatalogFigures {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DEAREST = 5;
    private static final double NANOS = 1e9;

    private CatalogFigures() {
    }

    private record Played(String name, double seconds, Duration simulated, int events, ExitCode exit) {
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("arguments: CATALOG SEED ROUNDS");
            System.exit(2);
        }
        long seed = Long.parseLong(args[1]);
        for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
            round(Path.of(args[0]), seed, round);
        }
    }

    private static void round(Path catalog, long seed, int round) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(catalog)) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
        MessageDigest digest = sha256();
        long wall = System.nanoTime();
        double cpu = cpuSeconds();
        List<Played> played = new ArrayList<>();
        for (Path file : files) {
            played.add(play(file, seed, digest));
        }
        System.out.printf(Locale.ROOT,
                "round %d: %d experiments, %.0f simulated minutes, %,d events in %.1f s, %.1f s of CPU, %s%n", round,
                played.size(), played.stream().mapToDouble(one -> one.simulated.toSeconds() / 60.0).sum(),
                played.stream().mapToInt(Played::events).sum(), (System.nanoTime() - wall) / NANOS, cpuSeconds() - cpu,
                HexFormat.of().formatHex(digest.digest()).substring(0, 12));
        played.stream().sorted(Comparator.comparing(Played::seconds).reversed()).limit(DEAREST)
                .forEach(one -> System.out.printf(Locale.ROOT, "  %-32s %.2f s, exit code %d%n", one.name, one.seconds,
                        one.exit.code()));
    }

    private static Played play(Path file, long seed, MessageDigest digest) throws IOException {
        long begun = System.nanoTime();
        String name = file.getFileName().toString().replace(".yaml", "");
        Experiment experiment = ExperimentReader.read(name, file.toString(), Files.readString(file)).experiment()
                .orElseThrow();
        VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
        Instant from = clock.now();
        int[] events = {0};
        ExitCode[] exit = {null};
        AppConfig config = AppConfig.of(experiment, seed, "/not-used");
        new Engine(experiment, SimulatedApp.target(config, clock, new SplittableRandom(seed)), clock, event -> {
            Entry entry = new Entry(++events[0], clock.now(), "run", event);
            digest.update(JournalFormat.write(entry).getBytes(StandardCharsets.UTF_8));
            return entry;
        }, Settings.of("run", "benchmark", seed, "salt"), (page, sent) -> sent.ok("inbox"), (salt, sealed) -> {
        }, code -> exit[0] = code).start();
        long limit = clock.ticks() + LONGEST.toNanos();
        while (exit[0] == null && clock.ticks() < limit && clock.step()) {
            // The clock moves from task to task.
        }
        if (exit[0] == null) {
            throw new IllegalStateException(name + " did not end within " + LONGEST);
        }
        return new Played(name, (System.nanoTime() - begun) / NANOS, Duration.between(from, clock.now()), events[0],
                exit[0]);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() / NANOS;
    }
}
