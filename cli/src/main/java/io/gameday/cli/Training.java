package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// What the launcher runs once after a build, so that the JVM records which classes the commands need and later starts
/// load them from its cache. What it prints is of no interest.
final class Training {

    private static final String EXAMPLE = "experiments/catalog/az-power-loss.yaml";

    private Training() {
    }

    public static void main(String[] args) throws IOException {
        String example = Path.of(System.getProperty("gameday.home", "."), EXAMPLE).toString();
        Path runs = Files.createTempDirectory("gameday-training");
        Gameday.execute("--help");
        Gameday.execute("list");
        Gameday.execute("check", example);
        // It ends with every document of a run: the libraries behind those are most of what a JVM can load.
        Gameday.execute("run", example, "--on", "simulated", "--out", runs.toString());
        try (Stream<Path> made = Files.list(runs)) {
            // Made again from what lies there, people's words among it.
            made.filter(Files::isDirectory).forEach(run -> Gameday.execute("report", run.toString()));
        }
        Gameday.execute("history", "az-power-loss", "--runs", runs.toString());
        try (Stream<Path> left = Files.walk(runs)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
