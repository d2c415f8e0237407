package io.gameday.signal.webhook;

import io.gameday.journal.JournalFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What was heard, one line of JSON each, for `gameday grade` later on. Appends; any thread may write.
public final class WebhookLog implements Consumer<Notification>, AutoCloseable {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Path file;
    private final BufferedWriter out;

    /// @throws IOException when the file cannot be written
    public WebhookLog(Path file) throws IOException {
        this.file = file;
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// @throws UncheckedIOException when it cannot be written
    @Override
    public synchronized void accept(Notification heard) {
        try {
            out.write(JSON.writeValueAsString(heard) + "\n");
            out.flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    /// Everything in the file. A last line that was cut off is left out.
    ///
    /// @throws IOException when it cannot be read, or a line in it is none of these
    public static List<Notification> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        List<Notification> heard = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean torn = i == lines.size() - 1 && !text.endsWith("\n");
            try {
                Notification one = JSON.readValue(lines.get(i), Notification.class);
                if (one == null || one.heard() == null || one.receiver() == null || one.alerts() == null) {
                    throw new IOException(
                            file + ":" + (i + 1) + " is no notification; allowed: what `gameday listen` " + "writes");
                }
                heard.add(one);
            } catch (JacksonException unreadable) {
                if (!torn) {
                    throw new IOException(file + ":" + (i + 1) + " cannot be read: " + unreadable.getOriginalMessage(),
                            unreadable);
                }
            }
        }
        return List.copyOf(heard);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
