package io.gameday.cli;

import java.nio.file.Path;

/// What the launcher runs once after a build, so that the JVM records which classes the quick commands need and
/// later starts load them from its cache. What it prints is of no interest.
final class Training {

    private static final String EXAMPLE = "experiments/catalog/az-power-loss.yaml";

    private Training() {
    }

    public static void main(String[] args) {
        Gameday.execute("--help");
        Gameday.execute("list");
        Gameday.execute("check", Path.of(System.getProperty("gameday.home", "."), EXAMPLE).toString());
    }
}
