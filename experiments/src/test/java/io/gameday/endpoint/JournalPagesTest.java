package io.gameday.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JournalPagesTest {

    @TempDir
    private Path folder;
    private Path file;
    private JournalPages pages;

    @BeforeEach
    void anEmptyJournal() throws IOException {
        file = Files.createFile(folder.resolve("journal.jsonl"));
        pages = new JournalPages(file);
    }

    @Test
    void anEmptyJournalHasNoEntries() throws IOException {
        assertThat(pages.after(0)).isEqualTo(new JournalPages.Page("[]", false));
        assertThat(pages.after(7)).isEqualTo(new JournalPages.Page("[]", false));
    }

    @Test
    void aPieceHoldsAtMostAThousandEntriesAndSaysThatThereAreMore() throws IOException {
        write(1, 2_500);
        assertThat(pages.after(0)).isEqualTo(page(1, 1_000, true));
        assertThat(pages.after(1_000)).isEqualTo(page(1_001, 2_000, true));
        assertThat(pages.after(2_000)).isEqualTo(page(2_001, 2_500, false));
        assertThat(pages.after(2_500)).isEqualTo(page(1, 0, false));
        assertThat(pages.after(9_000)).isEqualTo(page(1, 0, false));
    }

    @Test
    void exactlyAThousandAreAllThereIs() throws IOException {
        write(1, 1_000);
        assertThat(pages.after(0)).isEqualTo(page(1, 1_000, false));
    }

    @Test
    void whatWasAskedBeforeAndHowFarItHasGrownChangesNothing() throws IOException {
        Random random = new Random(5);
        int written = 0;
        for (int i = 0; i < 60; i++) {
            int more = random.nextInt(200);
            write(written + 1, written + more);
            written += more;
            int after = random.nextInt(written + 10);
            int to = Math.min(written, after + 1_000);
            assertThat(pages.after(after)).isEqualTo(page(after + 1, to, to < written));
        }
    }

    @Test
    void aLineThatIsStillBeingWrittenComesWithTheNextPiece() throws IOException {
        write(1, 3);
        append("{\"seq\":");
        assertThat(pages.after(0)).isEqualTo(page(1, 3, false));
        append("4}\n");
        assertThat(pages.after(3)).isEqualTo(page(4, 4, false));
    }

    @Test
    void largeEntriesMakeAPieceShorterSoThatItsReaderCanTakeIt() throws IOException {
        String large = "\"" + "é".repeat(100_000) + "\"";
        for (int i = 0; i < 5; i++) {
            append(large + "\n");
        }
        assertThat(pages.after(0)).isEqualTo(new JournalPages.Page("[" + large + "," + large + "]", true));
        assertThat(pages.after(3)).isEqualTo(new JournalPages.Page("[" + large + "," + large + "]", false));
    }

    @Test
    void oneEntryIsGivenHoweverLargeItIs() throws IOException {
        String huge = "\"" + "x".repeat(1 << 20) + "\"";
        append(huge + "\n" + huge + "\n");
        assertThat(pages.after(0)).isEqualTo(new JournalPages.Page("[" + huge + "]", true));
    }

    private void write(int from, int to) throws IOException {
        List<String> lines = new ArrayList<>();
        LongStream.rangeClosed(from, to).forEach(seq -> lines.add(line(seq) + "\n"));
        append(String.join("", lines));
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static JournalPages.Page page(long from, long to, boolean more) {
        return new JournalPages.Page(LongStream.rangeClosed(from, to).mapToObj(JournalPagesTest::line)
                .collect(Collectors.joining(",", "[", "]")), more);
    }

    private static String line(long seq) {
        return "{\"seq\":" + seq + "}";
    }
}
