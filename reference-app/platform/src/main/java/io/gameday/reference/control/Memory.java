package io.gameday.reference.control;

import io.gameday.journal.JournalFormat;
import io.gameday.reference.deployment.Standing;
import io.gameday.reference.policy.ZoneShift.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a restarted control plane cannot learn from the host: which cell each customer is in, desired counts that somebody
/// changed, and how deployments stand.
///
/// @param app       whose memory it is: an app that is set up anew in the same folder begins without one
/// @param customers cell of each customer
/// @param desired   count of each cell whose count was set
/// @param shift     the zone that is shifted away; null when none is
/// @param weight    of the new stack, in percent; null when there is one stack only
/// @param standing  how deployments stand; null when none is known of
record Memory(String app, Map<String, String> customers, Map<String, Integer> desired, @Nullable Shift shift,
        @Nullable Integer weight, @Nullable Standing standing) {

    private static final JsonMapper JSON = JournalFormat.mapper();

    /// By what an app is recognised: each has a token of its own.
    static String app(String token) {
        return Integer.toHexString(token.hashCode());
    }

    /// Empty when there is no file yet, or another app's.
    ///
    /// @throws IOException when the file is there and cannot be understood: to go on would move customers elsewhere
    static Memory read(Path file, String app) throws IOException {
        Memory empty = new Memory(app, Map.of(), Map.of(), null, null, null);
        if (!Files.exists(file)) {
            return empty;
        }
        try {
            Memory memory = JSON.readValue(Files.readString(file), Memory.class);
            return memory.app().equals(app) ? memory : empty;
        } catch (JacksonException e) {
            throw new IOException(file + " cannot be read: " + e.getOriginalMessage()
                    + "; it holds the customers' cells. Start the app in a new folder, or restore the file", e);
        }
    }

    void write(Path file) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, JSON.writeValueAsString(
                new Memory(app, new TreeMap<>(customers), new TreeMap<>(desired), shift, weight, standing)));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
