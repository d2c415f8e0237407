package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFormat;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Whether the predictions are those that were sealed before the first fault.
///
/// @param at    when they were sealed; null when none was
/// @param state what was found out
/// @param why   what was compared, or why it could not be
public record Seal(@Nullable Instant at, State state, String why) {

    /// The file that the owner keeps.
    static final String FILE = "predictions.sealed.json";

    public enum State {
        NONE, VERIFIED, NOT_CHECKED, BROKEN
    }

    static Seal of(RunFacts facts, Path folder) {
        List<Stamped<Event.PredictionSealed>> sealed = facts.all(Event.PredictionSealed.class);
        if (sealed.isEmpty()) {
            return new Seal(null, State.NONE, Texts.of("debrief.seal.none"));
        }
        Instant at = sealed.getFirst().at();
        Path file = folder.resolve(FILE);
        try {
            return compared(sealed, at, JournalFormat.mapper().readTree(Files.readString(file)));
        } catch (NoSuchFileException gone) {
            return new Seal(at, State.NOT_CHECKED, Texts.of("debrief.seal.no-file", FILE));
        } catch (IOException | JacksonException unreadable) {
            return new Seal(at, State.NOT_CHECKED, Texts.of("debrief.seal.unreadable", FILE));
        }
    }

    private static Seal compared(List<Stamped<Event.PredictionSealed>> sealed, Instant at, JsonNode kept) {
        String salt = kept.path("salt").asString("");
        Map<String, String> hashes = new HashMap<>();
        for (JsonNode prediction : kept.path("predictions")) {
            String id = prediction.path("id").asString("");
            hashes.put(id, sha256(salt + id + prediction.path("text").asString("")));
        }
        List<String> differ = new ArrayList<>();
        for (Stamped<Event.PredictionSealed> one : sealed) {
            if (!one.event().hash().equals(hashes.get(one.event().id()))) {
                differ.add(one.event().id());
            }
        }
        return differ.isEmpty()
                ? new Seal(at, State.VERIFIED, Texts.of("debrief.seal.match", String.valueOf(sealed.size()), FILE))
                : new Seal(at, State.BROKEN, Texts.of("debrief.seal.differ", FILE, String.join(", ", differ)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
