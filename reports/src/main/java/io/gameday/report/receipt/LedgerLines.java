package io.gameday.report.receipt;

import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the agent's ledger tells of each fault of a run.
///
/// @param faults by id, in the order in which they were written down
public record LedgerLines(Map<String, Written> faults) {

    /// There is no ledger: a simulation has none.
    public static final LedgerLines NONE = new LedgerLines(Map.of());

    private static final JsonMapper JSON = JournalFormat.mapper();

    /// One fault's steps.
    ///
    /// @param intended     when it was written down
    /// @param injected     null when the ledger does not say that it was
    /// @param nothingLeft  its injection failed, and left nothing
    /// @param removalAsked the first time; null when nobody asked
    /// @param seenGone     alone, or with all that it was in; null when nobody saw that
    public record Written(String id, String kind, String undo, Instant intended, @Nullable Instant injected,
            boolean nothingLeft, @Nullable Instant removalAsked, @Nullable Instant seenGone) {

        private Written then(String step, JsonNode entry, Instant at) {
            return switch (step) {
                case "Injected" -> new Written(id, kind, undo, intended, at, nothingLeft, removalAsked, seenGone);
                case "InjectionFailed" -> new Written(id, kind, undo, intended, injected,
                        entry.path("nothingLeft").asBoolean(false), removalAsked, seenGone);
                case "Reverting" -> new Written(id, kind, undo, intended, injected, nothingLeft,
                        removalAsked == null ? at : removalAsked, seenGone);
                case "ConfirmedGone", "GoneWithTarget" -> new Written(id, kind, undo, intended, injected, nothingLeft,
                        removalAsked, seenGone == null ? at : seenGone);
                default -> this;
            };
        }
    }

    /// Lines that cannot be read are passed over, as a crash may leave them.
    ///
    /// @param lines of one run's ledger
    public static LedgerLines of(Iterable<String> lines) {
        Map<String, Written> faults = new LinkedHashMap<>();
        for (String line : lines) {
            try {
                JsonNode node = JSON.readTree(line);
                JsonNode entry = node.path("entry");
                String id = entry.path("id").asString("");
                Instant at = Instant.parse(node.path("at").asString(""));
                String step = entry.path("type").asString("");
                if (step.equals("Intent")) {
                    faults.put(id, new Written(id, entry.path("plan").path("fault").path("kind").asString("fault"),
                            entry.path("undo").asString("gameday recover"), at, null, false, null, null));
                } else {
                    faults.computeIfPresent(id, (same, written) -> written.then(step, entry, at));
                }
            } catch (JacksonException | DateTimeException torn) {
                continue;
            }
        }
        return new LedgerLines(faults);
    }

    /// The first of `files` that is there; a run's folder holds a copy of the ledger.
    ///
    /// @throws IOException when one is there and cannot be read
    static LedgerLines read(Iterable<Path> files) throws IOException {
        for (Path file : files) {
            try {
                return of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
            } catch (NoSuchFileException none) {
                continue;
            }
        }
        return NONE;
    }
}
