package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Messages into a file, one line of JSON each: what people would have received.
public final class Inbox implements Pager {

    private final Path file;

    public Inbox(Path file) {
        this.file = file;
    }

    @Override
    public void send(Message message, Reply<String> sent) {
        try {
            Files.writeString(file, JournalFormat.mapper().writeValueAsString(Said.fields(message)) + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            sent.ok("inbox");
        } catch (IOException e) {
            sent.failed("the inbox " + file + " cannot be written: " + e);
        }
    }
}
