package io.gameday.report.timeline;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.JournalBuilder;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest {

    private static Timeline timeline(List<Entry> entries, boolean complete) {
        return Timeline.of(new RunFacts(entries), Scorecard.of(entries, complete, false));
    }

    private static List<String> lines(Timeline timeline) {
        return timeline.rows().stream().map(r -> Figures.clock(r.at()) + " " + r.kind() + " "
                + (r.lead().isEmpty() ? "" : r.lead() + " ") + r.text() + " [" + r.who() + "]").toList();
    }

    @Test
    void aBrokenRunReadsAsAStory() {
        assertThat(lines(timeline(JournalBuilder.unscaled().entries(), true))).containsExactly(
                "14:01:34.3 SEALED 7 predictions sealed [engine]", "14:01:35.0 GUARD 3 guards granted [engine]",
                "14:02:04.9 STEADY_STATE Steady state: availability at least 99.9 % for 10 s: 2,988 of 2,988 (100 %) "
                        + "useful for 25 s [engine]",
                "14:02:05.3 FAULT_INJECTED Fault injected: zone-power-loss az1 for 40 s, proved after 0.3 s [injector]",
                "14:02:05.3 IMPACT_START Impact starts: first order without a useful answer; lowest second 66.7 % [customers]",
                "14:02:08.4 ALARM Detected: zone-impact az1 and site-availability in alarm [alarm]",
                "14:02:09.0 IMPACT_END Impact pauses: within the objective until it returns [customers]",
                "14:02:09.0 AUTOMATION eviction: az1 left out of routing in both cells [automation]",
                "14:02:11.0 PAGE Page to on-call: zone-impact az1 [inbox]",
                "14:02:12.3 ALARM_OVER site-availability back to OK [alarm]",
                "14:02:14.2 AUTOMATION weigh-away: new tasks go to az2 and az3 [automation]",
                "14:02:14.6 AUTOMATION replacement (first of 2): orders-7 starts in cell-1 az2 [automation]",
                "14:02:15.0 IMPACT_START Impact returns: first order without a useful answer; lowest second 73.3 % [customers]",
                "14:02:17.8 LIMIT Blast radius passed: customers 39 of 40, planned at most 2 of 40 [engine]",
                "14:02:24.3 ACKNOWLEDGED Page acknowledged [responder]",
                "14:02:27.1 NOTE Health checks are green in az2 & az3 while <orders> fail there [observer]",
                "14:02:45.3 FAULT_ENDED Fault ended: zone-power-loss az1 (planned end), proved gone after 0.4 s [agent]",
                "14:02:49.0 IMPACT_END Impact ends: back within the objective 3.7 s after the fault ended [customers]",
                "14:02:57.3 ALARM_OVER zone-impact az1 back to OK [alarm]",
                "14:03:10.2 STEADY_STATE Steady state: availability at least 99.9 % for 10 s: 1,200 of 1,200 (100 %) "
                        + "useful for 10 s [engine]",
                "14:03:10.2 RECOVERED Recovered: steady state verified, every fault seen gone [engine]",
                "14:03:11.3 READ_BACK 10,200 of 10,200 acknowledged orders (100 %) read back [engine]",
                "14:03:11.8 ENDED Run ended: 2 of 7 predictions were broken. [engine]");
    }

    @Test
    void aMitigatedRunSaysSo() {
        assertThat(lines(timeline(JournalBuilder.held().entries(), true)))
                .contains("14:02:06.0 MITIGATED Mitigated, impact ends: 99.9 % held from here [customers]");
    }

    @Test
    void anInterruptedRunEndsWithItsInterruption() {
        assertThat(lines(timeline(JournalBuilder.unscaled().until(20), false))).last().asString()
                .isEqualTo("14:02:25.0 GAP INTERRUPTED: The journal ends at 14:02:25.0 UTC without the end of the run. "
                        + "[engine]");
    }

    @Test
    void aGapIsASpanAboutWhichNothingIsKnown() {
        JournalBuilder journal = JournalBuilder.held();
        journal.at(62, new Event.GapNoticed(JournalBuilder.ZERO.plusSeconds(50), Duration.ofSeconds(12)));
        assertThat(timeline(journal.entries(), true).rows()).filteredOn(r -> r.kind() == Kind.GAP).singleElement()
                .satisfies(r -> {
                    assertThat(r.end()).isEqualTo(JournalBuilder.ZERO.plusSeconds(62));
                    assertThat(r.text()).isEqualTo("the controller stood still for 12.0 s; nothing is known");
                });
    }

    @Test
    void onlyMinorRowsAreLeftOutAndTheyAreCounted() {
        JournalBuilder journal = JournalBuilder.held();
        for (int i = 0; i < 50; i++) {
            journal.at(10 + i / 10.0, new Event.AutomationActed("action " + i, Scope.SITE, "something",
                    JournalBuilder.ZERO.plusSeconds(10 + i)));
        }
        Timeline full = timeline(journal.entries(), true);
        Timeline shortened = full.shortened(30);
        assertThat(shortened.rows()).hasSize(30);
        assertThat(shortened.leftOut()).isEqualTo(full.rows().size() - 30);
        assertThat(shortened.rows()).filteredOn(r -> !r.kind().minor())
                .containsExactlyElementsOf(full.rows().stream().filter(r -> !r.kind().minor()).toList());
        assertThat(full.shortened(1).rows()).filteredOn(r -> r.kind().minor()).extracting(Row::text)
                .containsExactly("action 0: something");
    }

    @Test
    void ofAlarmsThatComeAndGoAllDayTheFirstAndTheLastStay() {
        JournalBuilder journal = JournalBuilder.held();
        for (int i = 0; i < 400; i++) {
            journal.at(10 + i, new Event.AlarmChanged("zone-impact", Scope.SITE,
                    i % 2 == 0 ? AlarmState.OK : AlarmState.ALARM, i % 2 == 0 ? AlarmState.ALARM : AlarmState.OK, ""));
        }
        Timeline full = timeline(journal.entries(), true);
        Timeline shortened = full.shortened(24);
        assertThat(shortened.rows()).hasSize(100).noneMatch(row -> row.lead().equals("Left out:"));
        assertThat(shortened.leftOut()).isEqualTo(full.rows().size() - 100);
        assertThat(shortened.rows()).filteredOn(row -> row.text().equals("zone-impact in alarm")).first()
                .satisfies(row -> assertThat(row.at()).isEqualTo(JournalBuilder.ZERO.plusSeconds(10)));
    }

    @Test
    void aDayOfNotesIsBoundedAndWhatIsLeftOutOfItsMiddleIsTold() {
        JournalBuilder journal = JournalBuilder.held();
        for (int i = 0; i < 1000; i++) {
            journal.at(10 + i, new Event.NoteTaken("on-call", "note " + i));
        }
        Timeline full = timeline(journal.entries(), true);
        Timeline shortened = full.shortened(24);
        assertThat(shortened.rows()).hasSize(100);
        int out = full.rows().size() - shortened.leftOut() - 99;
        assertThat(shortened.rows()).filteredOn(row -> row.lead().equals("Left out:")).singleElement()
                .satisfies(row -> assertThat(row.text())
                        .isEqualTo(Figures.count(out) + " rows for want of room; the journal holds them"));
        assertThat(shortened.rows().getFirst()).isEqualTo(full.rows().getFirst());
        assertThat(shortened.rows().getLast()).isEqualTo(full.rows().getLast());
    }

    @Test
    void whatTheSystemDidWhileWarmingUpIsOneRow() {
        JournalBuilder journal = JournalBuilder.held();
        for (int i = 0; i < 5; i++) {
            journal.at(-25 + i, new Event.AutomationActed("eviction", Scope.SITE, "something",
                    JournalBuilder.ZERO.minusSeconds(25 - i)));
        }
        assertThat(lines(timeline(journal.entries(), true)))
                .contains("14:01:40.3 AUTOMATION 5 actions before the steady state [automation]")
                .noneMatch(line -> line.contains("eviction"));
    }
}
