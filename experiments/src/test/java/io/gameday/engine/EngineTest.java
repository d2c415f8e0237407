package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked;
import io.gameday.journal.Journal;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.Phase;
import io.gameday.journal.Phases;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Automation.Actor;
import io.gameday.target.Fault;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.Observation.Presence;
import io.gameday.target.TargetKind;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whole game days in virtual time against a target that does what the test says.
class EngineTest {

    private static final Scope AZ1 = new Scope.Zone("az1");

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
    private final FakeTarget app = new FakeTarget(clock);
    private final List<Entry> entries = new ArrayList<>();
    private final List<Pager.Message> messages = new ArrayList<>();
    private int failAfter = Integer.MAX_VALUE;
    private @Nullable ExitCode exit;
    private final Journal journal = event -> {
        if (entries.size() >= failAfter) {
            throw new JournalFailure("journal.jsonl cannot be written: No space left on device");
        }
        Entry entry = new Entry(entries.size() + 1, clock.now(), "run", event);
        entries.add(entry);
        return entry;
    };

    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1, customers: 25 %, failedOrders: 1 % }
              stopWhen: [ { metric: availability, below: 50 %, for: 15s } ]
            steps: [ { inject: zone-power-loss, zone: az1, at: 5s, for: 40s } ]
            detect:
              expect:
                - { alarm: zone-impact, zone: az1, within: 15s }
                - { silent: zone-impact, zone: az2 }
            respond:
              expect:
                - { automation: weigh-away, zone: az1, within: 20s }
                - { page: on-call, within: 20s }
                - { metric: availability, atLeast: 99.9 %, within: 10s, for: 20s }
                - { interventions: 0 }
            """;

    private static final String ESCALATED = FILE
            .replace("respond:\n",
                    "respond:\n  escalation: [ { page: on-call }, { page: incident-manager, after: 20s } ]\n")
            .replace("{ interventions: 0 }", "{ page: incident-manager, within: 40s }");

    @Test
    void everyPredictionThatComesTrueIsHeld() {
        Engine engine = start(FILE);
        playFirstSeconds(engine);
        finish();
        assertThat(judged()).hasSize(8).allSatisfy(j -> assertThat(j.verdict()).isEqualTo(Verdict.HELD));
        assertThat(exit).isEqualTo(ExitCode.HELD);
        assertThat(ended().reason()).isEqualTo("8 of 8 predictions held, 0 broken, 0 unknown");
    }

    /// The steady state lasts a minute, so that there is a datapoint before the first fault.
    private static String withSilent(String alarm) {
        return FILE.replace("for: 10s } ]", "for: 60s } ]").replace("  expect:\n    - { alarm: zone-impact",
                "  alarms: [ " + alarm + " ]\n  expect:\n    - { silent: mine }\n    - { alarm: zone-impact");
    }

    private static final String ERRORS_OF_A_MINUTE = "{ alarm: mine, metric: errors, above: 10 %, period: 60s }";

    @Test
    void theDatapointOfTheFaultBreaksTheSilenceAlsoWhereItsPeriodEndsAfterTheFault() {
        app.failing = since -> since >= 0 && since < 40 ? 40 : 0;
        start(withSilent(ERRORS_OF_A_MINUTE));
        finish();
        assertThat(judged("silent mine").verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aRunLooksOnUntilAPeriodIsOverThatMustNotBreach() {
        start(withSilent(ERRORS_OF_A_MINUTE));
        finish();
        assertThat(judged("silent mine").verdict()).isEqualTo(Verdict.HELD);
        Instant gone = at(Event.FaultConfirmedGone.class);
        assertThat(entries).filteredOn(
                entry -> entry.event() instanceof Event.PredictionJudged judged && judged.text().equals("silent mine"))
                .singleElement().satisfies(entry -> assertThat(entry.at()).isAfter(gone.plusSeconds(10)));
    }

    @Test
    void anAlarmThatIsOkWithoutAnyDatapointIsNotSilentButUnknown() {
        // Nobody measures attempts here.
        start(withSilent("{ alarm: mine, metric: errors, above: 10 %, observer: attempts, period: 1s, "
                + "missing: notBreaching }"));
        finish();
        assertThat(judged("silent mine").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged("silent mine").detail())
                .isEqualTo("the alarm was OK without any data before the first fault");
    }

    @Test
    void anExperimentWithoutStepsIsNotStarted() {
        Experiment e = ExperimentReader.read("x", "x.yaml", FILE).experiment().orElseThrow();
        start(new Experiment(e.name(), e.title(), e.hypothesis(), e.system(), e.traffic(), e.prepare(), List.of(),
                e.metricAlarms(), e.composites(), e.detect(), e.pageOn(), e.escalation(), e.respond(), e.learn()));
        finish();
        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(ended().reason()).contains("the experiment has no steps; give it at least one");
    }

    @Test
    void whereNobodyAcknowledgesTheIncidentManagerIsPaged() {
        start(ESCALATED);
        finish();
        assertThat(judged("page incident-manager").verdict()).isEqualTo(Verdict.HELD);
        assertThat(events(Event.PageSent.class)).extracting(Event.PageSent::to).containsExactly("on-call",
                "incident-manager");
    }

    @Test
    void whereSomebodyAcknowledgesInTimeTheIncidentManagerIsNotPaged() {
        playFirstSeconds(start(ESCALATED));
        finish();
        assertThat(events(Event.PageAcknowledged.class)).containsExactly(new Event.PageAcknowledged("responder"));
        assertThat(judged("page incident-manager")).returns(Verdict.BROKEN, Event.PredictionJudged::verdict)
                .returns("incident-manager was not paged in time", Event.PredictionJudged::detail);
        assertThat(events(Event.PageSent.class)).extracting(Event.PageSent::to).containsExactly("on-call");
    }

    @Test
    void aPageThatIsOpenWhenTheRunIsStoppedIsNotCalledResolved() {
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(25));
        engine.stop("Ctrl-C", "");
        finish();
        assertThat(events(Event.NoteTaken.class)).singleElement().satisfies(
                note -> assertThat(note.text()).startsWith("the page of zone-impact zone az1 is not resolved"));
        assertThat(entries.getLast().event()).isInstanceOf(Event.RunEnded.class);
        assertThat(messages).hasSize(1);
    }

    @Test
    void aRunLooksOnForALittleUntilItsPageIsResolved() {
        app.darkAfter = Duration.ofSeconds(15);
        playFirstSeconds(start(FILE));
        finish();
        Instant steady = at(Event.SteadyStateMeasured.class);
        assertThat(messages.getLast()).isInstanceOf(Pager.Message.Resolved.class);
        assertThat(Duration.between(steady, at(Event.RunEnded.class))).isBetween(Duration.ofSeconds(5),
                Duration.ofSeconds(25));
        assertThat(exit).isEqualTo(ExitCode.HELD);
    }

    @Test
    void aPageThatDoesNotBecomeResolvedHoldsARunForHalfAMinute() {
        app.darkAfter = Duration.ofHours(1);
        playFirstSeconds(start(FILE));
        finish();
        assertThat(Duration.between(at(Event.SteadyStateMeasured.class), at(Event.RunEnded.class)))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(events(Event.NoteTaken.class)).singleElement()
                .satisfies(note -> assertThat(note.text()).contains("is not resolved"));
        assertThat(exit).isEqualTo(ExitCode.HELD);
    }

    @Test
    void aPageIsResolvedOnceEveryAlarmHasLeftAlarm() {
        playFirstSeconds(start(FILE));
        finish();
        assertThat(messages).extracting(message -> message.getClass().getSimpleName()).containsExactly("Page",
                "Acknowledged", "Resolved");
    }

    @Test
    void phasesFollowFromTheJournal() {
        playFirstSeconds(start(FILE));
        finish();
        Phases phases = new Phases();
        List<Phase> seen = entries.stream().map(e -> phases.after(e.event())).distinct().toList();
        assertThat(seen).containsExactly(Phase.PREPARE, Phase.DETECT, Phase.RESPOND, Phase.LEARN);
    }

    @Test
    void whatFailsForCustomersIsCountedAndBroken() {
        app.failing = since -> since >= 0 && since < 40 ? 32 : 0;
        playFirstSeconds(start(FILE));
        finish();
        assertThat(exit).isEqualTo(ExitCode.BROKEN);
        assertThat(judged("availability ≥ 99.9 % for 20 s").verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(judged("customers hurt at any time").value()).isEqualTo("32 of 40 (80 %)");
        long broken = judged().stream().filter(j -> j.verdict() == Verdict.BROKEN).count();
        assertThat(ended().reason()).contains(". Broken: ").endsWith("; and " + (broken - 1) + " more");
        assertThat(events(Event.BlastRadiusPassed.class)).extracting(Event.BlastRadiusPassed::what)
                .containsExactlyInAnyOrder("customers", "failedOrders");
    }

    @Test
    void customersAreWellAgainWithinTheirTimeOrNot() {
        String file = FILE.replace("    - { interventions: 0 }",
                "    - { unaffected: customers, within: 30s }\n    - { unaffected: customers, cell: cell-1, within: 10s }");
        app.failing = since -> since >= 3 && since < 23 ? 32 : 0;
        playFirstSeconds(start(file));
        finish();
        assertThat(judged("customers unaffected")).satisfies(j -> {
            assertThat(j.verdict()).isEqualTo(Verdict.HELD);
            assertThat(j.wanted()).isEqualTo("≤ 30 s");
            assertThat(j.value()).isEqualTo("after 20 s");
        });
        assertThat(judged("customers unaffected in cell-1").wanted()).isEqualTo("≤ 10 s");
        assertThat(ended().exitCode()).isEqualTo(ExitCode.BROKEN.code());
    }

    @Test
    void whatAPersonBeginsCountsFromWhenTheySaySo() {
        Engine engine = start(FILE.replace("zone-power-loss, zone: az1", "external, what: pull the plug, zone: az1"));
        clock.advance(Duration.ofMinutes(2));
        assertThat(engine.answered("f1", PersonAsked.Turn.BEGIN, "operator")).isTrue();
        clock.advance(Duration.ofSeconds(10));
        app.act(Actor.AUTOMATION, "weigh-away", AZ1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(engine.answered("f1", PersonAsked.Turn.END, "operator")).isTrue();
        finish();
        assertThat(judged()).filteredOn(j -> j.text().contains("weigh-away")).singleElement()
                .satisfies(j -> assertThat(j.verdict()).isEqualTo(Verdict.HELD));
    }

    @Test
    void aFaultThatDoesNothingLeavesEveryPredictionUnknown() {
        app.whenInjected = Presence.GONE;
        playFirstSeconds(start(FILE));
        finish();
        assertThat(judged()).allSatisfy(j -> assertThat(j.verdict()).isEqualTo(Verdict.UNKNOWN));
        assertThat(exit).isEqualTo(ExitCode.UNKNOWN);
    }

    @Test
    void aFaultThatIsNotSeenGoneIsExitSeven() {
        app.whenReverted = Presence.BITES;
        playFirstSeconds(start(FILE));
        finish();
        assertThat(exit).isEqualTo(ExitCode.FAULT_NOT_GONE);
        assertThat(ended().reason()).contains("zone-power-loss (f1) is not confirmed gone").contains("gameday recover");
        assertThat(events(Event.FaultConfirmedGone.class)).singleElement()
                .satisfies(e -> assertThat(e.gone()).isEqualTo(Verdict.BROKEN));
    }

    @Test
    void aRevertThatFailsIsTriedAgainUntilTheLimit() {
        app.revertFails = true;
        playFirstSeconds(start(FILE));
        finish();
        assertThat(exit).isEqualTo(ExitCode.FAULT_NOT_GONE);
        assertThat(events(Event.FaultReverted.class)).hasSizeGreaterThan(5);
    }

    @Test
    void anInjectionThatFailsIsUnknownAndProvenGone() {
        app.injectionFails = "the host refused (409)";
        start(FILE);
        finish();
        assertThat(exit).isEqualTo(ExitCode.UNKNOWN);
        assertThat(events(Event.InjectionFailed.class)).hasSize(1);
        assertThat(events(Event.FaultConfirmedGone.class)).hasSize(1);
    }

    @Test
    void withoutASteadyStateNothingIsInjected() {
        app.failing = since -> 5;
        start(FILE);
        finish();
        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(events(Event.FaultInjected.class)).isEmpty();
        assertThat(ended().reason()).contains("no steady state within 90 s");
    }

    @Test
    void aReachBeyondTheBlastRadiusIsWithheldBeforeTraffic() {
        start(FILE.replace("zones: 1, customers", "zones: 1, tasks: 1, customers"));
        finish();
        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(ended().reason()).contains("2 tasks, allowed 1");
        assertThat(events(Event.SecondMeasured.class)).isEmpty();
    }

    @Test
    void aFaultOfAnEarlierRunForbidsTheStart() {
        app.inForce = List
                .of(new Faults.InForce("f1", "run-before", new Fault.ZonePowerLoss("az2"), "gameday recover"));
        start(FILE);
        finish();
        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(ended().reason()).contains("gameday recover --run run-before");
    }

    @Test
    void anUnsupportedFaultForbidsTheStart() {
        app.fidelity = new Fidelity.Unsupported("no power to cut");
        start(FILE);
        finish();
        assertThat(exit).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(ended().reason()).contains("no power to cut");
    }

    @Test
    void stoppingTakesTheFaultAwayProvesItAndIsExitSix() {
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(25));
        assertThat(app.active).hasSize(1);
        engine.stop("Ctrl-C", "");
        finish();
        assertThat(app.active).isEmpty();
        assertThat(exit).isEqualTo(ExitCode.STOPPED);
        assertThat(events(Event.FaultConfirmedGone.class)).singleElement()
                .satisfies(e -> assertThat(e.gone()).isEqualTo(Verdict.HELD));
        assertThat(events(Event.RunEnded.class)).hasSize(1);
    }

    @Test
    void stoppingDuringTheGateInjectsNothing() {
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(3));
        engine.stop("Ctrl-C", "");
        finish();
        assertThat(exit).isEqualTo(ExitCode.STOPPED);
        assertThat(events(Event.FaultInjected.class)).isEmpty();
    }

    @Test
    void aStopConditionEndsTheRun() {
        app.failing = since -> since >= 0 ? 100 : 0;
        start(FILE);
        finish();
        assertThat(exit).isEqualTo(ExitCode.STOPPED);
        assertThat(events(Event.StopConditionMet.class)).singleElement()
                .satisfies(e -> assertThat(e.line()).isEqualTo("availability < 50 % for 15 s"));
        assertThat(app.active).isEmpty();
    }

    @Test
    void aLidClosedForAMinuteIsAGapAndUnknown() {
        start(FILE);
        clock.advance(Duration.ofSeconds(19));
        app.renewalFails = "f1 is not in force";
        clock.freeze(Duration.ofSeconds(60));
        finish();
        assertThat(events(Event.GapNoticed.class)).singleElement()
                .satisfies(e -> assertThat(e.length()).isGreaterThanOrEqualTo(Duration.ofSeconds(59)));
        assertThat(exit).isEqualTo(ExitCode.UNKNOWN);
        assertThat(app.active).isEmpty();
    }

    @Test
    void whatComesFirstAfterAFreezeIsNotJudgedByTheTimeThatNobodySaw() {
        start(FILE);
        clock.advance(Duration.ofSeconds(24));
        assertThat(app.active).hasSize(1);
        clock.freeze(Duration.ofSeconds(60));
        app.act(Actor.AUTOMATION, "eviction", AZ1);
        finish();
        assertThat(events(Event.GapNoticed.class)).hasSize(1);
        assertThat(judged()).isNotEmpty().noneSatisfy(j -> assertThat(j.verdict()).isEqualTo(Verdict.BROKEN));
        assertThat(exit).isEqualTo(ExitCode.UNKNOWN);
    }

    @Test
    void aJournalThatCannotBeWrittenTakesTheFaultAway() {
        start(FILE);
        clock.advance(Duration.ofSeconds(20));
        assertThat(app.active).hasSize(1);
        failAfter = entries.size();
        finish();
        assertThat(app.active).isEmpty();
        assertThat(exit).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void lostOrdersAreNamedByCustomerAndBroken() {
        app.lost = Map.of("c-07", List.of("o-1"));
        playFirstSeconds(start(FILE));
        finish();
        assertThat(exit).isEqualTo(ExitCode.BROKEN);
        assertThat(ended().reason()).contains("1 of 100 acknowledged orders are lost, of c-07");
    }

    @Test
    void aPersonWhoActsBreaksTheirAbsence() {
        Engine engine = start(FILE);
        playFirstSeconds(engine);
        app.act(Actor.PERSON, "scale", new Scope.Cell("cell-1"));
        finish();
        assertThat(judged("interventions 0").value()).isEqualTo("1");
        assertThat(events(Event.InterventionRecorded.class)).hasSize(1);
    }

    @Test
    void anAutomationByAPersonDoesNotCount() {
        start(FILE);
        clock.advance(Duration.ofSeconds(20));
        app.act(Actor.PERSON, "weigh-away", AZ1);
        finish();
        assertThat(judged("automation weigh-away az1").verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void predictionsAreSealedBeforeTheFirstFaultAndTheirTextStaysOut() {
        playFirstSeconds(start(FILE));
        finish();
        List<Event> before = entries.stream().map(Entry::event).takeWhile(e -> !(e instanceof Event.FaultInjected))
                .toList();
        assertThat(before.stream().filter(Event.PredictionSealed.class::isInstance)).hasSize(8);
        assertThat(before.toString()).doesNotContain("weigh-away az1");
    }

    @Test
    void twoRunsOfTheSameWriteTheSameJournal() {
        playFirstSeconds(start(FILE));
        finish();
        EngineTest second = new EngineTest();
        second.playFirstSeconds(second.start(FILE));
        second.finish();
        assertThat(second.entries).isEqualTo(entries);
    }

    @Test
    void whereOthersHaveCustomersThePassedBlastRadiusEndsTheRun() {
        app.kind = TargetKind.HTTP;
        app.failing = since -> since >= 0 ? 30 : 0;
        start(FILE);
        finish();
        assertThat(exit).isEqualTo(ExitCode.STOPPED);
        assertThat(events(Event.StopConditionMet.class)).singleElement()
                .satisfies(met -> assertThat(met.line()).startsWith("blastRadius."));
        assertThat(events(Event.PredictionJudged.class)).extracting(Event.PredictionJudged::text)
                .contains("requests failed").doesNotContain("orders failed");
        assertThat(events(Event.FaultConfirmedGone.class)).singleElement()
                .satisfies(gone -> assertThat(gone.gone()).isEqualTo(Verdict.HELD));
    }

    @Test
    void whatCannotBeReadBackIsSaidAndCountsForNothing() {
        app.nothingToRead = "Nothing was read back: not applicable.";
        Engine engine = start(FILE);
        playFirstSeconds(engine);
        finish();
        assertThat(events(Event.OrdersReadBack.class)).isEmpty();
        assertThat(events(Event.NoteTaken.class)).extracting(Event.NoteTaken::text).contains(app.nothingToRead);
        assertThat(ended().reason()).isEqualTo("8 of 8 predictions held, 0 broken, 0 unknown");
    }

    @Test
    void onALeashEverythingIsPlayedButTheFaultAndNothingIsHeld() {
        app.leashed = true;
        start(FILE);
        finish();
        assertThat(exit).isEqualTo(ExitCode.UNKNOWN);
        assertThat(app.active).isEmpty();
        assertThat(events(Event.FaultInjected.class)).isEmpty();
        assertThat(events(Event.InjectionFailed.class)).singleElement()
                .satisfies(failed -> assertThat(failed.why()).isEqualTo("leashed"));
        assertThat(judged()).isNotEmpty().noneMatch(judged -> judged.verdict() == Verdict.HELD);
    }

    @Test
    void nobodyIsPagedForWhatHappensBeforeTheStartOrAfterTheCustomersWentHome() {
        app.failing = since -> since < 0 && clock.ticks() < 30_000_000_000L ? 60 : 0;
        start(FILE);
        finish();
        Instant first = entries.stream().filter(e -> e.event() instanceof Event.FaultInjected).findFirst().orElseThrow()
                .at();
        assertThat(entries.stream().filter(e -> e.event() instanceof Event.PageSent)).singleElement()
                .satisfies(e -> assertThat(e.at()).isAfter(first));
        assertThat(events(Event.AlarmChanged.class))
                .noneMatch(c -> c.alarm().equals("traffic-drop") && c.to() == AlarmState.ALARM);
    }

    /// The usual ones, with customers who are there at once.
    private static Settings settings() {
        Settings s = Settings.of("run", "test", 1, "salt");
        return new Settings(s.run(), s.version(), s.seed(), s.salt(), s.gateLimit(), s.lease(), s.renewEvery(),
                s.proofLimit(), s.settleLimit(), s.unanswered(), Duration.ZERO);
    }

    private Engine start(String file) {
        return start(ExperimentReader.read("x", "x.yaml", file).experiment().orElseThrow());
    }

    private Engine start(Experiment experiment) {
        Pager pager = (message, sent) -> {
            messages.add(message);
            sent.ok("inbox");
        };
        Engine engine = new Engine(experiment, app.target(), clock, journal, settings(), pager, (salt, sealed) -> {
        }, code -> exit = code);
        engine.start();
        return engine;
    }

    /// Until the platform has acted, ten seconds after the injection.
    private void playFirstSeconds(Engine engine) {
        clock.advance(Duration.ofSeconds(25));
        app.act(Actor.AUTOMATION, "weigh-away", AZ1);
        engine.acknowledge("responder");
    }

    private void finish() {
        clock.advance(Duration.ofMinutes(5));
        assertThat(exit).as("the run ends by itself").isNotNull();
    }

    private <E extends Event> List<E> events(Class<E> type) {
        return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast).toList();
    }

    /// When the last of them came.
    private Instant at(Class<? extends Event> type) {
        return entries.stream().filter(entry -> type.isInstance(entry.event())).map(Entry::at).reduce((a, b) -> b)
                .orElseThrow();
    }

    private List<Event.PredictionJudged> judged() {
        return events(Event.PredictionJudged.class);
    }

    private Event.PredictionJudged judged(String text) {
        return Stream.of(judged()).flatMap(List::stream).filter(j -> j.text().equals(text)).findFirst().orElseThrow();
    }

    private Event.RunEnded ended() {
        return events(Event.RunEnded.class).getLast();
    }
}
