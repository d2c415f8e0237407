package io.gameday.cli;

import java.util.List;

/// What the launcher runs once after a build, so that the JVM records which classes the quick commands need and
/// later starts load them from its cache. What it prints is of no interest.
final class Training {

    private static final List<List<String>> QUICK_COMMANDS = List.of(List.of("--help"), List.of("list"),
            List.of("check"));

    private Training() {
    }

    public static void main(String[] args) {
        QUICK_COMMANDS.forEach(command -> Gameday.execute(command.toArray(String[]::new)));
    }
}
