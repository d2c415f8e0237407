package io.gameday.console;

import io.gameday.console.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Mistakes of the console itself: their details go to `console.log` of the state folder, one sentence to the user. A
/// mistake in a drawing comes back with each frame, so only the first ones of a process are written down.
final class FailureLog implements Thread.UncaughtExceptionHandler {

    private static final int MOST = 20;

    private final Path file;
    private final Supplier<Instant> wall;
    private final Executor ui;
    private final Consumer<String> say;
    private final AtomicInteger seen = new AtomicInteger();

    /// @param ui  where `say` may be called
    /// @param say shows one sentence
    FailureLog(Path stateFolder, Supplier<Instant> wall, Executor ui, Consumer<String> say) {
        file = stateFolder.resolve("console.log");
        this.wall = wall;
        this.ui = ui;
        this.say = say;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (seen.incrementAndGet() > MOST) {
            return;
        }
        StringWriter text = new StringWriter();
        text.append(wall.get().toString()).append(" on ").append(thread.getName()).append('\n');
        failure.printStackTrace(new PrintWriter(text, true));
        String sentence;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            sentence = Texts.of("frame.failure", file.toString());
        } catch (IOException full) {
            sentence = Texts.of("frame.failure.noLog", file.toString());
        }
        String told = sentence;
        ui.execute(() -> say.accept(told));
    }
}
