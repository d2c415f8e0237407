package io.gameday.cli;

import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import io.gameday.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `gameday run` as a process of its own, on a simulated app at twenty virtual seconds per second, with a fault so
/// long that no slow machine sees its end: whoever does not stop it waits for an hour.
final class Controller implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private final Path out;
    private final Path errors;

    private Controller(Process process, Path out, Path errors) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.out = out;
        this.errors = errors;
    }

    /// @param input where its standard input comes from
    static Controller start(Path folder, ProcessBuilder.Redirect input, String... more) throws IOException {
        String shipped = Files.readString(Repository.root().resolve("experiments/catalog/az-power-loss.yaml"));
        Path experiment = Files.writeString(folder.resolve("long.yaml"), shipped.replace("for: 40s", "for: 20h"));
        Path out = folder.resolve("runs");
        Path errors = folder.resolve("errors.txt");
        List<String> arguments = new ArrayList<>(List.of("run", experiment.toString(), "--on", "simulated", "--speed",
                "20", "--json", "--out", out.toString()));
        arguments.addAll(List.of(more));
        List<String> command = new ArrayList<>(JavaCommand.of(Gameday.class, 256, arguments));
        command.add(1, "-Dgameday.home=" + Repository.root());
        Process process = new ProcessBuilder(command).redirectInput(input).redirectError(errors.toFile()).start();
        return new Controller(process, out, errors);
    }

    /// Returns when the run has journalled such an event.
    void await(Class<? extends Event> event) throws IOException {
        String type = "\"type\":\"" + event.getSimpleName() + "\"";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(type)) {
                return;
            }
        }
        throw new AssertionError("the run ended without " + event.getSimpleName() + ": " + Files.readString(errors));
    }

    /// As the death of the parent does.
    void closeStandardInput() throws IOException {
        process.getOutputStream().close();
    }

    /// The exit code, once it has ended.
    int ended() throws IOException, InterruptedException {
        while (lines.readLine() != null) {
            // Its output must be read, or it would wait for that.
        }
        return process.waitFor();
    }

    /// The folder of its only run.
    Path run() throws IOException {
        try (Stream<Path> runs = Files.list(out)) {
            return runs.reduce((a, b) -> {
                throw new AssertionError("two runs: " + a + ", " + b);
            }).orElseThrow();
        }
    }

    List<Event> journal() throws IOException {
        return JournalReader.read(run().resolve("journal.jsonl")).entries().stream().map(entry -> entry.event())
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
