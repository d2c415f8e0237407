package io.gameday.report.lint;

import io.gameday.report.JournalBuilder;
import io.gameday.report.lint.SubjectReader.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectReaderTest {

    private static final String ACTION = "coe: 1\nactions: [{ id: A1, title: Add an alarm }]\n";

    @TempDir
    private Path runs;
    private Path run;
    private final SubjectReader reader = new SubjectReader();

    @BeforeEach
    void aRunWithWords() throws IOException {
        run = Files.createDirectory(runs.resolve("2026-11-19T14-02-00Z-this"));
        JournalBuilder.write(run, JournalBuilder.held().entries(), "");
        Files.writeString(run.resolve("coe.yaml"), "coe: 1\n");
    }

    private Read read() {
        return reader.read("coe.yaml", run.resolve("coe.yaml"), LocalDate.EPOCH);
    }

    private Path words(String folder, String text) throws IOException {
        return Files.writeString(Files.createDirectory(runs.resolve(folder)).resolve("coe.yaml"), text);
    }

    @Test
    void otherDocumentsAreNamedByTheTimeOfTheirFolderOrByTheFolder() throws IOException {
        words("2026-01-02T03-04-05Z-drill", ACTION);
        words("by hand", ACTION);
        Files.createDirectory(runs.resolve("no words"));

        assertThat(read()).isInstanceOfSatisfying(Read.Whole.class, whole -> {
            assertThat(whole.subject().others()).extracting(Subject.Other::id).containsExactly("COE-20260102-030405",
                    "by hand");
            assertThat(whole.notes()).isEmpty();
        });
    }

    @Test
    void whatCannotBeReadBesideItIsNotedAndCostsNothing() throws IOException {
        Path wrong = words("wrong", "coe: 2\n");
        Path bytes = Files.write(words("bytes", ""), new byte[]{(byte) 0xff});
        Files.writeString(run.resolve("coe.pdf"), "no PDF");

        assertThat(read()).isInstanceOfSatisfying(Read.Whole.class, whole -> assertThat(whole.notes()).satisfiesExactly(
                note -> assertThat(note).startsWith("pages are not counted: " + run.resolve("coe.pdf")),
                note -> assertThat(note).isEqualTo("not compared with " + bytes + ", which has problems of its own"),
                note -> assertThat(note).isEqualTo("not compared with " + wrong + ", which has problems of its own")));
    }

    @Test
    void aJournalThatDidNotChangeIsReadOnceAndOneThatDidAgain() throws IOException {
        Object first = ((Read.Whole) read()).subject().facts();
        assertThat(((Read.Whole) read()).subject().facts()).isSameAs(first);
        JournalBuilder.write(run, JournalBuilder.unscaled().entries(), "");

        assertThat(((Read.Whole) read()).subject().facts()).isNotEqualTo(first);
    }

    @Test
    void withoutWordsOrJournalItSaysWhich() throws IOException {
        Files.delete(run.resolve("journal.jsonl"));
        assertThat(read()).isInstanceOfSatisfying(Read.NoFacts.class,
                none -> assertThat(none.why()).contains("journal.jsonl"));
        Files.writeString(run.resolve("coe.yaml"), "coe: 2\n");
        assertThat(read()).isInstanceOfSatisfying(Read.Wrong.class, wrong -> assertThat(wrong.problems())
                .extracting(Object::toString).first().asString().startsWith("coe.yaml:1:6: "));
        Files.write(run.resolve("coe.yaml"), new byte[]{(byte) 0xff});
        assertThat(read()).isInstanceOf(Read.Wrong.class);
        Files.delete(run.resolve("coe.yaml"));
        assertThat(read()).isEqualTo(new Read.NoWords());
    }
}
