package io.gameday.agent;

import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// One JSON line for each call to the agent, refused ones included. Safe for use by several threads. What cannot be
/// written is said and keeps no call from its answer: a full disk must not keep a fault in force.
final class AuditLog {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Path file;
    private final Clock clock;
    private final Consumer<String> log;

    /// @param log told what could not be written
    AuditLog(Path file, Clock clock, Consumer<String> log) {
        this.file = file;
        this.clock = clock;
        this.log = log;
    }

    private record Call(Instant at, String method, String path, int status) {
    }

    synchronized void add(HttpRequest request, int status) {
        String line = JSON.writeValueAsString(new Call(clock.now(), request.method(), request.path(), status));
        try {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            log.accept(file + " cannot be written: " + e + ". Not written: " + line);
        }
    }
}
