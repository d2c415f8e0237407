package io.gameday.engine;

import io.gameday.experiment.Expectation.AlarmFires;
import io.gameday.experiment.Expectation.AlarmSilent;
import io.gameday.experiment.Expectation.AutomationActs;
import io.gameday.experiment.Expectation.Incidents;
import io.gameday.experiment.Expectation.Interventions;
import io.gameday.experiment.Expectation.PersonPaged;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Automation.Action;
import io.gameday.target.Automation.Actor;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Each kind of prediction alone. The fault is injected at second 100 of the run unless a test says otherwise.
class JudgesTest {

    private static final Instant NOON = Instant.parse("2026-11-19T12:00:00Z");
    private static final Scope AZ1 = new Scope.Zone("az1");

    @Test
    void anAlarmThatFiresAtItsLimitIsInTime() {
        assertThat(after(alarm(), injected(100), moved(115, AlarmState.OK, AlarmState.ALARM)))
                .isEqualTo(Ruling.held("15 s", "50 of 50 failed"));
    }

    @Test
    void anAlarmThatFiresAfterItsLimitIsBroken() {
        assertThat(verdict(alarm(), injected(100), moved(116, AlarmState.OK, AlarmState.ALARM)))
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void anAlarmThatNeverFiresIsOpenUntilItsLimitIsPassed() {
        assertThat(after(alarm(), injected(100), closedSecond(115))).isNull();
        assertThat(verdict(alarm(), injected(100), closedSecond(116))).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void anAlarmThatFiresBeforeTheInjectionProvesNothing() {
        assertThat(verdict(alarm(), moved(99, AlarmState.OK, AlarmState.ALARM), injected(100), closedSecond(116)))
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void whatHappensBetweenTheAskingForAnInjectionAndItsAnswerCounts() {
        assertThat(after(new SinceAsked(null, alarm()), moved(103, AlarmState.OK, AlarmState.ALARM), injected(100)))
                .isEqualTo(Ruling.held("3 s", "50 of 50 failed"));
        assertThat(verdict(new SinceAsked(null, alarm()), moved(99, AlarmState.OK, AlarmState.ALARM), injected(100),
                closedSecond(116))).isEqualTo(Verdict.BROKEN);
        assertThat(after(new SinceAsked("second", alarm()), moved(103, AlarmState.OK, AlarmState.ALARM),
                injected(100, "first"))).isNull();
    }

    @Test
    void anAlarmThatWasBlindAndThenFiresProvesNothing() {
        assertThat(verdict(alarm(), injected(100), moved(105, AlarmState.INSUFFICIENT_DATA, AlarmState.ALARM),
                closedSecond(116))).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void theAlarmOfAnotherZoneProvesNothing() {
        assertThat(after(AlarmJudge.own(new AlarmFires("zone-impact", new Scope.Zone("az2"), seconds(15), null)),
                injected(100), moved(105, AlarmState.OK, AlarmState.ALARM))).isNull();
    }

    @Test
    void theTimeCountsFromTheStepThatIsNamed() {
        Judge judge = AlarmJudge.own(new AlarmFires("zone-impact", AZ1, seconds(15), "second"));
        assertThat(after(judge, injected(100, "first"), closedSecond(150), injected(160, "second"),
                moved(170, AlarmState.OK, AlarmState.ALARM))).isEqualTo(Ruling.held("10 s", "50 of 50 failed"));
    }

    @Test
    void silenceIsHeldOnlyAtTheEndOfTheLastFault() {
        assertThat(after(silence(), opened(AlarmState.OK), injected(100), ended(140))).isNull();
        assertThat(after(silence(), opened(AlarmState.OK), injected(100), new Observed.AllFaultsEnded(seconds(140))))
                .isEqualTo(Ruling.held("silent", "it had data and stayed OK"));
    }

    @Test
    void anAlarmThatGoesOffBreaksItsSilence() {
        assertThat(after(silence(), opened(AlarmState.OK), moved(130, AlarmState.OK, AlarmState.ALARM)))
                .isEqualTo(Ruling.broken("in ALARM", "50 of 50 failed"));
    }

    @Test
    void anAlarmWithoutDataIsNotSilentButUnknown() {
        assertThat(verdict(silence(), opened(AlarmState.INSUFFICIENT_DATA))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(silence(), new Observed.Opened(seconds(95), Map.of()))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(silence(), opened(AlarmState.OK), moved(130, AlarmState.OK, AlarmState.INSUFFICIENT_DATA)))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anAlarmThatIsOkWithoutDataIsNotSilentButUnknown() {
        assertThat(verdict(silence(), looked(94, false, 94), opened(AlarmState.OK))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(silence(), new Observed.AlarmsLooked(seconds(94), Map.of()), opened(AlarmState.OK)))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(after(silence(), looked(93, false, 93), looked(94, true, 94), opened(AlarmState.OK), injected(100),
                looked(110, true, 110))).isNull();
        assertThat(
                verdict(silence(), looked(94, true, 94), opened(AlarmState.OK), injected(100), looked(110, false, 110)))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void silenceIsHeldOnceADatapointHasSeenTheEndOfTheLastFault() {
        Judge judge = silence();
        assertThat(after(judge, looked(90, true, 60), opened(AlarmState.OK), injected(100), looked(130, true, 120),
                new Observed.AllFaultsEnded(seconds(140)), looked(141, true, 120))).isNull();
        assertThat(judge.waiting()).isTrue();
        assertThat(verdict(judge, looked(180, true, 180))).isEqualTo(Verdict.HELD);
        assertThat(verdict(silence(), looked(94, true, 94), opened(AlarmState.OK), looked(140, true, 140),
                new Observed.AllFaultsEnded(seconds(140)))).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatTheDatapointOfTheLastFaultRaisesBreaksTheSilence() {
        assertThat(verdict(silence(), looked(90, true, 60), opened(AlarmState.OK),
                new Observed.AllFaultsEnded(seconds(140)), moved(180, AlarmState.OK, AlarmState.ALARM)))
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void whatAnAlarmDidBeforeTheGateDoesNotBreakItsSilence() {
        assertThat(after(silence(), moved(50, AlarmState.OK, AlarmState.ALARM), opened(AlarmState.OK))).isNull();
    }

    @Test
    void automationIsTimedByItsOwnDating() {
        assertThat(after(automation(), injected(100), acted(112, 109, Actor.AUTOMATION)))
                .isEqualTo(Ruling.held("9 s", "az1 weighed away"));
    }

    @Test
    void automationJustInTimeMayBeFetchedALittleLate() {
        assertThat(verdict(automation(), injected(100), closedSecond(111), acted(112, 110, Actor.AUTOMATION)))
                .isEqualTo(Verdict.HELD);
        assertThat(verdict(automation(), injected(100), closedSecond(113))).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void automationBeforeTheInjectionOrByAPersonDoesNotCount() {
        assertThat(verdict(automation(), injected(100), acted(101, 99, Actor.AUTOMATION), acted(105, 104, Actor.PERSON),
                closedSecond(113))).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aPageCountsWhenItIsOut() {
        Judge judge = new PageJudge(new PersonPaged("on-call", seconds(20), null));
        assertThat(after(judge, new Observed.Paged(seconds(99), "on-call"), injected(100),
                new Observed.Paged(seconds(103), "manager"), new Observed.Paged(seconds(104), "on-call")))
                .isEqualTo(Ruling.held("4 s", "paged on-call"));
    }

    @Test
    void noPageIsBroken() {
        assertThat(
                verdict(new PageJudge(new PersonPaged("on-call", seconds(20), null)), injected(100), closedSecond(121)))
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void interventionsAreCountedFromTheFirstFaultToTheEnd() {
        assertThat(after(CountJudge.interventions(new Interventions(1), true), acted(90, 90, Actor.PERSON),
                injected(100), acted(101, 101, Actor.AUTOMATION), acted(102, 102, Actor.PERSON), closed()))
                .isEqualTo(Ruling.held("1", "control-plane calls by people"));
        assertThat(verdict(CountJudge.interventions(new Interventions(0), true), injected(100),
                acted(102, 102, Actor.PERSON), closed())).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void interventionsOfARoleAreThoseThatNamedItAndWhoNamedNoneMayBeIt() {
        Interventions none = new Interventions(0, "on-call");
        assertThat(verdict(byRole(none), injected(100), acted(102, "dba"), closed())).isEqualTo(Verdict.HELD);
        assertThat(verdict(byRole(none), injected(100), acted(102, "on-call"), closed())).isEqualTo(Verdict.BROKEN);
        assertThat(after(byRole(none), injected(100), acted(102, 102, Actor.PERSON), closed())).isEqualTo(
                Ruling.unknown("0 control-plane calls by on-call, and 1 by somebody whose role was not given"));
        Interventions three = new Interventions(3, "on-call");
        assertThat(verdict(byRole(three), injected(100), acted(102, 102, Actor.PERSON), closed()))
                .isEqualTo(Verdict.BROKEN);
    }

    private static Judge byRole(Interventions expected) {
        return CountJudge.interventions(expected, true);
    }

    private static Observed acted(long at, String role) {
        return new Observed.Acted(seconds(at),
                new Action(Actor.PERSON, role, "scale", AZ1, "scaled", NOON.plusSeconds(at)));
    }

    @Test
    void whereNobodyCouldActThatIsSaid() {
        assertThat(after(CountJudge.interventions(new Interventions(0), false), injected(100), closed()))
                .returns("nobody could", Ruling::value);
        assertThat(verdict(CountJudge.interventions(new Interventions(1), false), injected(100), closed()))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void incidentsAreCountedFromTheFirstFaultToTheEnd() {
        Observed before = new Observed.IncidentOpened(Duration.ofSeconds(90));
        Observed opened = new Observed.IncidentOpened(Duration.ofSeconds(105));
        assertThat(after(CountJudge.incidents(new Incidents(1)), before, injected(100), opened, closed()))
                .isEqualTo(Ruling.held("1", "incidents, each of which paged people"));
        assertThat(verdict(CountJudge.incidents(new Incidents(1)), injected(100), opened, opened, closed()))
                .isEqualTo(Verdict.BROKEN);
        assertThat(verdict(CountJudge.incidents(new Incidents(0)), closed())).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatCameWhileTheInjectionWasNotAnsweredYetCountsToo() {
        Observed before = new Observed.IncidentOpened(Duration.ofSeconds(90));
        Observed during = new Observed.IncidentOpened(Duration.ofSeconds(101));
        assertThat(after(new SinceAsked(null, CountJudge.incidents(new Incidents(1))), before, during, injected(100),
                closed())).isEqualTo(Ruling.held("1", "incidents, each of which paged people"));
    }

    @Test
    void withoutAFaultNobodyHadToAct() {
        assertThat(verdict(CountJudge.interventions(new Interventions(0), true), closed())).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void customersAreHurtUpToTheLimitAndNotBeyond() {
        assertThat(verdict(BlastRadiusJudge.customers(25), counted(10, 40, 3, 1000), closed())).isEqualTo(Verdict.HELD);
        assertThat(after(BlastRadiusJudge.customers(25), counted(11, 40, 3, 1000), closed()))
                .isEqualTo(Ruling.broken("11 of 40 (27.5 %)", "customers with a request without a useful answer"));
    }

    @Test
    void fewFailedOrdersNeverReadAsNone() {
        assertThat(after(BlastRadiusJudge.failedOrders(1, TargetKind.LOCAL), counted(2, 40, 2, 7687), closed()))
                .isEqualTo(Ruling.held("2 of 7,687 (< 0.1 %)",
                        "of all orders from the first fault to the end of the run"));
    }

    @Test
    void whatCustomersOfATeamsOwnSystemAskForIsNoOrder() {
        assertThat(after(BlastRadiusJudge.failedOrders(1, TargetKind.HTTP), counted(2, 40, 200, 1000), closed()))
                .isEqualTo(Ruling.broken("200 of 1,000 (20 %)",
                        "of all requests from the first fault to the end of the run"));
    }

    @Test
    void customersWithoutAnyRequestAreNotUnhurt() {
        assertThat(verdict(BlastRadiusJudge.customers(25), counted(0, 40, 0, 0), closed())).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(BlastRadiusJudge.failedOrders(1, TargetKind.LOCAL), counted(0, 40, 0, 0), closed()))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aTeamsAlarmThatRingsAfterATimeWithoutDataRang() {
        AlarmFires fires = new AlarmFires("zone-impact", AZ1, seconds(15), null);
        Observed[] gap = {injected(100), moved(103, AlarmState.OK, AlarmState.INSUFFICIENT_DATA),
                moved(110, AlarmState.INSUFFICIENT_DATA, AlarmState.ALARM)};
        assertThat(after(AlarmJudge.team(fires), gap)).isEqualTo(Ruling.held("10 s", "50 of 50 failed"));
        assertThat(after(AlarmJudge.own(fires), gap)).isNull();
    }

    private static Judge alarm() {
        return AlarmJudge.own(new AlarmFires("zone-impact", AZ1, seconds(15), null));
    }

    private static Judge silence() {
        return new SilenceJudge(new AlarmSilent("zone-impact", AZ1));
    }

    private static Judge automation() {
        return new AutomationJudge(new AutomationActs("weigh-away", AZ1, seconds(10), null));
    }

    private static @Nullable Ruling after(Judge judge, Observed... all) {
        Ruling ruling = null;
        for (Observed observed : all) {
            if (ruling == null) {
                ruling = judge.observe(observed).orElse(null);
            }
        }
        return ruling;
    }

    private static Verdict verdict(Judge judge, Observed... all) {
        Ruling ruling = after(judge, all);
        assertThat(ruling).as("decided").isNotNull();
        return ruling.verdict();
    }

    private static Observed injected(long at) {
        return injected(at, "f");
    }

    private static Observed injected(long at, String step) {
        return new Observed.Injected(seconds(at), NOON.plusSeconds(at), step);
    }

    private static Observed ended(long at) {
        return new Observed.FaultEnded(seconds(at), "f");
    }

    private static Observed opened(AlarmState state) {
        return new Observed.Opened(seconds(95), Map.of("zone-impact " + AZ1, state));
    }

    private static Observed looked(long at, boolean data, long until) {
        return new Observed.AlarmsLooked(seconds(at), Map.of("zone-impact " + AZ1, new Sight(data, seconds(until))));
    }

    private static Observed moved(long at, AlarmState from, AlarmState to) {
        return new Observed.AlarmMoved(seconds(at), new AlarmChange("zone-impact", AZ1, from, to, "50 of 50 failed"));
    }

    private static Observed acted(long at, long dated, Actor actor) {
        return new Observed.Acted(seconds(at),
                new Action(actor, "weigh-away", AZ1, "az1 weighed away", NOON.plusSeconds(dated)));
    }

    private static Observed counted(int hurt, int customers, long failed, long requests) {
        return new Observed.Counted(seconds(150), new Hurt(hurt, customers, failed, requests));
    }

    /// Anything at all that is observed at `at`.
    private static Observed closedSecond(long at) {
        return new Observed.Counted(seconds(at), new Hurt(0, 40, 0, 1));
    }

    private static Observed closed() {
        return new Observed.Closed(seconds(200));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
