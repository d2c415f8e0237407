package io.gameday.report.facts;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the agent wrote of the faults in `faults.jsonl`. It outlives a controller that was killed, so it may know an
/// end that the journal does not.
public final class AgentLines {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private AgentLines() {
    }

    /// `entries` with the ends that only the agent has told. Their numbers are negative: the lines of its file. The
    /// journal's last entry stays the last one, for it is where the journal ends.
    ///
    /// @param file may be missing; lines that cannot be read are passed over, as a crash may leave them
    public static List<Entry> merged(List<Entry> entries, Path file) {
        Set<String> open = open(entries);
        if (open.isEmpty() || !Files.exists(file)) {
            return entries;
        }
        List<Entry> told = new ArrayList<>();
        Map<String, Instant> reverting = new HashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            try {
                JsonNode line = JSON.readTree(lines.get(i));
                JsonNode entry = line.path("entry");
                String id = entry.path("id").asString("");
                if (open.contains(id)) {
                    read(line, entry, id, -(i + 1), reverting, told);
                }
            } catch (JacksonException | DateTimeException torn) {
                continue;
            }
        }
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(entries.size() - 1, told);
        return List.copyOf(all);
    }

    private static void read(JsonNode line, JsonNode entry, String id, long number, Map<String, Instant> reverting,
            List<Entry> told) {
        Instant at = Instant.parse(line.path("at").asString());
        String run = line.path("run").asString("");
        switch (entry.path("type").asString("")) {
            case "Reverting" -> {
                reverting.put(id, at);
                told.add(new Entry(number, at, run,
                        new Event.FaultReverted(id, entry.path("why").asString(""), true, "")));
            }
            case "ConfirmedGone" -> told.add(new Entry(number, at, run,
                    new Event.FaultConfirmedGone(id, Verdict.HELD, entry.path("measure").asString(""),
                            entry.path("value").asString(""), "gone",
                            Duration.between(reverting.getOrDefault(id, at), at))));
            case "GoneWithTarget" -> told.add(new Entry(number, at, run,
                    new Event.FaultConfirmedGone(id, Verdict.HELD, "the system it was in",
                            entry.path("why").asString(""), "gone",
                            Duration.between(reverting.getOrDefault(id, at), at))));
            default -> {
                // Its other lines say what the journal says too.
            }
        }
    }

    /// Faults that the journal saw injected and not gone.
    private static Set<String> open(List<Entry> entries) {
        Set<String> open = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.FaultInjected injected) {
                open.add(injected.id());
            } else if (entry.event() instanceof Event.FaultConfirmedGone gone && gone.gone() == Verdict.HELD) {
                open.remove(gone.id());
            }
        }
        return open;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            // Without them the report says "not seen gone", which is what is known then.
            return List.of();
        }
    }
}
