package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.JournalBuilder;
import io.gameday.report.scorecard.ImpactWindow.When;
import io.gameday.target.TargetKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.gameday.report.JournalBuilder.failing;
import static io.gameday.report.JournalBuilder.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Which windows were flown blind, of the site and of each cell. The fault of az1 is in force for 40 s from 0 on.
class ImpactWindowsTest {

    private static final Scope CELL_1 = new Scope.Cell("cell-1");
    private static final Scope CELL_2 = new Scope.Cell("cell-2");
    private static final Scope AZ_1 = new Scope.Zone("az1");

    private final JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();

    ImpactWindowsTest() {
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, seconds(40), seconds(8)));
        journal.at(40, new Event.FaultReverted("f1", "planned end", true, "power of az1 on"));
    }

    @Test
    void anAlarmThatStoodBeforeTheFirstFaultToldOfNothing() {
        journal.seconds(0, 5, failing()).seconds(5, 8, failing("cell-1 az1")).seconds(8, 20, failing());
        journal.alarm(-3, "cell-impact", CELL_1, AlarmState.ALARM);
        assertThat(told()).containsExactly("blind");
        assertThat(card().square().standingBefore()).containsExactly("cell-impact cell-1");
    }

    @Test
    void anAlarmThatStoodBeforeAndIsRaisedAgainTells() {
        journal.seconds(0, 5, failing()).seconds(5, 12, failing("cell-1 az1")).seconds(12, 20, failing());
        journal.alarm(-3, "cell-impact", CELL_1, AlarmState.ALARM).alarm(3, "cell-impact", CELL_1, AlarmState.OK)
                .alarm(8, "cell-impact", CELL_1, AlarmState.ALARM);
        assertThat(told()).containsExactly("cell-impact cell-1 after 3.3 s");
    }

    @Test
    void anAlarmThatStandsSinceAnEarlierWindowTellsOfTheNextOneToo() {
        journal.seconds(0, 5, failing("cell-1 az1")).seconds(5, 15, failing()).seconds(15, 18, failing("cell-1 az1"))
                .seconds(18, 20, failing());
        journal.alarm(3, "cell-impact", CELL_1, AlarmState.ALARM);
        assertThat(told()).containsExactly("cell-impact cell-1 after 3.0 s",
                "cell-impact cell-1, standing since 14:02:08.3");
    }

    @Test
    void ofTwoAlarmsThatStoodTheOneThatStillStandsTells() {
        journal.seconds(0, 5, failing("cell-1 az1")).seconds(5, 15, failing()).seconds(15, 18, failing("cell-1 az1"))
                .seconds(18, 20, failing());
        journal.alarm(2, "site-availability", Scope.SITE, AlarmState.ALARM)
                .alarm(3, "cell-impact", CELL_1, AlarmState.ALARM)
                .alarm(8, "site-availability", Scope.SITE, AlarmState.OK);
        assertThat(told()).last().isEqualTo("cell-impact cell-1, standing since 14:02:08.3");
    }

    @Test
    void anAlarmOfACellOrZoneWhereNobodyWasHurtTellsOfNothing() {
        journal.seconds(0, 5, failing()).seconds(5, 10, failing("cell-2 az2")).seconds(10, 20, failing());
        journal.alarm(7, "cell-impact", CELL_1, AlarmState.ALARM).alarm(7, "zone-impact", AZ_1, AlarmState.ALARM);
        assertThat(told()).containsExactly("blind");
        assertThat(card().durations().getFirst().words()).startsWith("not detected (> ");
    }

    @Test
    void aZoneThatWentDarkTellsOfItsOwnCustomersAndNotOfTheOverloadElsewhere() {
        journal.seconds(0, 3, failing("cell-1 az1", "cell-2 az1")).seconds(3, 12, failing("-cell-1 az1", "-cell-2 az1"))
                .seconds(12, 20, failing("-cell-1 az1", "-cell-2 az1", "cell-1 az2", "cell-2 az3"))
                .seconds(20, 30, failing());
        journal.alarm(2.5, "zone-impact", AZ_1, AlarmState.ALARM);
        assertThat(told()).containsExactly("zone-impact az1 after 2.5 s", "blind");
    }

    @Test
    void anAlarmJustAfterTheWindowToldOfItLateAndALaterOneDidNot() {
        journal.seconds(0, 5, failing()).seconds(5, 6, failing("cell-1 az1")).seconds(6, 30, failing());
        journal.alarm(9, "zone-impact", AZ_1, AlarmState.ALARM);
        assertThat(card().impact().getFirst().told()).isNotNull()
                .satisfies(t -> assertThat(t.when()).isEqualTo(When.AFTERWARDS)).satisfies(
                        t -> assertThat(t.words()).isEqualTo("zone-impact az1 after 4.3 s, 3.3 s after it was over"));

        assertThat(new ImpactWindowsTest().lateAlarm(10.8)).containsExactly("blind");
    }

    private List<String> lateAlarm(double at) {
        journal.seconds(0, 5, failing()).seconds(5, 6, failing("cell-1 az1")).seconds(6, 30, failing());
        journal.alarm(at, "zone-impact", AZ_1, AlarmState.ALARM);
        return told();
    }

    @Test
    void windowsOfTwoCellsThatOverlapHaveEachTheirOwnVerdict() {
        journal.seconds(0, 2, failing()).seconds(2, 4, failing("cell-1 az1"))
                .seconds(4, 8, failing("cell-1 az1", "cell-2 az2")).seconds(8, 14, failing("cell-2 az2"))
                .seconds(14, 30, failing());
        journal.alarm(5, "cell-impact", CELL_1, AlarmState.ALARM).alarm(9, "cell-impact", CELL_1, AlarmState.OK);
        Scorecard card = card();
        assertThat(told()).containsExactly("cell-impact cell-1 after 3.3 s");
        assertThat(card.blind())
                .isEqualTo(new Blind(0, 0, 1, seconds(0), 0, 0, "never: an alarm told of every impact window"));
        assertThat(card.cells()).extracting(CellImpact::cell, c -> c.windows().size(), CellImpact::blind)
                .containsExactly(
                        tuple("cell-1", 1,
                                new Blind(0, 0, 1, seconds(0), 0, 0, "never: an alarm told of every impact window")),
                        tuple("cell-2", 1, new Blind(1, 0, 1, seconds(10), 100, 600,
                                "in 1 of 1 impact window: 10.0 s, 100 of 600 orders failed")));
    }

    @Test
    void aZonesAlarmTellsOfACellOnlyWhereItsOwnCustomersThereAreHurt() {
        journal.seconds(0, 5, failing("cell-1 az1", "cell-2 az2")).seconds(5, 20, failing());
        journal.alarm(3, "zone-impact", AZ_1, AlarmState.ALARM);
        assertThat(card().cells()).extracting(c -> c.windows().getFirst().told() != null).containsExactly(true, false);
    }

    @Test
    void aWindowIsBlindEvenIfAnEarlierOneWasDetected() {
        Scorecard card = Scorecard.of(JournalBuilder.unscaled().entries(), true, false);
        assertThat(card.blind()).isEqualTo(new Blind(1, 0, 2, seconds(34), 864, 4080,
                "in 1 of 2 impact windows: 34.0 s, 864 of 4,080 orders failed"));
    }

    @Test
    void whatWasFlownBlindToTheEndOfTheJournalIsAtLeastThatMuch() {
        journal.seconds(0, 5, failing()).seconds(5, 10, failing("cell-1 az1"));
        assertThat(card().blind().words()).isEqualTo("in 1 of 1 impact window: ≥ 5.0 s, 50 of 600 orders failed");
    }

    @Test
    void aCellThatNeverHadImpactSaysSoInOneWordAndOneThatNobodyAskedIsNotMeasured() {
        journal.seconds(0, 5, failing("cell-1 az1")).seconds(5, 20, failing());
        assertThat(card().cells()).extracting(CellImpact::words, c -> c.durations().size())
                .containsExactly(tuple("1 window", 4), tuple("none", 0));

        JournalBuilder nobody = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();
        nobody.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, seconds(40), seconds(8)));
        nobody.seconds(0, 5, Map.of("customer site", JournalBuilder.tally(10, 10, 1)));
        assertThat(Scorecard.of(nobody.entries(), false, false).cells()).extracting(CellImpact::words)
                .containsOnly("not measured");
    }

    @Test
    void eachCellHasItsOwnDurationsWithTheirInstants() {
        journal.seconds(0, 20, failing("cell-1 az1")).seconds(20, 35, failing("cell-2 az2"))
                .seconds(35, 38, failing("cell-2 az2")).seconds(38, 44, failing("cell-2 az2"))
                .seconds(44, 60, failing());
        journal.alarm(3, "cell-impact", CELL_1, AlarmState.ALARM).alarm(23, "cell-impact", CELL_2, AlarmState.ALARM);
        List<CellImpact> cells = card().cells();
        assertThat(cells.getFirst().durations()).extracting(DurationValue::name, DurationValue::words).containsExactly(
                tuple("detect", "3.0 s"), tuple("mitigateFromImpact", "19.7 s"),
                tuple("recoveredAfterRemoval", "mitigated before"), tuple("impactTotal", "19.7 s"));
        assertThat(cells.getLast().durations()).extracting(DurationValue::name, DurationValue::words).containsExactly(
                tuple("detect", "3.3 s"), tuple("mitigateFromImpact", "not while the fault lasted (> 20.3 s)"),
                tuple("recoveredAfterRemoval", "3.7 s"), tuple("impactTotal", "24.0 s"));
        assertThat(cells.getLast().durations().getFirst().to().at()).isEqualTo(JournalBuilder.ZERO.plusSeconds(23));
    }

    private Scorecard card() {
        return Scorecard.of(journal.entries(), false, false);
    }

    private List<String> told() {
        return card().impact().stream().map(ImpactWindow::told).map(t -> t == null ? "blind" : t.words()).toList();
    }
}
