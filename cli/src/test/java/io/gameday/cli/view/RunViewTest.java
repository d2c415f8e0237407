package io.gameday.cli.view;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.view.RunView;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.TargetKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunViewTest {

    private static final Terminal PLAIN = new Terminal(80, 60, false);
    private static final Path FOLDER = Path.of("runs/2026-11-19T14-01-32Z-az-power-loss-unscaled");
    private static final List<String> FILES = List.of("coe.pdf", "coe.html", "coe.md", "scorecard.json", "junit.xml",
            "journal.jsonl");

    private static final Receipt RECEIPT = new Receipt("r", 1, 1, List.of(), new Receipt.Overrun("f1",
            "zone-power-loss az1", Duration.ofMillis(400), Story.ZERO, "planned end", Story.ZERO.plusMillis(400)),
            List.of());

    @Test
    void whileItPrepares() throws IOException {
        Picture.matches("live-prepare.txt", live(Story.ZERO.minusSeconds(4), 80, 60));
    }

    @Test
    void inTheMiddleOfTheFault() throws IOException {
        Picture.matches("live-respond.txt", live(Story.ZERO.plusSeconds(29), 80, 60));
    }

    @Test
    void whenTheFaultIsGone() throws IOException {
        Picture.matches("live-learn.txt", live(Story.ZERO.plusSeconds(55), 80, 60));
    }

    @Test
    void narrowItDropsWhatHappenedAndThenTheTasks() {
        Instant now = Story.ZERO.plusSeconds(29);

        assertThat(live(now, 79, 60)).noneMatch(line -> line.contains("happened"))
                .anyMatch(line -> line.contains("tasks:"));
        assertThat(live(now, 60, 60)).noneMatch(line -> line.contains("tasks:"))
                .anyMatch(line -> line.contains("11 s left of 40"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 16, 24, 30, 40})
    void lowItNeverDropsTheFaultsAndTheirTimeLeft(int rows) {
        assertThat(live(Story.ZERO.plusSeconds(29), 80, rows)).hasSizeLessThan(rows)
                .anyMatch(line -> line.contains("zone-power-loss az1") && line.contains("11 s left of 40"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 79, 80, 120})
    void noLineIsWiderThanTheTerminal(int columns) {
        for (int second = -32; second < 62; second++) {
            assertThat(live(Story.ZERO.plusSeconds(second), columns, 60))
                    .allMatch(line -> Line.columns(line) <= columns);
        }
    }

    @Test
    void whenItHasEnded() throws IOException {
        Picture.matches("final.txt", new FinalScreen(view(Story.whole()), ZoneOffset.UTC).render(FOLDER, FILES,
                Scorecard.of(Story.whole(), true, false, RECEIPT), PLAIN));
    }

    @Test
    void ofATeamsOwnSystemNothingIsCalledAnOrder() {
        List<Entry> entries = Story.whole().stream().filter(entry -> !(entry.event() instanceof Event.OrdersReadBack))
                .map(RunViewTest::own).toList();

        assertThat(new FinalScreen(view(entries), ZoneOffset.UTC).render(FOLDER, FILES,
                Scorecard.of(entries, true, false, RECEIPT), PLAIN)).noneMatch(line -> line.contains("order"))
                .contains("  kept         ○ not asked");
    }

    private static Entry own(Entry entry) {
        return entry.event() instanceof Event.RunStarted s
                ? new Entry(entry.seq(), entry.at(), entry.run(),
                        new Event.RunStarted(s.experiment(), s.title(), s.hypothesis(), TargetKind.HTTP, s.seed(),
                                s.version(), s.cells(), s.zones(), 0, s.customers(), s.rate(), s.owner(),
                                s.deadlines()))
                : entry;
    }

    @Test
    void whenTheControllerWasKilledThereIsNoVerdict() throws IOException {
        RunView killed = view(Story.until(Story.ZERO.plusSeconds(12)));

        Picture.matches("final-killed.txt",
                new FinalScreen(killed, ZoneOffset.UTC).render(FOLDER, List.of("journal.jsonl"), null, PLAIN));
    }

    @Test
    void withoutATerminalItIsOneLinePerEvent() throws IOException {
        Picture.matches("lines.txt", written(out -> {
            LineLog log = new LineLog(out, ZoneOffset.UTC);
            Story.whole().forEach(log);
        }).lines().toList());
    }

    @Test
    void jsonLinesAreTheJournal() {
        List<Entry> entries = Story.whole();

        String written = written(out -> entries.forEach(new Json(out)));

        assertThat(written.lines().map(JournalFormat::read)).isEqualTo(entries);
    }

    @Test
    void coloursAddNothingButColour() {
        List<Line> lines = new LiveScreen(ZoneOffset.UTC).render(view(Story.until(Story.ZERO.plusSeconds(29))),
                Story.ZERO.plusSeconds(29), 80, 60);

        assertThat(lines)
                .allSatisfy(line -> assertThat(line.coloured().replaceAll("\033\\[[0-9;]*m", "").stripTrailing())
                        .isEqualTo(line.plain()));
    }

    private static RunView view(List<Entry> entries) {
        RunView run = new RunView();
        entries.forEach(run);
        return run;
    }

    private static List<String> live(Instant now, int columns, int rows) {
        return new LiveScreen(ZoneOffset.UTC).render(view(Story.until(now)), now, columns, rows).stream()
                .map(Line::plain).toList();
    }

    private static String written(Consumer<Output> writing) {
        var bytes = new ByteArrayOutputStream();
        try (Output out = new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8), Duration.ofMinutes(1))) {
            writing.accept(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
