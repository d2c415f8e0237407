package io.gameday.process;

import io.gameday.notification.Channels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// A process of ours. It ends when its standard input closes, that is, when this process ends in whatever way; and it
/// ignores the terminal's interrupt, so that Ctrl-C reaches the controller alone.
///
/// ```
/// parent ── stdin, kept open, one line at most ──► child   (end of file: end yourself)
///        ◄── stdout, lines ── child                     (one line GAMEDAY-READY {json} when it serves)
///            stderr ──► file
/// ```
public final class ChildProcess implements AutoCloseable {

    /// What a child prints, followed by a JSON object, once it can be spoken to.
    public static final String READY = "GAMEDAY-READY ";

    /// Takes what a child prints.
    public interface Output {

        /// One line, on the thread that reads the pipe. May block: then nobody reads, and once the pipe is full the
        /// child stands still in its own write.
        void line(String text);

        /// The process is gone, told before the listener of its exit is. Whoever blocks in [#line(String)] returns now,
        /// and nobody blocks there any more: what is left in the pipe is read to its end.
        void gone();
    }

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final String name;
    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /// Starts a child.
    ///
    /// @param command     program and arguments
    /// @param environment added to ours, which is handed on without the secrets of those who are paged
    /// @param errors      file that its standard error is appended to
    /// @param onLine      told of every line of standard output but the ready line, on a thread of its own
    /// @param onExit      told the exit code, on a thread of its own
    /// @throws IOException when it cannot be started; the message names the program
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path errors,
            Consumer<String> onLine, IntConsumer onExit) throws IOException {
        return start(name, command, environment, errors, new Output() {
            @Override
            public void line(String text) {
                onLine.accept(text);
            }

            @Override
            public void gone() {
                // Whoever never blocks has nothing to let go.
            }
        }, onExit);
    }

    /// Starts a child whose standard output may be left unread for a while.
    ///
    /// @param output takes every line of standard output but the ready line
    /// @see #start(String, List, Map, Path, Consumer, IntConsumer)
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path errors,
            Output output, IntConsumer onExit) throws IOException {
        // A signal that is ignored stays ignored across exec, and the JVM leaves it so.
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", name));
        shielded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shielded)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().putAll(environment);
        // The system under test may show its environment to whoever asks.
        builder.environment().keySet().removeAll(Channels.SECRETS);
        ChildProcess child = new ChildProcess(name, builder.start());
        // No virtual thread: reading a pipe holds its carrier, and once some children are read none may be left to start
        // the next reader on.
        Thread reader = Thread.ofPlatform().daemon().name(name + "-output").start(() -> child.readOutput(output));
        child.process.onExit().thenAccept(ended -> {
            output.gone();
            awaitLastWords(reader);
            child.ready.completeExceptionally(new IOException(
                    name + " ended with exit code " + ended.exitValue() + " before it was ready; see " + errors));
            onExit.accept(ended.exitValue());
        });
        return child;
    }

    /// What the child printed before it ended, its ready line perhaps, is news from before its end. Bounded, because a
    /// grandchild may hold the pipe open.
    private static void awaitLastWords(Thread reader) {
        try {
            reader.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput(Output output) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                } else {
                    output.line(line);
                }
            }
        } catch (IOException closed) {
            // The pipe broke because the child was killed: its end is told by onExit.
            output.line("(output of " + name + " ended: " + closed.getMessage() + ")");
        }
    }

    /// The JSON of the ready line; fails when the child ends before.
    public CompletableFuture<String> ready() {
        return ready;
    }

    /// Writes one line to its standard input, for a child that waits for one.
    ///
    /// @throws IOException when it is not there to read it
    public void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// SIGKILL. What the child wrote before is still read: that is why the signal goes by the handle and not by
    /// [Process#destroyForcibly()], which closes the pipes on our side.
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /// Closes the child's standard input, which asks it to end, and kills it when it has not within `seconds`.
    public void end(int seconds) {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // Nobody reads it any more, which is what was wanted.
        }
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end(5);
    }
}
