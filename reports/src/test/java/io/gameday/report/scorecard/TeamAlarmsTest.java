package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.JournalBuilder;
import io.gameday.report.chart.Charts;
import io.gameday.report.chart.Lanes;
import io.gameday.report.chart.SparkLine;
import io.gameday.report.chart.SvgLanes;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.gray.PlaceSeconds;
import io.gameday.report.timeline.Row;
import io.gameday.report.timeline.Timeline;
import io.gameday.target.TargetKind;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.gameday.report.JournalBuilder.ZERO;
import static io.gameday.report.JournalBuilder.failing;
import static io.gameday.report.JournalBuilder.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Runs that are graded by the team's own alarms: Gameday's tell nobody, and show what could have told.
class TeamAlarmsTest {

    private static final Scope AZ_1 = new Scope.Zone("az1");

    private final JournalBuilder journal = new JournalBuilder();

    TeamAlarmsTest() {
        journal.at(-32,
                new Event.RunStarted("e", "t", "h", TargetKind.LOCAL, 7, "0.1.0", List.of("cell-1", "cell-2"),
                        List.of("az1", "az2", "az3"), 100, 40, 120, "owner", 1, "Prometheus", "Alertmanager"))
                .prepared();
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, seconds(40), seconds(8)));
        journal.at(40, new Event.FaultReverted("f1", "planned end", true, "power of az1 on"));
        journal.seconds(0, 5, failing()).seconds(5, 12, failing("cell-1 az1")).seconds(12, 30, failing());
        journal.alarm(8, "zone-impact", AZ_1, AlarmState.ALARM);
    }

    @Test
    void whereNoAlarmOfTheTeamToldGamedaysOwnIsWhatCouldHave() {
        Scorecard card = card();
        assertThat(card.impact()).singleElement().satisfies(window -> {
            assertThat(window.told()).isNull();
            assertThat(window.couldHave()).isEqualTo("Gameday's zone-impact az1 would have after 3.3 s");
        });
        assertThat(card.blind()).returns(1, Blind::windows)
                .satisfies(blind -> assertThat(blind.words()).startsWith("in 1 of 1 impact window: 7.0 s")
                        .endsWith("; Gameday's zone-impact az1 would have after 3.3 s"));
        assertThat(card.square().places()).filteredOn(place -> place.place().equals(new Scope.Cell("cell-1")))
                .extracting(PlaceSeconds::gray, PlaceSeconds::detected).containsExactly(tuple(7L, 0L));
        assertThat(card.durations()).filteredOn(d -> d.name().equals("alarmLatency")).extracting(DurationValue::words)
                .containsExactly("not measured");
    }

    @Test
    void anAlarmOfTheTeamTellsByItsOwnTimeAndNotByThatOfItsReading() {
        journal.at(11, team(AlarmState.ALARM, 7));
        Scorecard card = card();
        assertThat(card.impact()).singleElement().satisfies(window -> {
            assertThat(window.told()).isNotNull()
                    .satisfies(told -> assertThat(told.words()).isEqualTo("CheckoutErrors after 2.3 s"));
            assertThat(window.couldHave()).isEmpty();
        });
        assertThat(card.blind().words()).isEqualTo("never: an alarm told of every impact window");
        assertThat(Timeline.of(new RunFacts(journal.entries()), card).rows())
                .filteredOn(row -> row.kind() == Row.Kind.ALARM).extracting(Row::lead, Row::text, Row::who)
                .containsExactly(tuple("Detected:", "CheckoutErrors in alarm", "Prometheus"),
                        tuple("", "zone-impact az1 in alarm", "Gameday's alarm, not graded"));
    }

    @Test
    void anAlarmOfTheTeamThatRangBeforeTheFaultAndIsReadAfterItToldOfNothing() {
        journal.at(1, team(AlarmState.ALARM, -1));
        Scorecard card = card();
        assertThat(card.impact()).extracting(ImpactWindow::told).containsOnlyNulls();
        assertThat(card.square().standingBefore()).containsExactly("CheckoutErrors");
    }

    @Test
    void whileTheTeamsToolIsAwayNobodyKnowsWhetherAnAlarmTold() {
        journal.at(6, new Event.SourceAway("Prometheus", ZERO.plusSeconds(4), "Prometheus did not answer"));
        Scorecard card = card();
        assertThat(card.impact()).singleElement().returns("Prometheus did not answer", ImpactWindow::unread)
                .returns(false, ImpactWindow::blind);
        assertThat(card.blind()).returns(0, Blind::windows).returns(1, Blind::unread)
                .returns("not known of 1 impact window: Prometheus did not answer", Blind::words);
    }

    @Test
    void thatAlertmanagerDoesNotKnowWhoAnsweredIsNotThatNobodyDid() {
        journal.at(11, team(AlarmState.ALARM, 7));
        journal.at(12, new Event.PageSent("payments", "Alertmanager", "CheckoutErrors", "CheckoutErrors", Scope.SITE,
                ZERO.plusSeconds(8)));
        assertThat(card().durations()).filteredOn(d -> d.name().equals("engage")).extracting(DurationValue::words)
                .containsExactly("Alertmanager does not know who answered");
    }

    @Test
    void impactWhileTheTeamsToolIsAwayIsNotCalledGray() {
        journal.at(6, new Event.SourceAway("Prometheus", ZERO.plusSeconds(4), "Prometheus did not answer"));
        journal.at(9, new Event.SourceBack("Prometheus", ZERO.plusSeconds(8)));
        Scorecard card = card();
        assertThat(card.square().places()).filteredOn(place -> place.place().equals(new Scope.Cell("cell-1")))
                .extracting(PlaceSeconds::gray, PlaceSeconds::unread, PlaceSeconds::detected)
                .containsExactly(tuple(3L, 4L, 0L));
        Lanes lanes = new Charts(new RunFacts(journal.entries()), card).square().orElseThrow();
        assertThat(SparkLine.of(lanes)).filteredOn(lane -> lane.name().equals("cell-1")).singleElement()
                .satisfies(lane -> assertThat(lane.line()).contains("·????GGG·"))
                .returns("gray 3–7 s", SparkLine::note);
        assertThat(SvgLanes.draw(lanes, "s").svg().markup()).contains("c-dead");
    }

    @Test
    void whatAHealthCheckSaidWhileTheTeamsToolIsAwayIsKnown() {
        journal.at(6, new Event.SourceAway("Prometheus", ZERO.plusSeconds(4), "Prometheus did not answer"));
        journal.at(5, new Event.AutomationActed("weigh-away", AZ_1, "", ZERO.plusSeconds(5)));
        assertThat(card().square().places()).filteredOn(place -> place.place().equals(AZ_1))
                .extracting(PlaceSeconds::gray, PlaceSeconds::unread, PlaceSeconds::detected)
                .containsExactly(tuple(0L, 0L, 7L));
    }

    @Test
    void whetherAnAlarmToldJustAfterTheImpactIsNotKnownWhereTheToolIsAwayThen() {
        journal.at(14, new Event.SourceAway("Prometheus", ZERO.plusSeconds(13), "Prometheus did not answer"));
        Scorecard card = card();
        assertThat(card.impact()).extracting(ImpactWindow::unread).containsExactly("Prometheus did not answer");
        assertThat(words(card, "detect")).isEqualTo("not known: Prometheus did not answer");
        assertThat(card.cells().getFirst().duration("detect").words())
                .isEqualTo("not known: Prometheus did not answer");
    }

    @Test
    void theFirstAlarmAndTheFirstAcknowledgementAreTheEarliestAndNotThoseReadFirst() {
        journal.at(12, team("Latency", AlarmState.ALARM, 9)).at(13, team(AlarmState.ALARM, 7));
        journal.at(20, new Event.PageAcknowledged("incident manager", ZERO.plusSeconds(15))).at(21,
                new Event.PageAcknowledged("on-call", ZERO.plusSeconds(13)));
        Scorecard card = card();
        assertThat(words(card, "alarmLatency")).isEqualTo("7.0 s");
        assertThat(words(card, "engage")).isEqualTo("6.0 s");
    }

    @Test
    void anAlarmOfTheTeamThatWasOverBeforeTheFaultDidNotStandThenHoweverLateItIsRead() {
        journal.at(-2.5, team(AlarmState.ALARM, -3)).at(1, team(AlarmState.OK, -1));
        journal.at(1, team("Latency", AlarmState.ALARM, -3)).at(2, team("Latency", AlarmState.OK, -1));
        journal.at(1, team("Restarts", AlarmState.ALARM, -3)).at(4, team("Restarts", AlarmState.OK, 2));
        assertThat(card().square().standingBefore()).containsExactly("Restarts");
    }

    private static String words(Scorecard card, String duration) {
        return card.durations().stream().filter(d -> d.name().equals(duration)).findFirst().orElseThrow().words();
    }

    private static Event team(AlarmState to, int when) {
        return team("CheckoutErrors", to, when);
    }

    private static Event team(String name, AlarmState to, int when) {
        return new Event.AlarmChanged(name, Scope.SITE, AlarmState.OK, to, "", "Prometheus", ZERO.plusSeconds(when));
    }

    private Scorecard card() {
        return Scorecard.of(journal.entries(), true, false);
    }
}
