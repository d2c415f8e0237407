package io.gameday.report.history;

import io.gameday.journal.RunFolder;
import io.gameday.report.history.ScorecardSkim.Unusable;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// The runs in a folder of run folders.
///
/// @param runs   in order of time
/// @param unread those that cannot be compared; the others are there all the same
public record PastRuns(List<PastRun> runs, List<Unread> unread) {

    /// @param name of its folder
    public record Unread(String name, String why) {
    }

    /// All runs of one experiment on one kind of system.
    ///
    /// @param last how the newest one ended, such as `held`; `lastRun` is its name
    public record Line(String experiment, TargetKind target, int runs, String last, String lastRun, Instant lastAt) {
    }

    /// What lies in `folder`, read from each run's `scorecard.json`. Folders that are not of a run are passed over.
    ///
    /// @throws IOException when `folder` cannot be listed
    public static PastRuns in(Path folder) throws IOException {
        List<Path> folders;
        try (Stream<Path> paths = Files.list(folder)) {
            folders = paths.sorted().toList();
        }
        Map<String, Quantity> quantities = new ConcurrentHashMap<>();
        Queue<Unread> unread = new ConcurrentLinkedQueue<>();
        // A thousand runs do not depend on each other.
        List<PastRun> runs = folders.parallelStream()
                .filter(path -> Files.exists(path.resolve(ScorecardSkim.FILE))
                        || Files.exists(new RunFolder(path).journal()))
                .flatMap(path -> read(path, quantities, unread).stream())
                .sorted(Comparator.comparing(PastRun::at).thenComparing(PastRun::name)).toList();
        return new PastRuns(runs, unread.stream().sorted(Comparator.comparing(Unread::name)).toList());
    }

    private static Optional<PastRun> read(Path path, Map<String, Quantity> quantities, Queue<Unread> unread) {
        try {
            return Optional.of(ScorecardSkim.read(path, quantities));
        } catch (Unusable unusable) {
            unread.add(new Unread(path.getFileName().toString(), String.valueOf(unusable.getMessage())));
            return Optional.empty();
        }
    }

    public BetweenIncidents betweenIncidents() {
        return BetweenIncidents.of(runs);
    }

    /// Names of the experiments, in order.
    public List<String> experiments() {
        return runs.stream().map(PastRun::experiment).distinct().sorted().toList();
    }

    /// By name; real and simulated runs of one experiment apart.
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String experiment : experiments()) {
            for (TargetKind target : TargetKind.values()) {
                List<PastRun> these = runs.stream()
                        .filter(run -> run.experiment().equals(experiment) && run.target() == target).toList();
                if (!these.isEmpty()) {
                    PastRun last = these.getLast();
                    lines.add(new Line(experiment, target, these.size(), last.ended(), last.name(), last.at()));
                }
            }
        }
        return lines;
    }
}
