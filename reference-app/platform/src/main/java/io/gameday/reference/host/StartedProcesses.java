package io.gameday.reference.host;

import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Every process that this host ever started, in `app/processes.jsonl`: whoever ends the app can prove that each of
/// them is gone. Safe for use by several threads.
public final class StartedProcesses {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Consumer<String> log;

    StartedProcesses(AppFolder folder, Consumer<String> log) {
        this.file = file(folder);
        this.log = log;
    }

    synchronized void add(String name, ProcessIdentity identity) {
        try {
            Files.writeString(file, JSON.writeValueAsString(new Started(name, identity)) + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            // The process runs and is ours; not being able to prove its end later is worth a line, not its death.
            log.accept(file + " does not know of " + name + ": " + full.getMessage());
        }
    }

    /// Those recorded in the folder; a torn last line is left out.
    public static List<Started> read(AppFolder folder) throws IOException {
        List<Started> started = new ArrayList<>();
        if (!Files.exists(file(folder))) {
            return started;
        }
        for (String line : Files.readAllLines(file(folder))) {
            try {
                started.add(JSON.readValue(line, Started.class));
            } catch (JacksonException torn) {
                // Only the line that was being written when the host was killed; its process ends by itself.
                continue;
            }
        }
        return started;
    }

    private static Path file(AppFolder folder) {
        return folder.root().resolve("processes.jsonl");
    }

    public record Started(String name, ProcessIdentity identity) {
    }
}
