package io.gameday.report;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.report.export.ReceiptJson;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.receipt.Comparison;
import io.gameday.report.receipt.Evidence;
import io.gameday.report.receipt.HashedFile;
import io.gameday.report.receipt.Issued;
import io.gameday.report.receipt.LedgerLines;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.receipt.Receipt.Open;
import io.gameday.report.receipt.Receipt.Overrun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.gameday.report.JournalBuilder.ZERO;
import static io.gameday.report.JournalBuilder.seconds;
import static org.assertj.core.api.Assertions.assertThat;

class ReceiptTest {

    private static final List<HashedFile> FILES = List.of(new HashedFile("journal.jsonl", "ab"));
    private static final String INTENT = line("14:02:05.100",
            """
                    {"type":"Intent","id":"f1","plan":{"fault":{"kind":"zone-power-loss","zone":"az1"}},"undo":"gameday recover --run r"}""");
    private static final String INJECTED = line("14:02:05.200", "{\"type\":\"Injected\",\"id\":\"f1\"}");
    private static final String REVERTING = line("14:02:27.000",
            "{\"type\":\"Reverting\",\"id\":\"f1\",\"why\":\"the controller is gone\"}");
    private static final String GONE = line("14:02:28.500",
            "{\"type\":\"ConfirmedGone\",\"id\":\"f1\",\"measure\":\"machine\",\"value\":\"answers\"}");

    @TempDir
    Path folder;

    @Test
    void aFaultThatEndedAsPlannedIsLateByTheProof() {
        assertThat(of(JournalBuilder.unscaled().entries()))
                .isEqualTo(new Receipt(JournalBuilder.RUN, 1, 1, List.of(), new Overrun("f1", "zone-power-loss az1",
                        seconds(0.4), ZERO.plusSeconds(40), "planned end", ZERO.plusMillis(40_400)), FILES));
        assertThat(of(JournalBuilder.unscaled().entries()).words())
                .isEqualTo("1 fault injected, 1 seen gone, longest overrun 0.4 s");
    }

    @Test
    void aStopIsWhenAFaultIsDue() {
        Receipt receipt = of(JournalBuilder.unscaled().at(38.5, new Event.StopRequested("Ctrl-C", "")).entries());

        assertThat(receipt.longestOverrun()).isEqualTo(new Overrun("f1", "zone-power-loss az1", seconds(1.9),
                ZERO.plusMillis(38_500), "stop", ZERO.plusMillis(40_400)));
    }

    @Test
    void aStopBeforeTheInjectionIsNotWhatTheFaultIsMeasuredBy() {
        Receipt receipt = of(JournalBuilder.unscaled().at(-1, new Event.StopRequested("Ctrl-C", "")).entries());

        assertThat(receipt.longestOverrun()).extracting(Overrun::dueBy).isEqualTo("planned end");
    }

    @Test
    void whenTheControllerDiedItsLastEntryIsWhenTheFaultIsDue() {
        Receipt receipt = of(JournalBuilder.unscaled().until(20), INTENT, INJECTED, REVERTING, GONE);

        Entry last = JournalBuilder.unscaled().until(20).getLast();
        assertThat(receipt.seenGone()).isEqualTo(1);
        assertThat(receipt.longestOverrun()).isEqualTo(new Overrun("f1", "zone-power-loss az1",
                Duration.between(last.at(), at("14:02:28.500")), last.at(), "controller died", at("14:02:28.500")));
    }

    @Test
    void aFaultThatOnlyTheLedgerKnowsCounts() {
        List<Entry> before = JournalBuilder.unscaled().until(-0.1);

        assertThat(of(before, INTENT, INJECTED).notSeenGone())
                .containsExactly(new Open("f1", "zone-power-loss az1", "gameday recover --run " + JournalBuilder.RUN));
        assertThat(of(before, INTENT).injected()).isEqualTo(1);
        assertThat(of(before, INTENT, INJECTED, REVERTING, GONE).clear()).isTrue();
        assertThat(of(before, INTENT, INJECTED, REVERTING, GONE).longestOverrun()).isEqualTo(new Overrun("f1",
                "zone-power-loss az1", seconds(23.3), at("14:02:05.200"), "controller died", at("14:02:28.500")));
    }

    @Test
    void anInjectionThatFailedAndLeftNothingDoesNotCount() {
        List<Entry> before = JournalBuilder.unscaled().until(-0.1);

        assertThat(of(before, INTENT,
                line("14:02:05.300",
                        "{\"type\":\"InjectionFailed\",\"id\":\"f1\",\"nothingLeft\":true,\"why\":\"no\"}"))
                .injected()).isZero();
        assertThat(of(before, INTENT,
                line("14:02:05.300",
                        "{\"type\":\"InjectionFailed\",\"id\":\"f1\",\"nothingLeft\":false,\"why\":\"no\"}"))
                .notSeenGone()).hasSize(1);
    }

    @Test
    void aFaultNobodySawGoIsNamedWithTheCommandThatClearsIt() {
        Receipt receipt = of(JournalBuilder.unscaled().until(20), INTENT, INJECTED, REVERTING);

        assertThat(receipt).isEqualTo(new Receipt(JournalBuilder.RUN, 1, 0,
                List.of(new Open("f1", "zone-power-loss az1", "gameday recover --run " + JournalBuilder.RUN)), null,
                FILES));
        assertThat(receipt.words()).isEqualTo("1 fault injected, 0 seen gone, 1 NOT seen gone");
    }

    @Test
    void withoutAFaultThereIsNothingToShow() {
        assertThat(of(JournalBuilder.withoutFault().entries()))
                .isEqualTo(new Receipt(JournalBuilder.RUN, 0, 0, List.of(), null, FILES));
    }

    @Test
    void theSameFilesCompareEqualAndAnAlteredOneIsNamed() throws IOException {
        Evidence evidence = reported();
        Issued issued = issued();

        assertThat(issued.receipt().files()).extracting(HashedFile::file).containsExactly("journal.jsonl",
                "faults.jsonl", "ledger/" + JournalBuilder.RUN + ".jsonl");
        assertThat(Comparison.of(issued, evidence)).isEqualTo(new Comparison(List.of(), List.of()));

        Files.writeString(folder.resolve("faults.jsonl"), INTENT + "\n" + INJECTED + "\n" + GONE + "\n");

        assertThat(Comparison.of(issued, evidence).different()).singleElement().asString()
                .startsWith("faults.jsonl: sha256 is ");
    }

    @Test
    void aMissingJournalDiffers() throws IOException {
        Evidence evidence = reported();
        Issued issued = issued();
        Files.delete(folder.resolve("journal.jsonl"));

        assertThat(Comparison.of(issued, evidence).different()).singleElement().asString()
                .startsWith("journal.jsonl: sha256 is none (no such file), was ");
    }

    @Test
    void aReceiptThatSaysMoreThanItsFilesDiffers() throws IOException {
        Evidence evidence = reported();
        String altered = Files.readString(folder.resolve("receipt.json")).replace("\"injected\" : 1",
                "\"injected\" : 9");

        assertThat(Comparison.of(ReceiptJson.read(altered), evidence).different())
                .containsExactly("receipt.json: says 9 faults injected, 1 seen gone, 8 NOT seen gone, longest overrun "
                        + "0.4 s; its files say 1 fault injected, 1 seen gone, longest overrun 0.4 s");
    }

    @Test
    void aLedgerOnAnotherMachineIsNotComparedAndSaidSo() throws IOException {
        Evidence evidence = reported();
        Issued issued = issued();
        Files.delete(folder.resolve("state.jsonl"));

        Comparison comparison = Comparison.of(issued, evidence);

        assertThat(comparison.different()).isEmpty();
        assertThat(comparison.notHere()).singleElement().asString().startsWith("ledger/")
                .contains("not on this machine");
    }

    private Evidence reported() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), "");
        Files.writeString(folder.resolve("faults.jsonl"), INTENT + "\n" + INJECTED + "\n");
        Files.copy(folder.resolve("faults.jsonl"), folder.resolve("state.jsonl"));
        assertThat(JournalBuilder.report(folder).problems()).isEmpty();
        return new Evidence(folder, run -> folder.resolve("state.jsonl"));
    }

    private Issued issued() throws IOException {
        return ReceiptJson.read(Files.readString(folder.resolve("receipt.json")));
    }

    private static Receipt of(List<Entry> entries, String... ledger) {
        boolean complete = entries.getLast().event() instanceof Event.RunEnded;
        return Receipt.of(new RunFacts(entries), complete, LedgerLines.of(List.of(ledger)), FILES);
    }

    private static String line(String time, String entry) {
        return "{\"at\":\"" + at(time) + "\",\"run\":\"r\",\"entry\":" + entry + "}";
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-19T" + time + "Z");
    }
}
