package io.gameday.console.run;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalTailTest {

    @TempDir
    private Path folder;

    private static Entry note(long seq, String text) {
        return new Entry(seq, Instant.parse("2026-11-19T14:00:00Z"), "run", new Event.NoteTaken("observer", text));
    }

    private static byte[] line(Entry entry) {
        return (JournalFormat.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(journal(), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void aJournalThatIsNotThereYetIsEmpty() {
        assertThat(new JournalTail(journal()).next()).isEmpty();
    }

    @Test
    void aLineThatIsStillBeingWrittenWaitsEvenInTheMiddleOfACharacter() throws IOException {
        JournalTail tail = new JournalTail(journal());
        byte[] whole = line(note(1, "ゾーン停止"));
        for (int cut = 1; cut < whole.length; cut++) {
            Files.deleteIfExists(journal());
            tail = new JournalTail(journal());
            append(Arrays.copyOf(whole, cut));
            assertThat(tail.next()).isEmpty();
            append(Arrays.copyOfRange(whole, cut, whole.length));
            assertThat(tail.next()).isEqualTo(List.of(note(1, "ゾーン停止")));
        }
    }

    @Test
    void whatWasGivenOnceIsNotGivenAgain() throws IOException {
        JournalTail tail = new JournalTail(journal());
        append(line(note(1, "a")));
        append(line(note(2, "b")));
        assertThat(tail.next()).hasSize(2);

        append(line(note(3, "c")));
        assertThat(tail.next()).isEqualTo(List.of(note(3, "c")));
        assertThat(tail.next()).isEmpty();
    }

    @Test
    void aLineThatIsNoEntryIsNamedAfterWhatCameBeforeItWasGiven() throws IOException {
        JournalTail tail = new JournalTail(journal());
        append(line(note(1, "a")));
        append("garbage\n".getBytes(StandardCharsets.UTF_8));

        assertThat(tail.next()).isEqualTo(List.of(note(1, "a")));
        assertThatThrownBy(tail::next).isInstanceOf(JournalFailure.class)
                .hasMessageContaining("journal.jsonl:2: no entry of a journal");
    }
}
