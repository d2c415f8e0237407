package io.gameday.console.run;

import io.gameday.console.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// A controller that this console started: `gameday run` as a process of its own. Its standard input is a pipe of
/// ours, so that it stops the run by itself when the console is gone, however that came about.
public final class Controller implements AutoCloseable {

    /// Said by `gameday run --with-parent` on its standard error, once the folder is there.
    static final String FOLDER = "run folder: ";

    /// How a controller begins what a person should know in any case.
    public static final String NOTICE = "gameday: ";

    private final Process process;

    /// Told on the UI thread.
    public interface Listener {

        /// @param sentence what it is doing
        void progress(String sentence);

        /// The run can be followed from now on.
        void playing(Path runFolder);

        /// @param exitCode  as `gameday run` ends
        /// @param lastWords the last thing that it said to people
        void ended(int exitCode, String lastWords);
    }

    private Controller(Process process) {
        this.process = process;
    }

    /// @param gameday    the command that starts Gameday, such as `/home/me/gameday/gameday`
    /// @param on         `local` or `simulated`
    /// @param guests     who gets a link
    /// @param out        where the run folder is made
    /// @param ui         the UI thread
    /// @throws IOException when it cannot be started
    public static Controller start(List<String> gameday, Path experiment, String on, Guests guests, Path out,
            Executor ui, Listener listener) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", experiment.toString(), "--on", on));
        arguments.addAll(guests.options(on));
        arguments.addAll(List.of("--out", out.toString(), "--with-parent"));
        return start(gameday, arguments, ui, listener);
    }

    /// Plays the experiment that proves an action, and closes the action when everything held.
    ///
    /// @param action such as `2026-11-21T14-01-32Z-az-power-loss/A1`
    /// @param runs   where the run folders are
    /// @throws IOException when it cannot be started
    public static Controller verify(List<String> gameday, String action, Path runs, Executor ui, Listener listener)
            throws IOException {
        return start(gameday, List.of("actions", "verify", action, "--runs", runs.toString(), "--with-parent"), ui,
                listener);
    }

    private static Controller start(List<String> gameday, List<String> arguments, Executor ui, Listener listener)
            throws IOException {
        List<String> command = new ArrayList<>(gameday);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Thread.ofVirtual().name("controller").start(() -> listen(process, ui, listener));
        return new Controller(process);
    }

    private static void listen(Process process, Executor ui, Listener listener) {
        String words = "";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String said = line.startsWith("· ") ? line.substring(2) : line;
                if (said.startsWith(FOLDER)) {
                    Path folder = Path.of(said.substring(FOLDER.length()));
                    ui.execute(() -> listener.playing(folder));
                } else if (!said.isBlank()) {
                    words = said;
                    ui.execute(() -> listener.progress(said));
                }
            }
            int code = process.waitFor();
            String last = words;
            ui.execute(() -> listener.ended(code, last));
        } catch (IOException broken) {
            process.destroy();
            ui.execute(() -> listener.ended(1, Texts.of("run.not-heard", String.valueOf(broken))));
        } catch (InterruptedException ours) {
            // Only when the console ends; the pipe closes with it.
            Thread.currentThread().interrupt();
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Closes the pipe: the controller stops the run, takes every fault away, proves it and writes the report.
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
