package io.gameday.benchmark;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Treats runs badly at different moments and says what became of faults and processes.
///
/// - `interrupt`: SIGINT to the whole group, as Ctrl-C does
/// - `kill`: SIGKILL to the controller
/// - `freeze`: SIGSTOP to every process for 60 s, then SIGCONT, as a closed lid does
///
/// Arguments: launcher, output folder, kind, number of times, experiment.
public final class BadLuck {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration LEFT_LIMIT = Duration.ofSeconds(30);
    private static final Duration FROZEN = Duration.ofSeconds(60);
    private static final int END_LIMIT_SECONDS = 180;

    private final Path gameday;
    private final Path out;
    private final String experiment;

    private BadLuck(Path gameday, Path out, String experiment) {
        this.gameday = gameday;
        this.out = out;
        this.experiment = experiment;
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 5 || !List.of("interrupt", "kill", "freeze").contains(args[2])) {
            System.err.println("arguments: LAUNCHER OUTPUT-FOLDER interrupt|kill|freeze TIMES EXPERIMENT");
            System.exit(2);
        }
        int times = Integer.parseInt(args[3]);
        BadLuck campaign = new BadLuck(Path.of(args[0]), Path.of(args[1]), args[4]);
        for (int i = 0; i < times; i++) {
            // Evenly over the time that the fault is in force, its first and last moments included.
            campaign.strike(args[2], i, Duration.ofMillis(200 + i * 39_600L / Math.max(1, times - 1)));
        }
    }

    /// @param after since the fault was injected
    private void strike(String kind, int number, Duration after) throws IOException, InterruptedException {
        Path folder = out.resolve(kind + "-" + number);
        try (Launched run = new Launched(gameday, folder, List.of("run", experiment, "--out", folder.toString()))) {
            Instant injected = awaitInjection(run);
            while (Instant.now().isBefore(injected.plus(after))) {
                Thread.sleep(LOOK_EVERY);
                run.look();
            }
            Instant struck = Instant.now();
            switch (kind) {
                case "interrupt" -> run.signal("INT", true);
                case "kill" -> run.signal("KILL", false);
                default -> freeze(run);
            }
            int exit = run.exitCode(END_LIMIT_SECONDS);
            double processesGone = awaitNoneLeft(run, struck);
            System.out.printf(Locale.ROOT, "%s %d: struck %.1f s into the fault; exit %d; fault gone %s; %s; %s%n",
                    kind, number, after.toMillis() / 1000.0, exit, faultGone(run, struck),
                    run.left().isEmpty()
                            ? String.format(Locale.ROOT, "no process left after %.1f s", processesGone)
                            : "LEFT: " + run.left(),
                    ended(run));
        }
    }

    private static Instant awaitInjection(Launched run) throws IOException, InterruptedException {
        while (run.running()) {
            Thread.sleep(LOOK_EVERY);
            run.look();
            Optional<Path> journal = run.runFolder().map(f -> f.resolve("journal.jsonl")).filter(Files::exists);
            if (journal.isPresent()) {
                Optional<Entry> injected = JournalReader.read(journal.get()).entries().stream()
                        .filter(e -> e.event() instanceof Event.FaultInjected).findFirst();
                if (injected.isPresent()) {
                    return injected.get().at();
                }
            }
        }
        throw new IOException("the run ended before it injected anything; see its output.txt");
    }

    private static void freeze(Launched run) throws IOException, InterruptedException {
        List<String> pids = run.look().stream().map(handle -> String.valueOf(handle.pid())).toList();
        for (String signal : List.of("STOP", "CONT")) {
            for (String pid : pids) {
                new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
            }
            if (signal.equals("STOP")) {
                Thread.sleep(FROZEN);
            }
        }
    }

    private static double awaitNoneLeft(Launched run, Instant struck) throws InterruptedException {
        Instant end = Instant.now().plus(LEFT_LIMIT);
        while (!run.left().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK_EVERY);
        }
        return Duration.between(struck, Instant.now()).toMillis() / 1000.0;
    }

    /// By the agent's own lines, which it writes when its prober has seen the end.
    private static String faultGone(Launched run, Instant struck) throws IOException {
        Path faults = run.runFolder().orElseThrow().resolve("faults.jsonl");
        try (Stream<String> lines = Files.lines(faults)) {
            return lines.filter(line -> line.contains("\"ConfirmedGone\"") || line.contains("\"GoneWithTarget\""))
                    .reduce((a, b) -> b)
                    .map(line -> Instant.parse(line.substring(line.indexOf(':') + 2, line.indexOf("\",\"run\""))))
                    .map(at -> String.format(Locale.ROOT, "%.1f s after",
                            Duration.between(struck, at).toMillis() / 1000.0))
                    .orElse("NOT CONFIRMED");
        }
    }

    private static String ended(Launched run) throws IOException {
        List<Entry> entries = JournalReader.read(run.runFolder().orElseThrow().resolve("journal.jsonl")).entries();
        boolean gap = entries.stream().anyMatch(e -> e.event() instanceof Event.GapNoticed);
        String end = entries.getLast().event() instanceof Event.RunEnded e
                ? "journal ends: " + e.reason()
                : "journal stops after " + entries.size() + " entries";
        return end + (gap ? " (gap noticed)" : "");
    }
}
