package io.gameday.cli.view;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Writes to a stream from a thread of its own, because a terminal that is held or a pipe that nobody reads would
/// otherwise stop the loop, and with it the faults' leases. Lines are kept; of frames only the newest is written, over
/// the one before. Any thread may call.
public final class Output implements AutoCloseable {

    private sealed interface Item {
        record Text(String text) implements Item {
        }

        /// The newest frame, whatever it is by then.
        record NewestFrame() implements Item {
        }

        record End() implements Item {
        }
    }

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private final PrintStream stream;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable List<String>> frame = new AtomicReference<>();
    private final Thread writer;
    private final Duration longestSilence;
    private volatile long written;
    private int drawn;

    public Output(PrintStream stream) {
        this(stream, LONGEST_SILENCE);
    }

    /// @param longestSilence how long [#close()] waits for a reader that takes nothing
    Output(PrintStream stream, Duration longestSilence) {
        this.stream = stream;
        this.longestSilence = longestSilence;
        writer = Thread.ofPlatform().name("gameday-output").daemon().start(this::write);
    }

    /// Writes `line` and a line's end after everything that was given before. A frame above it stays as it is.
    public void line(String line) {
        queue.add(new Item.Text(line + "\n"));
    }

    /// Draws `lines` over the frame before, unless a newer frame is given first. Only for terminals.
    public void frame(List<String> lines) {
        if (frame.getAndSet(List.copyOf(lines)) == null) {
            queue.add(new Item.NewestFrame());
        }
    }

    private void write() {
        try {
            while (true) {
                switch (queue.take()) {
                    case Item.Text(String text) -> {
                        drawn = 0;
                        write(text);
                    }
                    case Item.NewestFrame _ -> {
                        List<String> lines = frame.getAndSet(null);
                        if (lines != null) {
                            write(over(lines));
                        }
                    }
                    case Item.End _ -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Up to where the last frame began; each line is cleared behind its text, and what is left below as well.
    private String over(List<String> lines) {
        StringBuilder text = new StringBuilder(drawn > 0 ? "\033[" + drawn + "A\r" : "");
        lines.forEach(line -> text.append(line).append("\033[K\n"));
        drawn = lines.size();
        return text.append("\033[J").toString();
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
        stream.flush();
        written = written + bytes.length;
    }

    /// Returns once everything given so far is written, or when for two seconds nobody has read any of it.
    @Override
    public void close() {
        queue.add(new Item.End());
        try {
            long before;
            do {
                before = written;
                writer.join(longestSilence);
            } while (writer.isAlive() && written > before);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
