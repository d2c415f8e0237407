package io.gameday.report;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gameday.report.JournalBuilder.seconds;
import static org.assertj.core.api.Assertions.assertThat;

/// Customers of a team's own system ask for whatever it serves: only those of the reference app place orders.
class OwnSystemWordsTest {

    @TempDir
    Path folder;

    /// The same run on a team's own system. What its people wrote, what it calls itself and what is read back only of
    /// orders is left out.
    private static List<Entry> own(JournalBuilder journal) {
        return journal.entries().stream().filter(entry -> switch (entry.event()) {
            case Event.NoteTaken _,Event.AutomationActed _,Event.OrdersReadBack _ -> false;
            default -> true;
        }).map(entry -> entry.event() instanceof Event.RunStarted s
                ? new Entry(entry.seq(), entry.at(), entry.run(),
                        new Event.RunStarted(s.experiment(), s.title(), s.hypothesis(), TargetKind.HTTP, s.seed(),
                                s.version(), s.cells(), s.zones(), 0, s.customers(), s.rate(), s.owner(),
                                s.deadlines()))
                : entry).toList();
    }

    private String file(List<Entry> entries, String name) throws IOException {
        assertThat(JournalBuilder.report(JournalBuilder.write(folder, entries, "")).problems()).isEmpty();
        return Files.readString(folder.resolve(name));
    }

    private static JournalBuilder passed() {
        JournalBuilder journal = JournalBuilder.unscaled();
        journal.at(1,
                new Event.FaultInjected("f2", new Fault.TaskErrors("cell-1", "az2", 30), seconds(30), seconds(8)));
        journal.at(31, new Event.FaultReverted("f2", "planned end", true, ""));
        journal.at(31.2, new Event.FaultConfirmedGone("f2", Verdict.HELD, "requests to az2 answered with an error",
                "0 of 40", "0 of 40", seconds(0.2)));
        journal.at(12.6, new Event.BlastRadiusPassed("failedOrders", "101 of 1,200", "≤ 5 %"));
        return journal.at(65.2, JournalBuilder.judged("p8", Phase.PREPARE, "requests failed", Verdict.BROKEN, "≤ 5 %",
                "13.1 %", "of all requests from the first fault to the end of the run"));
    }

    private static Stream<JournalBuilder> runs() {
        return Stream.of(passed(), JournalBuilder.unscaled(), JournalBuilder.held(), JournalBuilder.withoutFault(),
                JournalBuilder.notStarted());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void noDocumentCallsARequestAnOrder(JournalBuilder run) throws IOException {
        List<Entry> entries = own(run);
        assertThat(file(entries, "coe.md")).doesNotContainPattern("(?i)\\border");
        assertThat(file(entries, "coe.html")).doesNotContainPattern("(?i)\\border");
    }

    @Test
    void theSameFiguresAreToldOfRequests() throws IOException {
        assertThat(file(own(passed()), "coe.md"))
                .contains("# Requests: 19.4 % failed until the impact ended, for all 40 customers")
                .contains("useful answer: 1,024 of 5,280 requests (19.4 %) until the impact ended.")
                .contains("| Requests without a useful answer | **1,024** | 7,800 | 13.1 % | ≤ 5 % |")
                .contains("| Customers with a failed request |").contains("first request without a useful answer")
                .contains("34.0 s, 864 of 4,080 requests failed |").contains("failed 30 % of its requests")
                .contains("failed requests 101 of 1,200, planned at most ≤ 5 %").contains("All requests")
                .contains("| detected | not known | no requests |").contains("120 requests a second")
                .contains("Why did requests fail?")
                .contains("a request belongs to the second in which its outcome became known")
                .contains("Whether acknowledged requests were kept was not measured.");
    }
}
