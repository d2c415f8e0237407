package io.gameday.reference.local;

import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The app that `app up` left running on this machine, as written in `app.json` of the state folder.
///
/// @param folder    that its `app/` stands in
/// @param host      exactly which process its host is
/// @param addresses null while it is still starting
public record AppState(String folder, ProcessIdentity host, @Nullable AppAddresses addresses) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// `$GAMEDAY_STATE`, else `~/.local/state/gameday`.
    public static Path stateFolder(Map<String, String> environment) {
        String given = environment.getOrDefault("GAMEDAY_STATE", "");
        return given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state", "gameday")
                : Path.of(given).toAbsolutePath();
    }

    /// Empty when no app was brought up, or it was brought down again. Whether its host still lives is not asked.
    static Optional<AppState> read(Path stateFolder) throws IOException {
        Path file = file(stateFolder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), AppState.class));
        } catch (JacksonException unreadable) {
            throw new IOException(
                    file + " cannot be read: " + unreadable.getOriginalMessage() + "; delete it when no app is running",
                    unreadable);
        }
    }

    void write(Path stateFolder) throws IOException {
        Path file = file(stateFolder);
        Files.createDirectories(stateFolder);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, JSON.writeValueAsString(this) + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path stateFolder) throws IOException {
        Files.deleteIfExists(file(stateFolder));
    }

    private static Path file(Path stateFolder) {
        return stateFolder.resolve("app.json");
    }
}
