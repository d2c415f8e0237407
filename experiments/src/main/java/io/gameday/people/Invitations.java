package io.gameday.people;

import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// `invitations.json` of a run folder: a link for each of those who were invited. It is there while the run lives, and only
/// its owner can read it; the links let whoever has one in.
///
/// @param fingerprint SHA-256 of the certificate, as browsers show it; null where there is none, on loopback
/// @param links       in the order of the invitations
public record Invitations(@Nullable String fingerprint, List<Link> links) {

    static final String NAME = "invitations.json";

    /// @param role such as `responder 2`
    /// @param link to be opened by whoever has the role, and by nobody else
    public record Link(String role, String link) {
    }

    void write(RunFolder folder) throws IOException {
        String whole = NAME + ".new";
        folder.writeSecret(whole,
                JournalFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        Files.move(folder.path().resolve(whole), folder.path().resolve(NAME), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Those of a run that is played now; empty when nobody was invited, or the run is over.
    ///
    /// @throws JournalFailure when the file cannot be read
    public static Optional<Invitations> read(Path runFolder) {
        Path file = runFolder.resolve(NAME);
        try {
            return Optional.of(JournalFormat.mapper().readValue(Files.readString(file), Invitations.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException | IOException e) {
            throw new JournalFailure(file + " cannot be read: " + e + ". Only who started the run may read it.", e);
        }
    }
}
