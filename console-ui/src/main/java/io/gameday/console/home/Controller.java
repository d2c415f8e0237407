package io.gameday.console.home;

import io.gameday.journal.JournalFormat;
import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Whether a run folder's controller lives, by the `endpoint.json` that it leaves there while it does. Only who it is
/// is read; the token is not.
final class Controller {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private Controller() {
    }

    private record Who(long pid, long startTicks, @Nullable String bootId) {
    }

    static boolean lives(Path runFolder) {
        Path file = runFolder.resolve("endpoint.json");
        if (!Files.exists(file)) {
            return false;
        }
        try {
            Who who = JSON.readValue(Files.readString(file), Who.class);
            // Without the boot's id the start ticks still tell one process of this boot from another.
            return who != null && ProcessIdentity.of(who.pid()).filter(now -> now.startTicks() == who.startTicks())
                    .filter(now -> who.bootId() == null || who.bootId().equals(now.bootId())).isPresent();
        } catch (IOException | JacksonException unreadable) {
            // Gone meanwhile, or somebody else's: nothing of it can be attached to.
            return false;
        }
    }
}
