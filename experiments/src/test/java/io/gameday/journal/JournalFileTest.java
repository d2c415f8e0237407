package io.gameday.journal;

import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalFileTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final VirtualClock clock = new VirtualClock(START);
    private Path file;

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("journal.jsonl");
    }

    @Test
    void whatIsAppendedIsNumberedStampedShownAndReadBack() {
        List<Entry> followed = new ArrayList<>();
        try (JournalFile journal = new JournalFile(file, "run-1", clock)) {
            journal.follow(followed::add);
            for (Event event : EventSamples.ALL) {
                clock.advance(Duration.ofSeconds(1));
                Entry entry = journal.append(event);
                // Already outside this process: a kill from here on loses nothing.
                assertThat(JournalReader.read(file).entries().getLast()).isEqualTo(entry);
            }
        }
        JournalReader.Journalled read = JournalReader.read(file);
        assertThat(read.entries()).isEqualTo(followed).extracting(Entry::event).isEqualTo(EventSamples.ALL);
        assertThat(read.entries().getFirst())
                .isEqualTo(new Entry(1, START.plusSeconds(1), "run-1", EventSamples.ALL.getFirst()));
        assertThat(read.torn()).isFalse();
        assertThat(read.complete()).isTrue();
    }

    @Test
    void aJournalIsNeverWrittenTwice() {
        new JournalFile(file, "run-1", clock).close();
        assertThatThrownBy(() -> new JournalFile(file, "run-2", clock)).isInstanceOf(JournalFailure.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("exists already");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path nowhere = file.resolveSibling("no-such-folder").resolve("journal.jsonl");
        assertThatThrownBy(() -> new JournalFile(nowhere, "run-1", clock)).isInstanceOf(JournalFailure.class)
                .hasMessageContaining(nowhere.toString()).hasMessageContaining("Is the folder writable?");
    }

    @Test
    void aMissingJournalSaysWhatToGive() {
        assertThatThrownBy(() -> JournalReader.read(file)).isInstanceOf(JournalFailure.class)
                .hasMessage("There is no journal at " + file + ". Give the folder of a run, such as runs/NAME.");
    }

    @Test
    void whereverACrashCutsTheLastLineTheOthersAreRead() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file);
        int lastLine = new String(whole, 0, whole.length - 1, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
        // Every cut, in the middle of a character too; the last byte but one is the end of the line's JSON.
        for (int end = lastLine + 1; end < whole.length - 1; end++) {
            Files.write(file, Arrays.copyOf(whole, end));
            JournalReader.Journalled read = JournalReader.read(file);
            assertThat(read.torn()).as("cut after %d bytes", end).isTrue();
            assertThat(read.entries()).hasSize(EventSamples.ALL.size() - 1);
            assertThat(read.complete()).isFalse();
        }
        Files.write(file, Arrays.copyOf(whole, lastLine));
        assertThat(JournalReader.read(file).torn()).isFalse();
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThat(JournalReader.read(file).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seq\":", "null", "{}", "[]", "17", "not JSON",
            "{\"seq\":1,\"at\":\"2026-11-21T12:00:00Z\",\"run\":\"r\",\"event\":{\"type\":\"NoSuchEvent\"}}"})
    void aBrokenLineInTheMiddleIsNamedByItsNumber(String broken) throws IOException {
        write();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(2, broken);
        Files.write(file, lines);
        assertThatThrownBy(() -> JournalReader.read(file)).isInstanceOf(JournalFailure.class)
                .hasMessageStartingWith(file + ":3: no entry of a journal: ")
                .hasMessageEndingWith(". Remove or repair that line; the others are kept as they are.");
    }

    @Test
    void anEmptyJournalHasNoEntries() throws IOException {
        Files.createFile(file);
        assertThat(JournalReader.read(file)).isEqualTo(new JournalReader.Journalled(List.of(), false));
    }

    private void write() {
        try (JournalFile journal = new JournalFile(file, "run-1", clock)) {
            EventSamples.ALL.forEach(journal::append);
        }
    }
}
