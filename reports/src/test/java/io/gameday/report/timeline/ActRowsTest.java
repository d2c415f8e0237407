package io.gameday.report.timeline;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.PersonAct.Opened.Outcome;
import io.gameday.report.JournalBuilder;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What people did who were invited.
class ActRowsTest {

    private static JournalBuilder with(JournalBuilder journal, double at, String role, PersonAct act) {
        return journal.at(at, new Event.PersonActed(role, act));
    }

    private static List<String> lines(JournalBuilder journal) {
        RunFacts facts = new RunFacts(journal.entries());
        return Timeline.of(facts, Scorecard.of(journal.entries(), true, false)).rows().stream()
                .map(row -> Figures.clock(row.at()) + " " + row.lead() + " " + row.text() + " [" + row.who() + "]")
                .toList();
    }

    @Test
    void aNoteStandsWhereItWasWrittenAndSaysThatItCameInLater() {
        JournalBuilder journal = JournalBuilder.held();
        journal.at(20, new Event.NoteTaken("scribe", "checkout hangs", JournalBuilder.ZERO.plusSeconds(8)));
        assertThat(lines(journal)).contains("14:02:13.3  checkout hangs (12.0 s before it came in) [scribe]");
    }

    @Test
    void whoSaidGoForWhomIsTold() {
        JournalBuilder journal = with(JournalBuilder.held(), -28, "observer",
                new PersonAct.Answered(true, "owner", "ill"));
        with(journal, -27, "responder 2", new PersonAct.Answered(true, "responder 2", ""));
        assertThat(lines(journal)).contains("14:01:37.3 Go: said by owner: ill [observer]",
                "14:01:38.3 Go: the run may begin [responder 2]");
    }

    @Test
    void aMissIsASurpriseAndNobodySaysWhoseItWas() {
        JournalBuilder journal = with(JournalBuilder.held(), -20, "responder 2",
                new PersonAct.Sealed("q1", "ab".repeat(32)));
        with(journal, 66, "responder 2",
                new PersonAct.Opened("q1", "signal: page; within: 5 s", "cd", Outcome.MISS, "it did not come"));
        assertThat(lines(journal))
                .contains("14:03:11.3 Predicted, miss: signal: page; within: 5 s (it did not come) [people]");
        CoeDocument document = CoeDocument.of(new RunFacts(journal.entries()),
                Scorecard.of(journal.entries(), true, false), CoeFile.BLANK, "ab".repeat(32));
        assertThat(document.surprises()).contains("predicted and not so: signal: page; within: 5 s (it did not come)");
        assertThat(document.toString()).doesNotContain("responder 2");
    }

    @Test
    void whatWasNeverOpenedIsSaidToBeSo() {
        JournalBuilder journal = with(JournalBuilder.held(), -20, "scribe",
                new PersonAct.Sealed("q1", "ab".repeat(32)));
        assertThat(lines(journal)).anySatisfy(line -> assertThat(line)
                .contains("Never opened: 1 prediction of people; " + "what they wrote is in predictions.people.json"));
    }

    @Test
    void whoCameAndWentIsTold() {
        JournalBuilder journal = with(JournalBuilder.held(), -29, "observer",
                new PersonAct.Joined(Duration.ofSeconds(42)));
        with(journal, 30, "observer", new PersonAct.Left(JournalBuilder.ZERO.plusSeconds(15)));
        assertThat(lines(journal)).contains("14:01:36.3 Joined: their page is open [observer]",
                "14:02:20.3 Away: not heard of from here [observer]");
    }
}
