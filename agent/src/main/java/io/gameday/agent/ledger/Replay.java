package io.gameday.agent.ledger;

import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a ledger says when it is read from its beginning.
///
/// @param run     whose it is: the file's name
/// @param started the last agent that took it over; null before any did
/// @param faults  by id, in the order of their intents
/// @param torn    true when the last line was cut off by a crash; it is left out
public record Replay(String run, LedgerEntry.@Nullable AgentStarted started, Map<String, Standing> faults,
        boolean torn) {

    private static final JsonMapper JSON = JournalFormat.mapper();
    private static final String ENDING = ".jsonl";

    public List<Standing> mayBeInForce() {
        return faults.values().stream().filter(Standing::mayBeInForce).toList();
    }

    public Optional<Path> runFolder() {
        return Optional.ofNullable(started).map(agent -> Path.of(agent.runFolder()));
    }

    /// The ledger of one run; empty when there is none.
    ///
    /// @throws LedgerFailure when a line other than the last cannot be read
    public static Replay of(StateFolder state, String run) {
        Path file = state.ledger(run);
        List<String> lines = lines(file);
        Map<String, Standing> faults = new LinkedHashMap<>();
        LedgerEntry.AgentStarted started = null;
        for (int index = 0; index < lines.size(); index++) {
            LedgerEntry entry;
            try {
                entry = JSON.readValue(lines.get(index), LedgerEntry.Line.class).entry();
            } catch (JacksonException unreadable) {
                if (index == lines.size() - 1) {
                    return new Replay(run, started, faults, true);
                }
                throw new LedgerFailure(file + ":" + (index + 1) + ": no entry of a ledger: "
                        + unreadable.getOriginalMessage() + ". Repair or remove that line; keep the others.",
                        unreadable);
            }
            if (entry instanceof LedgerEntry.AgentStarted agent) {
                started = agent;
            } else if (entry instanceof LedgerEntry.Intent intent) {
                faults.put(intent.id(), new Standing(run, intent, Standing.Stage.INTENDED));
            } else {
                faults.computeIfPresent(about(entry), (id, standing) -> standing.after(entry));
            }
        }
        return new Replay(run, started, faults, false);
    }

    /// Every line of one run's ledger that can be read, in their order.
    public static List<LedgerEntry.Line> entries(StateFolder state, String run) {
        List<LedgerEntry.Line> entries = new ArrayList<>();
        for (String line : lines(state.ledger(run))) {
            try {
                entries.add(JSON.readValue(line, LedgerEntry.Line.class));
            } catch (JacksonException cutOff) {
                // Only the last line of a ledger that was replayed can be: it is not part of it.
                break;
            }
        }
        return entries;
    }

    /// The ledgers of all runs, oldest name first.
    ///
    /// @throws LedgerFailure when one of them cannot be read
    public static List<Replay> all(StateFolder state) {
        if (!Files.isDirectory(state.ledgers())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(state.ledgers())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING)).sorted()
                    .map(name -> of(state, name.substring(0, name.length() - ENDING.length()))).toList();
        } catch (IOException e) {
            throw new LedgerFailure("The ledgers in " + state.ledgers() + " cannot be listed: " + e + ".", e);
        }
    }

    private static String about(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.AgentStarted started -> "";
            case LedgerEntry.Intent intent -> intent.id();
            case LedgerEntry.Injected injected -> injected.id();
            case LedgerEntry.InjectionFailed failed -> failed.id();
            case LedgerEntry.Reverting reverting -> reverting.id();
            case LedgerEntry.Reverted reverted -> reverted.id();
            case LedgerEntry.ConfirmedGone gone -> gone.id();
            case LedgerEntry.GoneWithTarget gone -> gone.id();
        };
    }

    private static List<String> lines(Path file) {
        try {
            // Decoded leniently: a crash may have cut the last character in two.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>(text.lines().toList());
            lines.removeIf(String::isBlank);
            return lines;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new LedgerFailure("The ledger " + file + " cannot be read: " + e + ".", e);
        }
    }
}
