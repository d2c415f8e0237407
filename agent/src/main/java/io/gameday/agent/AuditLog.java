package io.gameday.agent;

import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/// One JSON line for each call to the agent, refused ones included. Safe for use by several threads.
final class AuditLog {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Path file;
    private final Clock clock;

    AuditLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    private record Call(Instant at, String method, String path, int status) {
    }

    synchronized void add(HttpRequest request, int status) {
        String line = JSON.writeValueAsString(new Call(clock.now(), request.method(), request.path(), status));
        try {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
