package io.gameday.people;

import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The texts of people's predictions, which nobody reads before the end: in memory, and in a file that only the owner of
/// the run can read, so that a controller that is killed does not take them along. Belongs to the loop.
final class SealedTexts {

    /// Of the run folder; it is gone once all are opened.
    static final String NAME = "predictions.people.json";

    private final RunFolder folder;
    private final List<Text> texts = new ArrayList<>();

    /// @param id   `q1`, `q2`, …
    /// @param salt keeps the hash from being guessed from likely texts
    record Text(String id, String role, Claim claim, String salt) {

        String hash() {
            return Claim.hash(salt, claim.text());
        }
    }

    SealedTexts(RunFolder folder) {
        this.folder = folder;
    }

    /// Keeps one more.
    ///
    /// @throws JournalFailure when the file cannot be written; nothing is kept then
    Text keep(String role, Claim claim, String salt) {
        Text text = new Text("q" + (texts.size() + 1), role, claim, salt);
        texts.add(text);
        try {
            write();
        } catch (JournalFailure unwritable) {
            texts.removeLast();
            throw unwritable;
        }
        return text;
    }

    /// It was not recorded after all.
    void forget(Text text) {
        texts.remove(text);
        write();
    }

    List<Text> all() {
        return List.copyOf(texts);
    }

    /// They stand in the journal now.
    void opened() {
        Path file = folder.path().resolve(NAME);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new JournalFailure(file + " cannot be removed: " + e + "; remove it by hand", e);
        }
    }

    private void write() {
        List<Map<String, String>> all = texts.stream().map(text -> Map.of("id", text.id(), "role", text.role(), "text",
                text.claim().text(), "salt", text.salt(), "hash", text.hash())).toList();
        String whole = NAME + ".new";
        folder.writeSecret(whole,
                JournalFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("sealed", all))
                        + "\n");
        try {
            Files.move(folder.path().resolve(whole), folder.path().resolve(NAME), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new JournalFailure(folder.path().resolve(NAME) + " cannot be written: " + e, e);
        }
    }
}
