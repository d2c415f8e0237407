package io.gameday.console.live;

import io.gameday.console.SimulatedRun;
import io.gameday.console.control.State;
import io.gameday.console.run.Contact;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.JournalReader;
import io.gameday.journal.PersonAct;
import io.gameday.journal.RunFolder;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.observability.Server;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LiveViewModelTest {

    @TempDir
    static Path runs;

    private static Path folder;
    private static Path spreading;

    private final LiveViewModel model = new LiveViewModel(Runnable::run, Runnable::run);

    @BeforeAll
    static void playOnce() throws IOException {
        folder = SimulatedRun.of("az-power-loss-unscaled", runs);
        spreading = SimulatedRun.of("gray-by-spreading", runs);
    }

    private JournalledRun secondsAfterTheFault(long seconds) {
        return JournalledRun.of(folder).until(Event.FaultInjected.class::isInstance).after(Duration.ofSeconds(seconds));
    }

    private void show(JournalledRun run) {
        model.show(run);
        model.refresh();
    }

    private Matrix.Head zone(String name) {
        return model.matrixProperty().get().zones().stream().filter(head -> head.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private AlarmRow alarm(String name) {
        return model.alarmsProperty().get().stream().filter(row -> (row.name() + " " + row.place()).equals(name))
                .findFirst().orElseThrow();
    }

    private Stream<Tile> tiles(String zone) {
        return model.matrixProperty().get().cells().stream().flatMap(row -> row.spots().stream())
                .filter(spot -> spot.scope() instanceof Scope.CellZone(String _, String in) && in.equals(zone))
                .flatMap(spot -> spot.tiles().stream());
    }

    @Test
    void aFaultCountsDownToItsPlannedEnd() {
        show(secondsAfterTheFault(24));

        FaultCard fault = model.faultsProperty().get().getFirst();
        assertThat(fault.kind() + " " + fault.where()).isEqualTo("zone-power-loss az1");
        assertThat(fault.figure() + " " + fault.rest()).isEqualTo("16 s left of 40 s");
        assertThat(fault.share()).isBetween(0.59, 0.61);
        assertThat(fault.proofState()).isEqualTo(State.HEALTHY);
        assertThat(fault.running()).isTrue();
    }

    @Test
    void timeGoesOnWithoutNewEntries() {
        JournalledRun run = secondsAfterTheFault(24);
        show(run);

        run.later(Duration.ofSeconds(4));
        model.refresh();

        assertThat(model.faultsProperty().get().getFirst().figure()).isEqualTo("12");
    }

    @Test
    void aFaultThatIsProvedGoneSaysSoAndAfterWhatTime() {
        show(JournalledRun.of(folder).until(Event.FaultConfirmedGone.class::isInstance));

        FaultCard fault = model.faultsProperty().get().getFirst();
        assertThat(fault.figure()).isEqualTo("gone");
        assertThat(fault.proof()).startsWith("Gone, proved after ");
        assertThat(fault.running()).isFalse();
    }

    @Test
    void aFaultThatIsNotConfirmedGoneNamesTheCommandThatEndsIt() {
        JournalledRun run = JournalledRun.of(folder).until(Event.FaultReverted.class::isInstance);
        run.add(new Event.FaultConfirmedGone("f1", Verdict.BROKEN, "machine of az1", "refuses", "answers",
                Duration.ofSeconds(5)));
        show(run);

        FaultCard fault = model.faultsProperty().get().getFirst();
        assertThat(fault.proofState()).isEqualTo(State.ALARM);
        assertThat(fault.proof()).startsWith("Not confirmed gone: refuses, wanted answers.").contains("Run: ");
    }

    @Test
    void takingAFaultAwayIsAskedInTheRoleThatIsChosen() {
        JournalledRun run = secondsAfterTheFault(5);
        show(run);
        model.entry().roleProperty().set("responder");

        model.endFault("f1");

        assertThat(run.asked).containsExactly("responder ends f1");
    }

    @Test
    void whatSomebodyIsAskedToBreakWaitsForTheirWord() {
        JournalledRun run = JournalledRun.of(folder).until(Event.FaultPlanned.class::isInstance);
        run.add(new Event.PersonAsked("f1", Turn.BEGIN, "pull the plug"));
        show(run);
        model.entry().roleProperty().set("injector");

        FaultCard fault = model.faultsProperty().get().getFirst();
        assertThat(fault.turn()).isEqualTo(Turn.BEGIN);
        assertThat(fault.rest()).isEqualTo("pull the plug");
        model.answered("f1", Turn.BEGIN);
        assertThat(run.asked).containsExactly("injector says BEGIN of f1");
    }

    @Test
    void whyAFaultWasNotTakenAwayIsSaid() {
        JournalledRun run = secondsAfterTheFault(5);
        run.refusal = "the controller does not answer; press STOP";
        show(run);

        model.endFault("f1");

        assertThat(model.faultTroubleProperty().get())
                .isEqualTo("f1 was not taken away: the controller does not answer; press STOP");
    }

    @Test
    void aZoneWithoutPowerHasDeadTilesThatSayWhy() {
        show(secondsAfterTheFault(12));

        assertThat(tiles("az1")).allSatisfy(tile -> {
            assertThat(tile.state()).isEqualTo(State.DEAD);
            assertThat(tile.foot()).isEqualTo("az1 has no power");
        });
        assertThat(zone("az1").words()).isEqualTo("no power");
    }

    @Test
    void aLoadedTaskIsOverloadedAndNotGray() {
        show(secondsAfterTheFault(20));

        assertThat(tiles("az2")).isNotEmpty().allSatisfy(tile -> {
            assertThat(tile.word()).isEqualTo("overloaded");
            assertThat(tile.asked()).isGreaterThan(1);
            assertThat(tile.tip()).contains(" of ");
        });
    }

    @Test
    void aZoneWhoseCustomersFailWhileItsAlarmIsOkIsOverloadWhereTheyAreRefusedAndElseImpactNotZonal() {
        JournalledRun run = secondsAfterTheFault(20);
        show(run);
        assertThat(zone("az2").words()).isEqualTo("overload");
        unrefused(run);

        AlarmRow az2 = alarm("zone-impact az2");
        assertThat(az2.stateWords()).isEqualTo("OK");
        assertThat(az2.note()).startsWith("impact, not zonal: ");
        assertThat(zone("az2").words()).isEqualTo("impact, not zonal");
    }

    @Test
    void onlyWhatNoAlarmAndNoHealthCheckTellsIsGray() {
        JournalledRun run = JournalledRun.of(folder)
                .until(event -> event instanceof Event.SecondMeasured second
                        && second.series().containsKey("customer zone az2")
                        && Moment.failing(second.series().get("customer zone az2")));
        show(run);

        assertThat(model.alarmsProperty().get()).noneMatch(row -> row.state() == State.ALARM);
        assertThat(zone("az2").words()).isEqualTo("overload");
        unrefused(run);
        assertThat(zone("az2").words()).isEqualTo("gray");

        run.add(new Event.AlarmChanged("zone-impact", new Scope.Zone("az2"), AlarmState.OK, AlarmState.ALARM, "seen"));
        model.refresh();

        assertThat(zone("az2").words()).isEqualTo("in alarm");
    }

    /// A second in which far more fail than are refused.
    private void unrefused(JournalledRun run) {
        run.add(new Event.SecondMeasured(run.now(), Map.of("customer zone az2", new Tally(10_000, 0, 1, 1)), 0, 0, 40));
        model.refresh();
    }

    @Test
    void whereCustomersAreHurtAndNothingTellsIsGrayNowForSoLong() {
        JournalledRun run = JournalledRun.of(spreading).until(
                event -> event instanceof Event.SecondMeasured second && second.hurtNow() > 0 && second.hurtEver() > 0);
        show(run);
        assertThat(model.grayProperty().get().word()).isEqualTo("gray now");
        assertThat(model.grayProperty().get().text()).startsWith("Customers hurt, nothing tells: ")
                .containsPattern("az1 \\d+ s");

        run.until(event -> event instanceof Event.AlarmChanged change && change.to() == AlarmState.ALARM
                && change.scope().equals(new Scope.Zone("az1"))).after(Duration.ofSeconds(2));
        model.refresh();
        assertThat(model.grayProperty().get().text()).doesNotContain("az1");

        run.end();
        run.contact(new Contact.Ended());
        model.refresh();
        assertThat(model.grayProperty().get()).isEqualTo(GrayState.NONE);
    }

    @Test
    void whileTheTeamsToolIsAwayNothingIsCalledGrayNow() {
        JournalledRun run = new JournalledRun(folder, List.of());
        show(run);
        run.add(new Event.RunStarted("e", "t", "h", TargetKind.LOCAL, 1, "v", List.of("cell-1"), List.of("az1"), 150,
                40, 120, "owner", 0, "Prometheus", "Alertmanager"));
        run.add(new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                Duration.ofSeconds(8)));
        run.add(everywhere(0));
        model.refresh();
        assertThat(model.grayProperty().get().text()).contains("az1 1 s");
        run.add(new Event.SourceAway("Prometheus", run.now(), "Prometheus did not answer"));
        run.add(everywhere(1));
        model.refresh();
        assertThat(model.grayProperty().get()).isEqualTo(GrayState.NONE);
    }

    @Test
    void impactInEveryZoneAlikeIsSaidNotToBeZonal() {
        JournalledRun run = JournalledRun.of(folder).until(Event.RunStarted.class::isInstance);
        show(run);
        IntStream.range(0, 10).forEach(n -> run.add(everywhere(n)));
        model.refresh();
        assertThat(model.impactProperty().get().word()).isEqualTo("impact not zonal");
        assertThat(model.impactProperty().get().text()).contains("70 % useful", "840 of 1,200", "az1 70 %", "az3 70 %");

        run.add(new Event.AlarmChanged("zone-impact", new Scope.Zone("az2"), AlarmState.OK, AlarmState.ALARM, ""));
        model.refresh();
        assertThat(model.impactProperty().get()).isEqualTo(Banner.NONE);
    }

    private static Event everywhere(int second) {
        Map<String, Tally> series = new HashMap<>(Map.of("customer site", new Tally(120, 84, 1, 1)));
        for (String zone : List.of("az1", "az2", "az3")) {
            series.put("customer zone " + zone, new Tally(40, 28, 1, 1));
            series.put("attempt zone " + zone, new Tally(40, 28, 1, 1));
        }
        return new Event.SecondMeasured(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second), series, 9, 9, 40);
    }

    @Test
    void whileOneZoneStandsOutTheImpactIsNotCalledOtherwise() {
        show(secondsAfterTheFault(20));
        assertThat(model.impactProperty().get()).isEqualTo(Banner.NONE);
    }

    @Test
    void compositesStandBeforeWhatTheyAreMadeOfAndSayWhomTheyPaged() {
        show(JournalledRun.of(spreading).until(event -> event instanceof Event.PageSent).after(Duration.ofSeconds(15)));

        AlarmRow first = model.alarmsProperty().get().getFirst();
        assertThat(first.made()).startsWith("composite: ").contains("in ALARM; ");
        assertThat(alarm("customers-hurt site").paged()).isEqualTo("paged on-call");
        assertThat(alarm("everybody site").paged()).isEmpty();
        assertThat(alarm("zone-impact az1").made()).isEmpty();
    }

    @Test
    void aCompositeThatIsHeldBackSaysByWhat(@TempDir Path place) throws IOException {
        Path held = Files.createDirectory(place.resolve("held"));
        Files.copy(new RunFolder(spreading).journal(), new RunFolder(held).journal());
        Files.writeString(new RunFolder(held).experiment(),
                Files.readString(new RunFolder(spreading).experiment()).replace(
                        "{ alarm: everybody, rule: ALARM(cell-impact/cell-1) AND ALARM(cell-impact/cell-2) }",
                        "{ alarm: everybody, rule: ALARM(cell-impact/cell-1) AND ALARM(cell-impact/cell-2), "
                                + "suppressor: zone-impact/az1 }"));
        show(JournalledRun
                .of(held).until(event -> event instanceof Event.AlarmChanged change
                        && change.alarm().equals("everybody") && change.to() == AlarmState.ALARM)
                .after(Duration.ofSeconds(20)));
        assertThat(alarm("zone-impact az1").state()).isEqualTo(State.ALARM);
        assertThat(alarm("everybody site").note()).isEqualTo("held back by zone-impact/az1");
    }

    @Test
    void anAlarmThatTheExperimentMakesOfNothingIsNoComposite() {
        JournalledRun run = secondsAfterTheFault(1);
        show(run);
        run.add(new Event.AlarmChanged("slow-mean", Scope.SITE, AlarmState.OK, AlarmState.ALARM, "59 ms"));
        model.refresh();
        assertThat(alarm("slow-mean site").made()).isEmpty();
    }

    @Test
    void whereTheTeamsAlarmsAreGradedEachSaysWhoseItIsAndGamedaysOwnStayPlain() {
        JournalledRun run = new JournalledRun(folder, List.of());
        show(run);
        run.add(new Event.RunStarted("e", "t", "h", TargetKind.LOCAL, 1, "v", List.of("cell-1"), List.of("az1"), 150,
                40, 120, "owner", 0, "Prometheus", "Alertmanager"));
        run.add(new Event.AlarmChanged("zone-impact", new Scope.Zone("az1"), AlarmState.OK, AlarmState.ALARM, ""));
        run.add(new Event.AlarmChanged("CheckoutErrors", Scope.SITE, AlarmState.OK, AlarmState.ALARM, "", "Prometheus",
                run.now()));
        model.refresh();

        assertThat(model.alarmsProperty().get().getFirst().name()).isEqualTo("CheckoutErrors");
        assertThat(alarm("CheckoutErrors site")).returns("told by Prometheus", AlarmRow::source).returns(State.ALARM,
                AlarmRow::state);
        assertThat(alarm("zone-impact az1")).returns("Gameday's own, not graded", AlarmRow::source)
                .returns(State.PLAIN, AlarmRow::state).returns("", AlarmRow::prediction);
    }

    @Test
    void anExpectedAlarmHasItsPredictionBesideIt() {
        show(secondsAfterTheFault(20));

        AlarmRow az1 = alarm("zone-impact az1");
        assertThat(az1.state()).isEqualTo(State.ALARM);
        assertThat(az1.verdict()).isEqualTo(State.HEALTHY);
        assertThat(az1.prediction()).startsWith("+").endsWith(", ≤ 15 s");
    }

    @Test
    void silenceHasNoTickBeforeItIsJudged() {
        JournalledRun run = JournalledRun.of(folder).until(Event.FaultInjected.class::isInstance);
        show(run);

        assertThat(alarm("zone-impact az2").prediction()).isEqualTo("silent so far");
        assertThat(alarm("zone-impact az2").verdict()).isEqualTo(State.PLAIN);

        run.end();
        model.refresh();

        assertThat(alarm("zone-impact az2").prediction()).isEqualTo("silent");
        assertThat(alarm("zone-impact az2").verdict()).isEqualTo(State.HEALTHY);
    }

    @Test
    void raisedAlarmsComeFirst() {
        show(secondsAfterTheFault(20));

        List<State> states = model.alarmsProperty().get().stream().map(AlarmRow::state).toList();
        assertThat(states).startsWith(State.ALARM).endsWith(State.PLAIN);
        assertThat(states.lastIndexOf(State.ALARM)).isLessThan(states.indexOf(State.PLAIN));
    }

    @Test
    void customersWhoAreKeptAwayDifferFromWhatCanariesSee() {
        show(secondsAfterTheFault(25));

        ObserverTable.Row az1 = model.observersProperty().get().rows().getFirst();
        assertThat(az1.customers().percent()).isEqualTo("–");
        assertThat(az1.customers().state()).isEqualTo(State.UNKNOWN);
        assertThat(az1.canaries().percent()).isEqualTo("0");
        assertThat(az1.canaries().ofTotal()).startsWith("0 of ");
        assertThat(az1.differs()).isEqualTo("customers are kept away; canaries see it");
    }

    @Test
    void whatServersCountStandsBesideTheOthersAndSilenceIsNoData() {
        JournalledRun run = secondsAfterTheFault(25);
        show(run);
        List<ObserverTable.Row> rows = model.observersProperty().get().rows();
        assertThat(rows.getFirst().servers())
                .isEqualTo(new ObserverTable.Seen(State.UNKNOWN, "–", "no data", "no data"));
        assertThat(rows.get(1).servers().ofTotal()).contains(" of ").doesNotContain("silent");

        run.add(new Event.SecondMeasured(run.now(), Map.of(), 0, 0, 40,
                List.of(new Server("orders-2", "cell-1", "az2"))));
        show(run);
        ObserverTable.Seen silent = model.observersProperty().get().rows().get(1).servers();
        assertThat(silent.ofTotal()).endsWith(", 1 silent");
        assertThat(silent.state()).isNotEqualTo(State.HEALTHY);
    }

    @Test
    void theBlastRadiusIsShownAgainstWhatWasAccepted() {
        show(secondsAfterTheFault(20));

        BlastRow hurt = model.blastProperty().get().getFirst();
        assertThat(hurt.limit()).isEqualTo("≤ 25 %");
        assertThat(hurt.mark()).isEqualTo(0.25);
        assertThat(hurt.over()).isTrue();
        assertThat(hurt.actual()).endsWith(" of 40");
        assertThat(model.hurtNowProperty().get()).endsWith(" of 40 hurt now");
        assertThat(model.blastProperty().get()).extracting(BlastRow::actual).contains("1 of 3 in reach");
    }

    @Test
    void aStopConditionTellsItsMarginAndHowLongItHasBeenTrue() {
        show(secondsAfterTheFault(20));

        Margin margin = model.marginsProperty().get().getFirst();
        assertThat(margin.line()).isEqualTo("availability < 50 % for 15 s");
        assertThat(margin.heldFor()).isEqualTo("below for 0 of 15 s");
        assertThat(margin.limit()).isEqualTo(0.5);
        assertThat(margin.value()).isGreaterThan(0.5);
        assertThat(margin.margin()).startsWith("+").endsWith(" points");
    }

    @Test
    void withoutTheExperimentFileLimitsAreNotKnownWhichIsNotTheSameAsNone(@TempDir Path empty) throws IOException {
        Files.copy(new RunFolder(folder).journal(), new RunFolder(empty).journal());

        show(JournalledRun.of(empty).end());

        assertThat(model.planTroubleProperty().get()).contains("experiment.yaml cannot be read");
        assertThat(model.blastProperty().get().getFirst().limit()).isEqualTo("limit not known");
        assertThat(model.marginsProperty().get()).isEmpty();
    }

    @Test
    void theExperimentFileIsReadOffTheUiThread() {
        Deque<Runnable> work = new ArrayDeque<>();
        LiveViewModel slow = new LiveViewModel(work::add, Runnable::run);

        slow.show(secondsAfterTheFault(20));
        assertThat(slow.marginsProperty().get()).isEmpty();

        work.forEach(Runnable::run);
        assertThat(slow.marginsProperty().get()).hasSize(1);
    }

    @Test
    void beforeTheFirstFaultItIsSaidWhatIsWaitedFor() {
        JournalledRun run = JournalledRun.of(folder).until(Event.RunStarted.class::isInstance);
        show(run);
        assertThat(model.gateProperty().get().waiting()).isEqualTo("Waiting for the guards and the plan");

        run.until(Event.SecondMeasured.class::isInstance).after(Duration.ofSeconds(3));
        model.refresh();
        assertThat(model.gateProperty().get().waiting()).isEqualTo("Waiting for the steady state");
        assertThat(model.gateProperty().get().lines()).extracting(GateStatus.Line::state).contains(State.HEALTHY,
                State.UNKNOWN);
        assertThat(model.gateProperty().get().lines().getLast().detail()).contains(" of 10 s so far");

        run.until(Event.FaultInjected.class::isInstance);
        model.refresh();
        assertThat(model.gateProperty().get()).isEqualTo(GateStatus.PASSED);
    }

    @Test
    void whoWasInvitedIsWaitedForAndTheRunMayBeginWithoutThem(@TempDir Path invited) throws IOException {
        Files.writeString(invited.resolve("invitations.json"),
                "{\"fingerprint\":\"AB:CD\",\"links\":[{\"role\":\"scribe\",\"link\":\"https://192.0.2.7/#t\"}]}");
        JournalledRun run = new JournalledRun(invited, JournalReader.read(new RunFolder(folder).journal()).entries())
                .until(Event.RunStarted.class::isInstance);
        show(run);
        assertThat(model.invitedProperty().get()).isEqualTo(Invited.NOBODY);

        run.add(new Event.PersonActed("scribe", new PersonAct.Invited(Duration.ofMinutes(30))));
        run.add(new Event.PersonActed("responder", new PersonAct.Invited(Duration.ofMinutes(30))));
        run.add(new Event.PersonActed("scribe", new PersonAct.Joined(Duration.ZERO)));
        run.add(new Event.PersonActed("scribe", new PersonAct.Sealed("q1", "ab")));
        run.add(new Event.PersonActed("scribe", new PersonAct.Answered(true, "scribe", "")));
        model.refresh();
        assertThat(model.gateProperty().get().waiting()).isEqualTo("Waiting for go from: responder");
        assertThat(model.invitedProperty().get()).isEqualTo(new Invited(
                List.of(new Invited.Row("scribe", State.HEALTHY, "go", "here, 1 sealed", "", "https://192.0.2.7/#t"),
                        new Invited.Row("responder", State.UNKNOWN, "not yet", "not here", "", "")),
                "1 of 2 said go, 1 here", true, "AB:CD"));

        model.goForTheAbsent("is ill");
        assertThat(run.asked).containsExactly("facilitator begins without the absent: is ill");
        run.refusal = "a reason is needed";
        model.goForTheAbsent("");
        assertThat(model.peopleTroubleProperty().get()).isEqualTo("a reason is needed");
    }

    @Test
    void eachRolesAnswerHasItsReasonAndWhoSaidItForThem(@TempDir Path invited) throws IOException {
        JournalledRun run = new JournalledRun(invited, JournalReader.read(new RunFolder(folder).journal()).entries())
                .until(Event.RunStarted.class::isInstance);
        show(run);
        for (String role : List.of("responder 1", "responder 2", "scribe")) {
            run.add(new Event.PersonActed(role, new PersonAct.Invited(Duration.ofMinutes(30))));
        }
        run.add(new Event.PersonActed("responder 1",
                new PersonAct.Answered(true, "deputy responder", "is on a train")));
        run.add(new Event.PersonActed("responder 2", new PersonAct.Answered(false, "responder 2", "a real page came")));
        run.add(new Event.PersonActed("scribe", new PersonAct.Answered(true, "owner", "")));
        model.refresh();
        assertThat(model.invitedProperty().get().rows()).containsExactly(
                new Invited.Row("responder 1", State.HEALTHY, "go", "not here",
                        "said by deputy responder: is on a train", ""),
                new Invited.Row("responder 2", State.ALARM, "no-go", "not here", "a real page came", ""),
                new Invited.Row("scribe", State.HEALTHY, "go", "not here", "said by owner", ""));
    }

    @Test
    void whatIsStillWantedHasItsTimeOfDay() {
        show(secondsAfterTheFault(2));

        StillWanted wanted = model.wantedProperty().get();
        assertThat(wanted.text()).startsWith("Still wanted: ").contains(" by ");
        assertThat(wanted.left()).endsWith(" s");
        assertThat(wanted.more()).isPositive();
    }

    @Test
    void aSilentControllerGreysWhatIsOld() {
        JournalledRun run = secondsAfterTheFault(20);
        run.contact(new Contact.Silent(run.now()));
        run.later(Duration.ofSeconds(4));
        show(run);

        assertThat(model.bannerProperty().get().stale()).isTrue();
        assertThat(model.bannerProperty().get().text()).startsWith("Last seen 4 s ago.");
    }

    @Test
    void aLostControllerIsNoCountDownButALease() {
        JournalledRun run = secondsAfterTheFault(20);
        run.contact(new Contact.Lost(run.now()));
        run.controls = null;
        show(run);

        assertThat(model.bannerProperty().get().text()).contains("The controller is gone", "within 8 s",
                "gameday recover");
        assertThat(model.faultsProperty().get().getFirst().figure()).isEqualTo("time not known");
        assertThat(model.mayActProperty().get()).isFalse();
    }

    @Test
    void aSimulationWhoseTimeStandsStillSaysHowLongAgoItWasSeenAllTheSame() {
        JournalledRun run = secondsAfterTheFault(20);
        Duration ahead = Duration.ofDays(40);
        run.contact(new Contact.Lost(run.now().plus(ahead)));
        run.ahead(ahead.plusSeconds(7));
        show(run);

        assertThat(model.bannerProperty().get().text()).startsWith("The controller is gone, last seen 7 s ago.");
    }

    @Test
    void aReplaySaysSoAndTakesNoOrders() {
        JournalledRun run = secondsAfterTheFault(20);
        run.contact(new Contact.Replayed());
        run.controls = null;
        show(run);

        assertThat(model.bannerProperty().get().word()).isEqualTo("REPLAY");
        assertThat(model.bannerProperty().get().stale()).isFalse();
        assertThat(model.mayActProperty().get()).isFalse();

        model.endFault("f1");
        assertThat(model.faultTroubleProperty().get()).isNotEmpty();
    }

    @Test
    void aReplayThatIsTurnedBackForgetsWhatCameLater() {
        JournalledRun run = secondsAfterTheFault(20);
        show(run);
        assertThat(model.feed().rows()).isNotEmpty();

        run.back();
        model.refresh();
        assertThat(model.feed().rows()).isEmpty();
        assertThat(model.faultsProperty().get()).isEmpty();

        run.until(Event.FaultInjected.class::isInstance).after(Duration.ofSeconds(20));
        model.refresh();
        assertThat(model.marginsProperty().get().getFirst().value()).isPositive();
    }

    @Test
    void theFeedIsNewestFirstAndFiltered() {
        JournalledRun run = secondsAfterTheFault(10);
        run.add(new Event.NoteTaken("observer", "observation: 監視は緑"));
        show(run);

        assertThat(model.feed().rows().getFirst().text()).isEqualTo("note by observer: observation: 監視は緑");

        model.feed().filterProperty().set(Feed.Filter.PEOPLE);
        assertThat(model.feed().rows()).hasSize(1);
        model.feed().filterProperty().set(Feed.Filter.PAGES);
        assertThat(model.feed().rows()).isNotEmpty()
                .allSatisfy(row -> assertThat(row.kind()).isEqualTo(FeedRow.Kind.PAGE));
    }

    @Test
    void theFeedIsBoundedAndSaysWhereTheRestIs() {
        JournalledRun run = secondsAfterTheFault(1);
        show(run);

        IntStream.range(0, Feed.CAPACITY + 10).forEach(n -> run.add(new Event.NoteTaken("scribe", "line " + n)));

        assertThat(model.feed().rows()).hasSize(Feed.CAPACITY);
        assertThat(model.feed().rows().getFirst().text()).endsWith("line 2009");
        assertThat(model.feed().olderProperty().get()).endsWith("older lines are in the journal only.");
    }

    @Test
    void whatThePlatformRepeatsStandsOnce() {
        JournalledRun run = secondsAfterTheFault(1);
        show(run);
        int before = model.feed().rows().size();
        Event again = new Event.AutomationActed("placement-failure", Scope.SITE, "no slot", run.now());

        run.add(again).add(again).add(again);

        assertThat(model.feed().rows()).hasSize(before + 1);
    }

    @Test
    void manyTasksOfOnePlaceAllHaveTheirTile() {
        JournalledRun run = secondsAfterTheFault(1);
        List<Task> tasks = new ArrayList<>();
        IntStream.range(0, 7)
                .forEach(n -> tasks.add(new Task("orders-" + (20 + n), "cell-1", "az2", Task.State.STARTING, "", 2)));
        run.add(new Event.TasksChanged(tasks));
        run.later(Duration.ofSeconds(14));
        show(run);

        assertThat(tiles("az2").filter(tile -> tile.state() == State.REPLACED)).hasSize(7)
                .allSatisfy(tile -> assertThat(tile.figure() + tile.unit()).isEqualTo("14s"));
    }

    @Test
    void whatNobodyAskedIsNotHealthy() {
        JournalledRun run = JournalledRun.of(folder).until(Event.RunStarted.class::isInstance);
        show(run);
        assertThat(tiles("az1")).allSatisfy(tile -> assertThat(tile.state()).isEqualTo(State.UNKNOWN));

        run.add(new Event.TasksChanged(List.of(new Task("orders-1", "cell-1", "az1", Task.State.HEALTHY, "", 2))));
        model.refresh();

        assertThat(tiles("az1").findFirst().orElseThrow().word()).isEqualTo("no requests");
    }
}
