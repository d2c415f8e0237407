package io.gameday.cli;

import io.gameday.cli.view.FleetScreen;
import io.gameday.cli.view.Terminal;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.fleet.Fleet;
import io.gameday.reference.fleet.FleetDay;
import io.gameday.reference.fleet.FleetEntry;
import io.gameday.reference.fleet.FleetResult;
import io.gameday.reference.fleet.Generation;
import io.gameday.report.AtomicFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "fleet", description = "Play a day of a whole fleet of cells, by rates and minute by minute, on three "
        + "generations of a platform: who was hurt, for how long, who was paged, and what it costs. Nothing is started "
        + "or touched.", footer = {"", "Examples:", "  gameday fleet", "  gameday fleet egress-platform --seed 7",
                "  gameday fleet mine.yaml --hours 6 --out result.json --journal day.jsonl", "",
                "The same file, hours and seed give the same journal, byte for byte.", "",
                "Exit codes: 0 played · 1 Gameday failed · 2 wrong usage or an invalid file"}, mixinStandardHelpOptions = true)
final class FleetCommand implements Callable<Integer> {

    private static final int MOST_HOURS = 48;
    private static final int TOLD_EACH = 6;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "FLEET", defaultValue = "egress-platform", description = "A fleet file, "
            + "or the name of a shipped one; ${DEFAULT-VALUE} unless given.")
    private String fleet = "egress-platform";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of traffic, customers and times of "
            + "faults; ${DEFAULT-VALUE} unless given.")
    private long seed = 1;

    @Option(names = "--hours", paramLabel = "N", defaultValue = "24", description = "Simulated hours, 1 to 48; "
            + "${DEFAULT-VALUE} unless given. What would be broken later is left out.")
    private int hours = 24;

    @Option(names = "--json", description = "The result as JSON on stdout.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result there too, as JSON.")
    private @Nullable Path out;

    @Option(names = "--journal", paramLabel = "FILE", description = "Write every event there, one JSON line each.")
    private @Nullable Path journal;

    @Override
    public Integer call() throws IOException {
        if (hours < 1 || hours > MOST_HOURS) {
            throw new Refused(ExitCodes.USAGE, "--hours is " + hours + "; allowed: 1 to " + MOST_HOURS);
        }
        writable("--out", out);
        writable("--journal", journal);
        FleetResult result = play(Fleets.find(Home.folder(), fleet));
        String written = JournalFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n";
        if (out != null) {
            AtomicFile.write(out, written.getBytes(StandardCharsets.UTF_8));
        }
        var lines = spec.commandLine().getOut();
        if (json) {
            lines.print(written);
            lines.flush();
        } else {
            new FleetScreen(result).render(Terminal.ofOutput(System.getProperties(), System.getenv()))
                    .forEach(lines::println);
        }
        return ExitCodes.HELD;
    }

    private FleetResult play(Fleet read) throws IOException {
        if (journal == null) {
            return new FleetDay(read, seed, hours * 60, entry -> {
            }, this::progress).play();
        }
        try (BufferedWriter lines = Files.newBufferedWriter(journal)) {
            return new FleetDay(read, seed, hours * 60, entry -> write(lines, entry), this::progress).play();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(BufferedWriter lines, FleetEntry entry) {
        try {
            lines.write(entry.line());
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void progress(Generation generation, int hour) {
        if (hour % TOLD_EACH == 0 || hour == hours) {
            spec.commandLine().getErr().println("· generation " + generation.number() + " of "
                    + Generation.values().length + ": " + hour + " of " + hours + " h");
        }
    }

    private static void writable(String option, @Nullable Path file) {
        if (file != null) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new Refused(ExitCodes.USAGE, option + " is " + file + ", and there is no folder " + folder);
            }
        }
    }
}
