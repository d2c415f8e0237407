package io.gameday.report.scorecard;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.JournalBuilder;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.scorecard.FaultReceipt.Look;
import io.gameday.report.scorecard.FaultReceipt.Removal;
import io.gameday.report.scorecard.ImpactWindow.Told;
import io.gameday.report.scorecard.ImpactWindow.When;
import io.gameday.report.scorecard.Scorecard.Baseline;
import io.gameday.report.scorecard.Scorecard.CustomerOrders;
import io.gameday.report.scorecard.Scorecard.Customers;
import io.gameday.report.scorecard.Scorecard.Latency;
import io.gameday.report.scorecard.Scorecard.Orders;
import io.gameday.report.scorecard.Scorecard.Outcome;
import io.gameday.report.scorecard.Scorecard.ReadBack;
import io.gameday.report.scorecard.Scorecard.WholeRun;
import io.gameday.target.TargetKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static io.gameday.report.JournalBuilder.ZERO;
import static io.gameday.report.JournalBuilder.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Seconds of traffic begin at 14:02:05.0, the fault is injected at 14:02:05.3.
class ScorecardTest {

    private static Scorecard unscaled() {
        return Scorecard.of(JournalBuilder.unscaled().entries(), true, false);
    }

    private static Scorecard held() {
        return Scorecard.of(JournalBuilder.held().entries(), true, false);
    }

    private static Scorecard interrupted(double after) {
        return Scorecard.of(JournalBuilder.unscaled().until(after), false, false);
    }

    private static Instant clock(String time) {
        return Instant.parse("2026-11-19T" + time + "Z");
    }

    @Test
    void customersAndOrdersAreCountedFromTheFirstFaultToTheEndOfImpact() {
        Scorecard card = unscaled();
        assertThat(card.outcome())
                .isEqualTo(new Outcome(Verdict.BROKEN, 3, "2 of 7 predictions were broken.", false, false));
        assertThat(card.zero()).isEqualTo(ZERO);
        assertThat(card.objective()).isEqualTo(0.999);
        assertThat(card.customers()).isEqualTo(new Customers(40, 26, clock("14:02:05"), 40));
        assertThat(card.orders()).isEqualTo(new Orders(160 + 18 * 32 + 16 * 18, 44 * 120, ZERO, clock("14:02:49"),
                new WholeRun(160 + 18 * 32 + 16 * 18, 65 * 120), new Baseline(0, 2988)));
        assertThat(card.readBack()).isEqualTo(new ReadBack(10_200, 10_200, List.of(), List.of()));
        assertThat(card.latency()).isEqualTo(new Latency(1_000_000L, clock("14:02:05"), 134_000L, null, null));
        assertThat(card.customersAffected()).isTrue();
    }

    @Test
    void theMeanIsThatOfTheFaultsTimeBesideThatOfTheSteadyState() {
        List<Entry> entries = JournalBuilder.unscaled().entries().stream().map(ScorecardTest::addedUp).toList();
        assertThat(Scorecard.of(entries, true, false).latency())
                .extracting(Latency::meanMicros, Latency::baselineMeanMicros).containsExactly(59_000L, 53_000L);
    }

    private static Entry addedUp(Entry entry) {
        if (!(entry.event() instanceof Event.SecondMeasured second)) {
            return entry;
        }
        Map<String, Tally> series = new TreeMap<>(second.series());
        Tally site = series.getOrDefault("customer site", Tally.NONE);
        long mean = second.second().plusSeconds(1).isAfter(ZERO) ? 59_000 : 53_000;
        series.put("customer site", new Tally(site.requests(), site.useful(), site.p50Micros(), site.p99Micros(),
                site.slow(), mean * site.requests(), null));
        return new Entry(entry.seq(), entry.at(), entry.run(),
                new Event.SecondMeasured(second.second(), series, second.hurtNow(), second.hurtEver(), second.total()));
    }

    @Test
    void theTwoImpactsHaveEachTheirOwnFiguresAndAlarm() {
        Scorecard card = unscaled();
        long alarm = seq(JournalBuilder.unscaled().entries(), Event.AlarmChanged.class, 3.1);
        assertThat(card.impact()).containsExactly(
                new ImpactWindow(1, ZERO, clock("14:02:09"), seconds(3.7), false, 160, 480, 80.0 / 120,
                        clock("14:02:05"),
                        new Told("zone-impact az1", clock("14:02:08.400"), seconds(3.1), When.RAISED,
                                "zone-impact az1 after 3.1 s", alarm)),
                new ImpactWindow(2, clock("14:02:15"), clock("14:02:49"), seconds(34), false, 864, 4080, 88.0 / 120,
                        clock("14:02:15"), null));
    }

    private static long seq(List<Entry> entries, Class<? extends Event> kind, double after) {
        return entries.stream().filter(e -> kind.isInstance(e.event()) && e.at().equals(ZERO.plus(seconds(after))))
                .findFirst().orElseThrow().seq();
    }

    @Test
    void aMetricThatCameBackOnlyBecauseTheFaultEndedIsNoMitigation() {
        assertThat(unscaled().durations())
                .extracting(DurationValue::name, DurationValue::formula, DurationValue::value, DurationValue::words)
                .containsExactly(tuple("detect", "tD − t0", seconds(3.1), "3.1 s"),
                        tuple("alarmLatency", "tA − tF", seconds(3.1), "3.1 s"),
                        tuple("engage", "tE − tA", seconds(15.9), "15.9 s"),
                        tuple("mitigateFromImpact", "tM − t0", null, "not while the fault lasted (> 40.0 s)"),
                        tuple("recoveredAfterRemoval", "tM − fault ended", seconds(3.7), "3.7 s"),
                        tuple("recover", "tR − t0", seconds(64.9), "64.9 s"),
                        tuple("impactTotal", "Σ impact windows", seconds(37.7), "37.7 s"));
        assertThat(unscaled().durations()).extracting(d -> d.from().at(), d -> d.to().at()).containsExactly(
                tuple(ZERO, clock("14:02:08.400")), tuple(ZERO, clock("14:02:08.400")),
                tuple(clock("14:02:08.400"), clock("14:02:24.300")), tuple(ZERO, null),
                tuple(clock("14:02:45.300"), clock("14:02:49")), tuple(ZERO, clock("14:03:10.200")),
                tuple(ZERO, clock("14:02:49")));
    }

    @Test
    void aMetricThatCameBackWhileTheFaultLastedIsMitigated() {
        assertThat(held().durations()).extracting(DurationValue::name, DurationValue::words).contains(
                tuple("mitigateFromImpact", "0.7 s"), tuple("recoveredAfterRemoval", "mitigated before"),
                tuple("engage", "not measured"), tuple("recover", "64.9 s"), tuple("impactTotal", "0.7 s"));
    }

    @Test
    void theHeldRunHasItsOwnFigures() {
        Scorecard card = held();
        assertThat(card.outcome()).isEqualTo(new Outcome(Verdict.HELD, 0, "All predictions held.", false, false));
        assertThat(card.customers()).isEqualTo(new Customers(3, 3, clock("14:02:05"), 40));
        assertThat(card.orders()).isEqualTo(
                new Orders(3, 120, ZERO, clock("14:02:06"), new WholeRun(3, 65 * 120), new Baseline(0, 2988)));
        assertThat(card.readBack()).isEqualTo(
                new ReadBack(10_200, 10_199, List.of(), List.of(new CustomerOrders("customer-3", List.of("o-17")))));
        assertThat(card.predictions(Verdict.HELD)).isEqualTo(7);
        assertThat(card.response().interventionsKnown()).isFalse();
        assertThat(card.faultsGone()).isEqualTo(Verdict.HELD);
    }

    @Test
    void theWorstSecondIsKeptPerScopeWithItsInstant() {
        assertThat(unscaled().lowest()).filteredOn(l -> l.observer() == Observer.CUSTOMER).containsExactly(
                new LowPoint(Observer.CUSTOMER, Scope.SITE, 80.0 / 120, 80, 120, clock("14:02:05"), 38, 0),
                new LowPoint(Observer.CUSTOMER, new Scope.Zone("az1"), 0, 0, 40, clock("14:02:05"), 4, 40),
                new LowPoint(Observer.CUSTOMER, new Scope.Zone("az2"), 44.0 / 60, 44, 60, clock("14:02:15"), 34, 0),
                new LowPoint(Observer.CUSTOMER, new Scope.Zone("az3"), 44.0 / 60, 44, 60, clock("14:02:15"), 34, 0),
                new LowPoint(Observer.CUSTOMER, new Scope.Cell("cell-1"), 40.0 / 60, 40, 60, clock("14:02:05"), 38, 0),
                new LowPoint(Observer.CUSTOMER, new Scope.Cell("cell-2"), 40.0 / 60, 40, 60, clock("14:02:05"), 38, 0));
    }

    @Test
    void theReceiptHoldsBothProofsAndTheTimeInForce() {
        List<Entry> entries = JournalBuilder.unscaled().entries();
        assertThat(unscaled().faults()).containsExactly(new FaultReceipt("f1", "zone-power-loss az1",
                "zone az1 lost its power", ZERO, seq(entries, Event.FaultInjected.class, 0), seconds(40), Verdict.HELD,
                new Look("tasks of az1 that answer", "0 of 2", "0 of 2", seconds(0.3),
                        seq(entries, Event.FaultObserved.class, 0.3)),
                new Removal(ZERO.plusSeconds(40), "planned end", true, "power of az1 on",
                        seq(entries, Event.FaultReverted.class, 40)),
                seconds(40), Verdict.HELD,
                new Look("tasks of az1 that can start", "2 of 2", "2 of 2", seconds(0.4),
                        seq(entries, Event.FaultConfirmedGone.class, 40.4)),
                "equal", "gameday recover --run " + JournalBuilder.RUN, "the host, when the lease of 8 s ends"));
    }

    @Test
    void plannedAndActualReachStandSideBySide() {
        assertThat(unscaled().reach()).isEqualTo(new Reach(List.of("cell-1", "cell-2"), List.of("az1"),
                List.of("orders-1", "orders-4"), List.of("cell-1", "cell-2"), List.of("az1", "az2", "az3"),
                List.of(new Reach.Limit("customers", "≤ 2 of 40", "40 of 40"))));
    }

    @Test
    void anInterruptedRunKnowsOnlyWhatTheJournalSays() {
        Scorecard card = interrupted(20);
        assertThat(card.outcome()).isEqualTo(new Outcome(Verdict.UNKNOWN, null,
                "The journal ends at 14:02:25.0 UTC without the end of the run.", true, false));
        assertThat(card.impact()).last().satisfies(w -> assertThat(w.open()).isTrue());
        assertThat(card.predictions()).extracting(Scorecard.Prediction::id, Scorecard.Prediction::verdict)
                .containsExactly(tuple("p1", Verdict.HELD), tuple("p2", Verdict.UNKNOWN), tuple("p3", Verdict.UNKNOWN),
                        tuple("p4", Verdict.UNKNOWN), tuple("p5", Verdict.UNKNOWN), tuple("p6", Verdict.UNKNOWN),
                        tuple("p7", Verdict.UNKNOWN));
        assertThat(card.faultsGone()).isEqualTo(Verdict.UNKNOWN);
        assertThat(card.faults().getFirst().inForce()).isNull();
        assertThat(card.reach().limits()).containsExactly(new Reach.Limit("customers", "2 of 40", "39 of 40"));
        assertThat(card.durations()).extracting(DurationValue::name, DurationValue::words).contains(
                tuple("mitigateFromImpact", "not over when the journal ended (> 19.7 s)"),
                tuple("recover", "not measured"), tuple("impactTotal", "≥ 13.7 s"));
    }

    @Test
    void aRunThatIsInterruptedAfterAPredictionBrokeIsBroken() {
        assertThat(interrupted(65.2).outcome().verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void anAlarmOfTheCustomersViewThatStillStandsTellsOfTheSecondImpact() {
        List<Entry> entries = JournalBuilder.unscaled().entries().stream()
                .filter(e -> !(e.event() instanceof Event.AlarmChanged a && a.scope().equals(Scope.SITE)
                        && a.to() == AlarmState.OK))
                .toList();
        assertThat(Scorecard.of(entries, true, false).impact().getLast().told()).satisfies(told -> {
            assertThat(told).isNotNull();
            assertThat(told.alarm()).isEqualTo("site-availability");
            assertThat(told.when()).isEqualTo(When.STANDING);
            assertThat(told.words()).isEqualTo("site-availability, standing since 14:02:08.4");
        });
    }

    @Test
    void anAlarmThatRisesJustAfterAShortImpactStillToldOfIt() {
        assertThat(held().impact()).extracting(w -> w.told() == null ? "flying blind" : w.told().words())
                .containsExactly("zone-impact az1 after 3.1 s, 2.4 s after it was over");
    }

    @Test
    void anAlarmBeforeTheImpactGivesANegativeTimeToDetect() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 150).prepared();
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, seconds(40), seconds(8)));
        journal.at(2,
                new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.OK, AlarmState.ALARM, ""));
        for (int n = 0; n < 10; n++) {
            journal.second(n, n == 4
                    ? JournalBuilder.series(JournalBuilder.tally(120, 60, 500), JournalBuilder.tally(40, 10, 500),
                            JournalBuilder.tally(40, 25, 500), JournalBuilder.tally(40, 25, 500))
                    : JournalBuilder.healthy(), 0, 0);
        }
        Scorecard card = Scorecard.of(journal.entries(), false, false);
        assertThat(card.durations().getFirst().words()).isEqualTo("−1.7 s");
        assertThat(card.impact()).singleElement().satisfies(w -> assertThat(w.told()).isNotNull());
    }

    @Test
    void anImpactThatNothingToldOfIsNotDetected() {
        List<Entry> silent = JournalBuilder.unscaled().entries().stream()
                .filter(e -> !(e.event() instanceof Event.AlarmChanged)).toList();
        Scorecard card = Scorecard.of(silent, true, false);
        assertThat(card.durations().getFirst().words()).isEqualTo("not detected (> 66.5 s)");
        assertThat(card.impact()).allSatisfy(w -> assertThat(w.told()).isNull());
    }

    @Test
    void badSecondsUpToFiveApartAreOneImpactAndSixApartAreTwo() {
        assertThat(windows(5)).isEqualTo(1);
        assertThat(windows(6)).isEqualTo(2);
    }

    private static int windows(int goodBetween) {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, seconds(40), seconds(8)));
        for (int n = 0; n < 20; n++) {
            boolean bad = n == 3 || n == 4 + goodBetween;
            journal.second(n,
                    bad
                            ? JournalBuilder.series(JournalBuilder.tally(120, 60, 500), JournalBuilder.NOTHING,
                                    JournalBuilder.tally(60, 30, 500), JournalBuilder.tally(60, 30, 500))
                            : JournalBuilder.healthy(),
                    0, 0);
        }
        return Scorecard.of(journal.entries(), false, false).impact().size();
    }

    @Test
    void aFaultThatWasNotTakenAwayIsStillThere() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, seconds(40), seconds(8)));
        journal.at(40, new Event.FaultReverted("f1", "planned end", false, "the host refused (503)"));
        Scorecard card = Scorecard.of(journal.entries(), false, false);
        assertThat(card.faultsGone()).isEqualTo(Verdict.BROKEN);
        assertThat(card.faults().getFirst().inForce()).isNull();
    }

    @Test
    void aRunWithoutFaultHasNoZeroAndCountsEverything() {
        Scorecard card = Scorecard.of(JournalBuilder.withoutFault().entries(), true, false);
        assertThat(card.zero()).isNull();
        assertThat(card.orders().of()).isEqualTo(3600);
        assertThat(card.impact()).isEmpty();
        assertThat(card.faultsGone()).isEqualTo(Verdict.HELD);
        assertThat(card.customersAffected()).isFalse();
    }

    @Test
    void withoutASecondMeasuredNothingIsKnownOfCustomers() {
        Scorecard card = Scorecard.of(JournalBuilder.notStarted().entries(), true, false);
        assertThat(card.outcome().notStarted()).isTrue();
        assertThat(card.customersMeasured()).isFalse();
        assertThat(card.durations()).extracting(DurationValue::words).containsOnly("not measured");
        assertThat(card.latency()).isEqualTo(new Latency(null, null, null, null, null));
        assertThat(card.readBack()).isNull();
    }

    @Test
    void silenceAfterTheCustomersWentHomeIsNoFinding() {
        JournalBuilder journal = JournalBuilder.held();
        for (int n = 65; n < 70; n++) {
            journal.second(n, Map.of("canary zone az1", JournalBuilder.tally(10, 10, 30)), 0, 3);
        }
        assertThat(Scorecard.of(journal.entries(), true, false).lowest()).isEqualTo(held().lowest());
    }

    @Test
    void aSecondThatTheFaultFellIntoCountsWhereverItBegan() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 150).prepared();
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, seconds(40), seconds(8)));
        Instant oddSecond = ZERO.minusMillis(900);
        journal.at(0.1, new Event.SecondMeasured(oddSecond,
                Map.of("customer site", JournalBuilder.tally(120, 100, 500)), 5, 5, 40));
        Scorecard card = Scorecard.of(journal.entries(), false, false);
        assertThat(card.impact()).singleElement().satisfies(w -> assertThat(w.from()).isEqualTo(ZERO))
                .satisfies(w -> assertThat(w.failed()).isEqualTo(20));
        assertThat(card.customers().hurtEver()).isEqualTo(5);
    }

    @Test
    void anInjectionThatFailedMustBeSeenGoneToo() {
        JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 150).prepared();
        journal.at(0, new Event.InjectionFailed("f1", JournalBuilder.POWER_LOSS, "the host refused (503)"));
        assertThat(Scorecard.of(journal.entries(), false, false).faultsGone()).isEqualTo(Verdict.UNKNOWN);
        journal.at(1, new Event.FaultConfirmedGone("f1", Verdict.HELD, "tasks", "2 of 2", "2 of 2", seconds(1)));
        Scorecard card = Scorecard.of(journal.entries(), false, false);
        assertThat(card.faultsGone()).isEqualTo(Verdict.HELD);
        assertThat(card.faults()).isEmpty();
        assertThat(card.failedInjections()).extracting(f -> f.name() + ": " + f.why())
                .containsExactly("zone-power-loss az1: the host refused (503)");
    }

    @Test
    void whatAutomationDoesAgainAndAgainInOnePlaceIsToldOnceWithItsNumber() {
        List<Entry> entries = JournalBuilder.unscaled().entries();
        List<Stamped<Event.AutomationActed>> acts = new RunFacts(entries).all(Event.AutomationActed.class);
        Response response = Scorecard.of(entries, true, false).response();
        assertThat(response.automation()).extracting(each -> each.name() + " " + each.scope()).doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        acts.stream().map(act -> act.event().name() + " " + act.event().scope()).distinct().toList());
        assertThat(response.automation().stream().mapToLong(Response.Acts::times).sum()).isEqualTo(acts.size());
        assertThat(response.automation().getFirst().first()).isEqualTo(acts.getFirst().event().when());
    }
}
