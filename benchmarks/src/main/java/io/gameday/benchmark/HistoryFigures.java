package io.gameday.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Times `gameday history EXPERIMENT` over many runs, from the command to its end: the launcher is in it, a build is
/// not. The runs are one real run's scorecard under many names. Prints minimum, median and maximum.
///
/// Arguments: launcher, folder of a finished run, number of runs, number of starts.
public final class HistoryFigures {

    private static final String SCORECARD = "scorecard.json";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int APART_SECONDS = 3600;
    private static final long LIMIT_SECONDS = 300;

    private HistoryFigures() {
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 4) {
            System.err.println("arguments: LAUNCHER RUN-FOLDER RUNS STARTS");
            System.exit(2);
        }
        String scorecard = Files.readString(Path.of(args[1], SCORECARD));
        JsonNode read = JsonMapper.shared().readTree(scorecard);
        String experiment = read.get("experiment").get("name").asString();
        int runs = Integer.parseInt(args[2]);
        Path folder = Files.createTempDirectory("gameday-history");
        try {
            for (int i = 0; i < runs; i++) {
                String name = TIME.format(FIRST.plusSeconds((long) i * APART_SECONDS)) + "-" + experiment;
                Path run = Files.createDirectory(folder.resolve(name));
                Files.createFile(run.resolve("journal.jsonl"));
                Files.writeString(run.resolve(SCORECARD), scorecard.replace(read.get("run").asString(), name));
            }
            measure(Path.of(args[0]), experiment, folder, Integer.parseInt(args[3]));
            System.out.printf(Locale.ROOT, "%,d runs, %,d bytes each%n", runs, scorecard.length());
        } finally {
            delete(folder);
        }
    }

    private static void measure(Path gameday, String experiment, Path folder, int starts)
            throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        // The first one warms the disk's cache and may have to build.
        for (int i = 0; i <= starts; i++) {
            long begun = System.nanoTime();
            Process history = new ProcessBuilder(gameday.toString(), "history", experiment, "--runs", folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!history.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || history.exitValue() != 0) {
                history.destroy();
                throw new IOException("gameday history did not end with 0 within " + LIMIT_SECONDS + " s");
            }
            if (i > 0) {
                seconds.add((System.nanoTime() - begun) / 1e9);
            }
        }
        List<Double> sorted = seconds.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "command to its end, s: min %.2f  median %.2f  max %.2f  of %d%n",
                sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast(), sorted.size());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
