package io.gameday.report.incident;

import io.gameday.experiment.Objective;
import io.gameday.journal.Entry;
import io.gameday.report.RunReport;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.lint.Finding;
import io.gameday.report.lint.Lexicon;
import io.gameday.report.lint.Linter;
import io.gameday.report.lint.Subject;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.timeline.Row;
import io.gameday.report.words.CoeFile.Trigger;
import io.gameday.report.words.CoeFileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// What documents say of an incident that nobody planned.
class IncidentCoeTest {

    @TempDir
    private Path folder;

    private static Told hurt() {
        return new Told().customers(1200, 1800, 0.5).alarm("Errors", 1260, 1920).paged(1290, "payments",
                "Errors is firing", 1320);
    }

    @Test
    void durationsCountFromTheImpactAndNotFromAFault() {
        CoeDocument coe = hurt().document();

        assertThat(coe.durations()).extracting(DurationValue::name, DurationValue::value).containsExactly(
                tuple("detect", Duration.ofSeconds(60)), tuple("engage", Duration.ofSeconds(60)),
                tuple("diagnose", null), tuple("mitigationStart", null),
                tuple("mitigateFromImpact", Duration.ofSeconds(600)),
                tuple("mitigateFromDetection", Duration.ofSeconds(540)), tuple("impactTotal", Duration.ofSeconds(600)));
    }

    @Test
    void whatToolsDidNotCountIsNotMeasuredAndNeverNothing() throws IOException {
        String coe = written(hurt());

        assertThat(coe).startsWith("Correction of errors · COE-20261121-140000").contains("> **REAL INCIDENT** Nothing",
                "| Customers hurt | **not measured** |", "| Requests without a useful answer | **not measured** |",
                "| 1 | 14:20:00.0 | 14:30:00.0 | 10 min 0.0 s | not measured | 50 % | Errors after 60.0 s |");
        assertThat(coe).doesNotContain("0 of 0", "Cells", "Availability Zones", "Receipt", "guard", "hypothesis “",
                "sealed", "Seed", "gameday run", "redict", "fault");
    }

    @Test
    void withARateOfRequestsItSaysHowManyOfHowMany() {
        CoeDocument coe = hurt().requests(10).document();

        assertThat(coe.scorecard().impact()).extracting(ImpactWindow::failed, ImpactWindow::of)
                .containsExactly(tuple(3000L, 6000L));
        assertThat(coe.impact()).anyMatch(row -> row.what().equals("Requests without a useful answer")
                && row.affected().equals("3,000") && row.ofAll().equals("36,000") && row.share().equals("8.3 %"));
        assertThat(coe.summary().getFirst()).contains("3,000 of 6,000 requests (50 %)");
    }

    @Test
    void aMetricThatMayNotBeTooHighHasItsOwnWords() {
        CoeDocument coe = new Told().objective(new Objective.AtMost(0.5)).customers(0, 3600, 0.2)
                .customers(1200, 1800, 2.5).document();

        assertThat(coe.scorecard().impact()).extracting(ImpactWindow::worst).containsExactly("2.5");
        assertThat(coe.summary().getFirst()).contains("which is at most 0.5, for 10 min", "the worst value was 2.5");
        assertThat(coe.figures()).hasSize(1);
    }

    @Test
    void whatHadToHappenAndDidNotIsASurprise() {
        CoeDocument coe = hurt().alarm("Disk").wanted("Errors", 120, null).wanted("Disk", 60, null).document();

        assertThat(coe.surprises()).containsExactly("wanted and not so: Disk rings within 60 s (silent)");
        assertThat(coe.wentWell()).containsExactly("Errors rings within 2 min (after 60 s)");
    }

    @Test
    void aMissingMetricIsAFinding() throws IOException {
        assertThat(written(new Told().noMetric())).contains(
                "No metric was read: whether and how many were hurt is for people to tell.",
                "| Customers hurt | **not measured** |");
    }

    @Test
    void aSourceThatWasAwayIsAWarningAndLeavesItOpenWhetherAnAlarmTold() {
        CoeDocument coe = new Told().away("Prometheus", "Prometheus did not answer").document();

        assertThat(coe.warnings())
                .containsExactly("NOT READ: Prometheus did not answer. What Prometheus knows is not in here.");
        assertThat(coe.summary().getFirst()).contains("the metric of what customers felt could not be read");
    }

    @Test
    void impactThatWasThereAlreadyIsSaidToHaveBegunEarlier() {
        assertThat(new Told().customers(0, 600, 0.5).document().warnings()).singleElement().asString()
                .startsWith("BEGAN EARLIER: the impact was there already at 14:00:00 UTC");
    }

    @Test
    void aTimeWithoutValuesIsAGapAndNotWell() {
        CoeDocument coe = new Told().nothingMeasured(600, 900).document();

        assertThat(coe.scorecard().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(Told.at(600));
            assertThat(gap.to()).isEqualTo(Told.at(900));
        });
        assertThat(coe.timeline().rows()).anyMatch(row -> row.kind() == Row.Kind.GAP
                && row.text().equals("customers’ metric says nothing for 5 min 0.0 s"));
    }

    @Test
    void notesStandInTheTimelineAsWordsOfPeople() {
        CoeDocument coe = hurt().note(1230, "participant", "checkout fails").document();

        assertThat(coe.timeline().rows()).anyMatch(row -> row.byPeople() && row.who().equals("participant")
                && row.text().equals("checkout fails") && row.at().equals(Told.at(1230)));
    }

    @Test
    void whereNobodySaidAnythingForLongThatIsAsked() {
        CoeDocument coe = new Told().customers(600, 3000, 0.5).alarm("Errors", 660, 3000).document();

        assertThat(coe.timeline().rows()).anyMatch(row -> row.lead().equals("To be explained by people:"));
    }

    @Test
    void theTriggerStandsInTheBlankFile() throws IOException {
        journal(new Told().noMetric());
        RunReport.begin(folder, Trigger.PROCEDURAL_GAP);

        assertThat(CoeFileReader.read("coe.yaml", Files.readString(folder.resolve("coe.yaml"))).file().orElseThrow()
                .header().trigger()).isEqualTo(Trigger.PROCEDURAL_GAP);
        assertThat(Files.readString(folder.resolve("coe.yaml"))).contains("# customer-impact, procedural-gap");
    }

    @Test
    void filledInItIsCleanForTheLinter() throws IOException {
        journal(hurt().requests(10).note(1410, "on-call", "restarted cell-1"));
        CoeFileReader.Reading words = CoeFileReader.read("coe.yaml",
                """
                        coe: 1
                        title: Half of the orders failed for ten minutes
                        status: in-review
                        trigger: customer-impact
                        severity: "2"
                        owner: payments lead
                        summary: >
                          On 21 November 2026 from 14:20 to 14:30 UTC customers could not place 3,000 of 6,000 orders (50 %), because
                          every request asked a cache that had been emptied. As estimated, 41 of 500 customers were hit.
                        impact:
                          customers: { affected: 41, of: 500, method: estimated }
                          couldNot: [place an order at the first try]
                          notAffected: [orders that were placed before]
                        timeline:
                          - { at: 2026-11-21 14:22:30, kind: engaged, role: responder, text: opened the panel of errors, evidence: [J-100] }
                          - { at: 2026-11-21 14:23:00, kind: hypothesis, role: responder, text: the cache is empty, right: yes }
                          - { at: 2026-11-21 14:23:30, kind: mitigation-start, role: responder, text: filled the cache again, evidence: [Fig. 1] }
                        answers:
                          DET-3: { text: the alarm looks at a minute, halving: look at 30 seconds }
                          DIA-2: { text: nobody had a panel of the cache, halving: a panel of the cache beside the errors }
                          MIT-3: { text: the cache is filled by hand, halving: fill it by a job }
                          BLA-1: { text: all cells share the cache, halving: one cache for each cell }
                          CHG-3: { text: the test system has no cache }
                        whys:
                          - { id: W1, under: [impact, blast-radius], kind: trigger, statement: the cache was emptied at once, evidence: [Fig. 1], confidence: likely }
                          - { id: W2, under: [W1], kind: condition, statement: all cells share one cache, evidence: [Fig. 1], confidence: likely }
                          - { id: W3, under: [W2], kind: missing-safeguard, statement: nothing limits how much is dropped from it by one command, evidence: [Fig. 1], confidence: likely }
                          - { id: W4, under: [detection, response], kind: missing-signal, statement: no panel shows how full the cache is, evidence: [Fig. 1], confidence: likely }
                        lessons:
                          - { text: the alarm told within a minute, kind: operational, outcome: well, noActionBecause: it is as it should be }
                          - { text: the cache was filled by hand, kind: technical, outcome: wrong, actions: [A1] }
                        actions:
                          - { id: A1, title: Add a limit to the command that empties the cache, owner: payments lead, due: 2026-12-15,
                              horizon: immediate, type: prevent, mechanism: yes, addresses: [W3], doneWhen: a test drops half of it and is refused }
                          - { id: A2, title: Add alarm on how full the cache is, owner: platform lead, due: 2026-12-15,
                              horizon: immediate, type: detect, mechanism: yes, addresses: [W4], doneWhen: it rings in a test }
                        """);
        assertThat(words.problems()).isEmpty();

        List<Finding> findings = new Linter(Lexicon.read(null).lexicon().orElseThrow())
                .lint(new Subject(words.file().orElseThrow(), words.lines(), RunReport.document(folder), 3,
                        LocalDate.parse("2026-11-22"), List.of()))
                .findings();

        assertThat(findings).isEmpty();
    }

    private String written(Told told) throws IOException {
        journal(told);
        RunReport.write(folder, run -> folder.resolve("ledger.jsonl"), Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(folder.resolve("coe.pdf")).isNotEmptyFile();
        assertThat(folder.resolve("coe.docx")).isNotEmptyFile();
        assertThat(folder.resolve("junit.xml")).doesNotExist();
        return Files.readString(folder.resolve("coe.md"));
    }

    private void journal(Told told) throws IOException {
        List<Entry> entries = told.entries();
        Files.writeString(folder.resolve("journal.jsonl"), IncidentJournal.text(entries), StandardCharsets.UTF_8);
    }
}
