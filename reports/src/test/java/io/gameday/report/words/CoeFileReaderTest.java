package io.gameday.report.words;

import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode.Confidence;
import io.gameday.report.why.WhyNode.Flag;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.Customers;
import io.gameday.report.words.CoeFile.Kind;
import io.gameday.report.words.CoeFile.Method;
import io.gameday.report.words.CoeFile.Outcome;
import io.gameday.report.words.CoeFile.Said;
import io.gameday.report.words.CoeFile.Status;
import io.gameday.report.words.CoeFileReader.Reading;
import io.gameday.yaml.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoeFileReaderTest {

    private static final String WHOLE = """
            coe: 1
            title: A zone went dark
            status: in-review
            owner: game day owner
            timeZone: Europe/Berlin
            summary: >
              40 of 40 customers could not order
              for a while.
            impact:
              customers: { affected: 40, of: 40, method: measured }
              couldNot: [order anything]
              dataLoss: none
            timeline:
              - at: 2026-11-22 15:25:10
                kind: decision
                role: responder
                text: shifted az1 away
                evidence: [J-24]
              - { at: 2026-11-22T14:26:00Z, kind: hypothesis, text: the headroom is too small, right: yes }
            answers:
              DET-3: { text: nothing, halving: an alarm on canaries, actions: [A1] }
            debrief:
              - { question: "What surprised you?", role: responder, answer: the alarm came before the page }
              - { question: "What surprised you?" }
            whys:
              - id: W1
                under: [impact, blast-radius]
                kind: capacity-limit
                statement: two zones cannot carry the peak
                evidence: [J-1]
                confidence: confirmed
                flags: [risk]
              - { id: W2, under: [W1], kind: condition, accepts: D3 }
            lessons:
              - { text: headroom is a promise, outcome: well, surprise: no, actions: [A1] }
            actions:
              - id: A1
                title: Scale each cell to 150 %
                owner: capacity lead
                due: 2026-12-01
                type: prevent
                mechanism: yes
                addresses: [W1, DET-3]
                provedBy: az-power-loss-unscaled
            accepted:
              - { rule: COE-A07, reason: one action is enough here }
            """;

    private static CoeFile read(String text) {
        Reading reading = CoeFileReader.read("coe.yaml", text);
        assertThat(reading.problems()).isEmpty();
        return reading.file().orElseThrow();
    }

    private static List<String> problems(String text) {
        return CoeFileReader.read("coe.yaml", text).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void everythingThatPeopleWroteIsThere() {
        CoeFile file = read(WHOLE);

        assertThat(file.header().status()).isEqualTo(Status.IN_REVIEW);
        assertThat(file.summary()).isEqualTo("40 of 40 customers could not order for a while.");
        assertThat(file.impact().customers()).isEqualTo(new Customers(40, 40, Method.MEASURED));
        assertThat(file.timeline().getFirst().at()).isEqualTo(Instant.parse("2026-11-22T14:25:10Z"));
        assertThat(file.timeline().getLast().kind()).isEqualTo(Kind.HYPOTHESIS);
        assertThat(file.timeline().getLast().right()).isTrue();
        assertThat(file.answers().get("DET-3").halving()).isEqualTo("an alarm on canaries");
        assertThat(file.debrief()).containsExactly(
                new Said("What surprised you?", "responder", "the alarm came before the page"),
                new Said("What surprised you?", "", ""));
        assertThat(file.whys().getFirst().under()).containsExactly("IMPACT", "BLAST_RADIUS");
        assertThat(file.whys().getFirst().kind()).isEqualTo(WhyKind.CAPACITY_LIMIT);
        assertThat(file.whys().getFirst().confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(file.whys().getFirst().flags()).containsExactly(Flag.RISK);
        assertThat(file.whys().getLast().draft()).isEqualTo("D3");
        assertThat(file.lessons().getFirst().outcome()).isEqualTo(Outcome.WELL);
        assertThat(file.actions().getFirst().due()).isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(file.actions().getFirst().type()).isEqualTo(ActionType.PREVENT);
        assertThat(file.actions().getFirst().mechanism()).isTrue();
        assertThat(file.accepted().getFirst().rule()).isEqualTo("COE-A07");
    }

    @Test
    void emptyFieldsAreThoseThatNobodyHasFilledInYet() {
        assertThat(read("""
                coe: 1
                title:
                reviewers: []
                impact:
                  supportCases:
                answers:
                  DET-1: { text: , actions: [] }
                  DET-2:
                whys: []
                actions:
                """).whys()).isEmpty();
        assertThat(read("coe: 1")).isEqualTo(CoeFile.BLANK);
    }

    @Test
    void whatWasSaidInTheDebriefNeedsItsQuestion() {
        assertThat(problems("coe: 1\ndebrief:\n  - { answer: it was dark, who: Ada }\n")).containsExactly(
                "coe.yaml:3:5: 'debrief[1].question' is missing; allowed: words",
                "coe.yaml:3:28: unknown field 'debrief[1].who'; allowed: answer, question, role");
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLine() {
        assertThat(problems("""
                coe: 1
                status: open
                owners: me
                impact: { customers: { affected: 50, of: 40 } }
                timeline: [ { at: noon, text: hm } ]
                answers: { DET-9: { text: x } }
                whys: [ { id: IMPACT, under: [impact] }, { id: W1, flags: [big] }, { id: W1 } ]
                actions: [ { id: W1, due: soon } ]
                """)).containsExactly("coe.yaml:2:9: status is 'open'; allowed: actions-open, closed, draft, in-review",
                "coe.yaml:3:1: unknown field 'owners'; did you mean 'owner'?; allowed: accepted, actions, answers, coe, "
                        + "debrief, impact, language, lessons, noActionsBecause, owner, related, reviewers, severity, status, summary, tags, "
                        + "timeZone, timeline, title, trigger, whys",
                "coe.yaml:4:34: impact.customers.affected is 50; allowed: at most 'of', 40",
                "coe.yaml:5:19: timeline[1].at is 'noon'; allowed: a date and time such as 2026-11-22 14:05:10, in "
                        + "timeZone, or with an offset: 2026-11-22T14:05:10Z",
                "coe.yaml:6:12: unknown field 'answers.DET-9'; did you mean 'DET-1'?; allowed: BLA-1, BLA-2, CHG-1, "
                        + "CHG-2, CHG-3, DET-1, DET-2, DET-3, DET-4, DIA-1, DIA-2, DIA-3, DIA-4, MIT-1, MIT-2, MIT-3, "
                        + "MIT-4, MIT-5, PRE-1, PRE-2, PRE-3, PRE-4, TEA-1",
                "coe.yaml:7:15: whys[1].id is 'IMPACT', the name of a root; choose another, such as W3",
                "coe.yaml:7:59: whys[2].flags holds 'big'; allowed: contributor, mitigator, risk",
                "coe.yaml:7:74: whys[3].id is 'W1', which stands above already; choose another",
                "coe.yaml:8:18: actions[1].id is 'W1', which stands above already; choose another",
                "coe.yaml:8:27: actions[1].due is 'soon'; allowed: a date such as 2026-12-01");
    }

    @Test
    void aFileOfALaterShapeIsRefusedByItsVersionAlone() {
        assertThat(problems("coe: 2\nsomethingNew: x\n")).containsExactly("coe.yaml:1:6: coe is 2; allowed: 1 to 1");
    }

    @Test
    void nonsenseIsNamedByItsPlace() {
        assertThat(problems("coe: [1\nwhys: }")).singleElement().asString().startsWith("coe.yaml:2:")
                .contains("not readable as YAML");
        assertThat(problems("just words"))
                .contains("coe.yaml:1:1: the file is 'just words'; allowed: a group of fields");
    }

    @Test
    void aPlaceIsFoundAlsoWhereAFieldIsMissing() {
        Lines lines = CoeFileReader.read("coe.yaml", WHOLE).lines();

        assertThat(lines.of("actions[1].due")).isEqualTo(40);
        assertThat(lines.of("actions[1].horizon")).isEqualTo(37);
        assertThat(lines.of("summary")).isEqualTo(6);
        assertThat(lines.of("related")).isEqualTo(1);
    }

    @Test
    void aTextThatACommaCutInTwoIsToldToNeedQuotes() {
        assertThat(CoeFileReader.read("coe.yaml", "coe: 1\nanswers:\n  DET-3: { text: one, two }\n").problems())
                .extracting(Object::toString).containsExactly("coe.yaml:3:23: unknown field 'answers.DET-3.two'; a "
                        + "text with a comma in it needs quotes between { and }; allowed: actions, halving, text");
    }
}
