package io.gameday.engine;

import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.target.Automation.Actor;
import io.gameday.target.Observation.Presence;
import io.gameday.target.Port;
import io.gameday.target.Reply;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever does not answer, breaks or is stopped: the run ends once, and says truly how.
class EngineTroubleTest {

    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1, customers: 25 %, failedOrders: 1 % }
            steps: [ { inject: zone-power-loss, zone: az1, at: 5s, for: 40s } ]
            detect:
              expect:
                - { alarm: zone-impact, zone: az1, within: 15s }
                - { silent: zone-impact, zone: az2 }
            respond:
              expect:
                - { automation: weigh-away, zone: az1, within: 20s }
                - { metric: availability, atLeast: 99.9 %, within: 60s, for: 20s }
                - { interventions: 0 }
            """;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
    private final FakeTarget app = new FakeTarget(clock);
    private final List<Event> events = new ArrayList<>();
    private final List<ExitCode> exits = new ArrayList<>();
    private Consumer<Event> follower = event -> {
    };
    private Pager pager = (page, sent) -> sent.ok("inbox");
    private Vault vault = (salt, sealed) -> {
    };

    @ParameterizedTest
    @CsvSource({"plan, NOT_STARTED", "inForce, NOT_STARTED", "start, NOT_STARTED", "inject, UNKNOWN", "renew, UNKNOWN",
            "observe, FAULT_NOT_GONE", "revert, FAULT_NOT_GONE", "stop, HELD", "readBack, UNKNOWN"})
    void aPortThatNeverAnswersDoesNotHoldTheRun(String method, ExitCode code) {
        app.mute.add(method);
        start(FILE);
        clock.advance(Duration.ofSeconds(33));
        app.act(Actor.AUTOMATION, "weigh-away", new Scope.Zone("az1"));
        clock.advance(Duration.ofMinutes(10));
        assertThat(exits).containsExactly(code);
        assertThat(events.getLast()).isInstanceOf(Event.RunEnded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "inForce", "start"})
    void whatIsAnsweredAfterAStopStartsNothing(String method) {
        app.mute.add(method);
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(1));
        engine.stop("Ctrl-C", "");
        app.answerAtLast();
        clock.advance(Duration.ofMinutes(5));
        assertThat(exits).containsExactly(ExitCode.STOPPED);
        assertThat(events.getLast()).isInstanceOf(Event.RunEnded.class);
        assertThat(events).noneMatch(Event.SecondMeasured.class::isInstance)
                .noneMatch(Event.FaultInjected.class::isInstance);
        assertThat(app.sends()).as("the customers were sent home").isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 18, 23, 24, 33, 62, 64, 72})
    void aStopAtAnyTimeEndsTheRunOnce(int second) {
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(second));
        engine.stop("Ctrl-C", "");
        engine.stop("Ctrl-C", "");
        clock.advance(Duration.ofMinutes(5));
        assertThat(exits).containsExactly(ExitCode.STOPPED);
        assertThat(app.active).isEmpty();
        assertThat(events.stream().filter(Event.StopRequested.class::isInstance)).hasSize(1);
    }

    @Test
    void aStopWhileOrdersAreReadBackWaitsNoLonger() {
        app.mute.add("readBack");
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(88));
        assertThat(exits).isEmpty();
        engine.stop("Ctrl-C", "");
        assertThat(exits).containsExactly(ExitCode.STOPPED);
        app.answerAtLast();
        assertThat(events.getLast()).isInstanceOf(Event.RunEnded.class);
    }

    @Test
    void whoeverFollowsTheJournalCannotKeepTheFaultInForce() {
        follower = event -> {
            if (event instanceof Event.FaultInjected || event instanceof Event.FaultReverted) {
                throw new IllegalStateException("no such row");
            }
        };
        start(FILE);
        clock.advance(Duration.ofMinutes(5));
        assertThat(app.active).isEmpty();
        assertThat(exits).containsExactly(ExitCode.FAILED);
        assertThat(ended().reason()).contains("no such row");
    }

    @Test
    void aRunThatCannotTakeItsFaultAwayStillSendsTheCustomersHome() {
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(33));
        app.mute.add("revert");
        app.mute.add("observe");
        engine.stop("Ctrl-C", "");
        clock.advance(Duration.ofSeconds(90));
        assertThat(exits).containsExactly(ExitCode.FAULT_NOT_GONE);
        assertThat(app.sends()).isFalse();
    }

    @Test
    void aFailureWhileClosingEndsTheRun() {
        app.mute.add("readBack");
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(88));
        engine.fail("the reference app ended");
        assertThat(exits).containsExactly(ExitCode.FAILED);
    }

    @Test
    void predictionsThatCannotBeKeptForbidTheStart() {
        vault = (salt, sealed) -> {
            throw new JournalFailure("predictions.sealed.json cannot be written: No space left on device");
        };
        start(FILE);
        clock.advance(Duration.ofMinutes(5));
        assertThat(exits).containsExactly(ExitCode.FAILED);
        assertThat(ended().reason()).contains("No space left on device");
        assertThat(events).noneMatch(Event.FaultInjected.class::isInstance);
    }

    @Test
    void aPageAnsweredAfterTheEndLeavesTheEndLast() {
        List<Reply<String>> slow = new ArrayList<>();
        pager = (page, sent) -> slow.add(sent);
        start(FILE);
        clock.advance(Duration.ofMinutes(5));
        assertThat(slow).isNotEmpty();
        slow.forEach(sent -> sent.ok("webhook"));
        assertThat(events.getLast()).isInstanceOf(Event.RunEnded.class);
    }

    @Test
    void whatTheTargetDoesNotShowIsUnknownAndNotBroken() {
        app.automationPort = Port.absent("this target tells no events");
        start(FILE);
        clock.advance(Duration.ofMinutes(5));
        assertThat(judged("automation weigh-away az1")).returns(Verdict.UNKNOWN, Event.PredictionJudged::verdict)
                .returns("not observable on this target: this target tells no events", Event.PredictionJudged::detail);
        assertThat(judged("interventions 0").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(exits).containsExactly(ExitCode.UNKNOWN);
    }

    @Test
    void withoutSignalsNothingIsStarted() {
        app.signalPort = Port.absent("no metrics are exported");
        start(FILE);
        clock.advance(Duration.ofMinutes(5));
        assertThat(exits).containsExactly(ExitCode.NOT_STARTED);
        assertThat(ended().reason())
                .isEqualTo("the guard “the customers can be measured” says no: no metrics are exported");
        assertThat(app.sends()).isFalse();
    }

    @Test
    void aValueThatComesBackBecauseTheFaultWasTakenAwayIsNoResponse() {
        app.failing = since -> since >= 0 && since < 42 ? 30 : 0;
        start(FILE);
        clock.advance(Duration.ofMinutes(5));
        assertThat(judged("availability ≥ 99.9 % for 20 s")).returns(Verdict.BROKEN, Event.PredictionJudged::verdict)
                .returns("not while the fault lasted", Event.PredictionJudged::value);
    }

    @Test
    void aFaultTakenAwayEarlyDecidesNothing() {
        app.failing = since -> since >= 0 && since < 18 ? 30 : 0;
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(33));
        assertThat(engine.endFault("f1", "facilitator")).isTrue();
        clock.advance(Duration.ofMinutes(5));
        assertThat(judged("availability ≥ 99.9 % for 20 s")).returns(Verdict.UNKNOWN, Event.PredictionJudged::verdict)
                .returns("fault f1 was taken away early by facilitator", Event.PredictionJudged::detail);
        assertThat(exits).containsExactly(ExitCode.UNKNOWN);
        assertThat(engine.endFault("f1", "facilitator")).isFalse();
    }

    @Test
    void aGapBeforeTheFirstFaultInjectsNothing() {
        start(FILE);
        clock.advance(Duration.ofSeconds(20));
        clock.freeze(Duration.ofMillis(3500));
        clock.advance(Duration.ofMinutes(5));
        assertThat(exits).containsExactly(ExitCode.NOT_STARTED);
        assertThat(ended().reason()).startsWith("between the steady state and the first fault the controller stood");
        assertThat(events).noneMatch(Event.FaultInjected.class::isInstance);
    }

    @Test
    void whatASteadyStateWasBeforeAGapCountsNoMore() {
        start(FILE);
        clock.advance(Duration.ofSeconds(16));
        clock.freeze(Duration.ofSeconds(5));
        clock.advance(Duration.ofSeconds(8));
        assertThat(events).noneMatch(Event.SteadyStateMeasured.class::isInstance);
        clock.advance(Duration.ofSeconds(4));
        assertThat(events).anyMatch(Event.SteadyStateMeasured.class::isInstance);
    }

    @Test
    void aSteadyStateThatTakesLongerThanTheLimitCanStillBeSeen() {
        start(FILE.replace("for: 10s", "for: 2m"));
        clock.advance(Duration.ofMinutes(4));
        assertThat(events).anyMatch(Event.FaultInjected.class::isInstance);
    }

    @Test
    void whatWasNeverInjectedHoldsNothing() {
        app.failing = since -> 5;
        start(FILE);
        clock.advance(Duration.ofMinutes(5));
        assertThat(exits).containsExactly(ExitCode.NOT_STARTED);
        assertThat(events.stream().filter(Event.PredictionJudged.class::isInstance)
                .map(Event.PredictionJudged.class::cast)).hasSize(7)
                .allSatisfy(j -> assertThat(j.verdict()).isEqualTo(Verdict.UNKNOWN));
        assertThat(events.stream().filter(Event.SteadyStateMeasured.class::isInstance)
                .map(Event.SteadyStateMeasured.class::cast)).singleElement().satisfies(s -> {
                    assertThat(s.verdict()).isEqualTo(Verdict.BROKEN);
                    assertThat(s.requests()).isEqualTo(120);
                    assertThat(s.useful()).isEqualTo(115);
                });
    }

    @Test
    void anEffectLookedForAfterTheRevertIsNotTold() {
        app.mute.add("observe");
        Engine engine = start(FILE);
        clock.advance(Duration.ofSeconds(24));
        engine.stop("Ctrl-C", "");
        app.whenReverted = Presence.GONE;
        app.answerAtLast();
        clock.advance(Duration.ofMinutes(5));
        assertThat(events).noneMatch(Event.FaultObserved.class::isInstance);
        assertThat(exits).containsExactly(ExitCode.STOPPED);
    }

    private Engine start(String file) {
        Journal journal = event -> {
            events.add(event);
            follower.accept(event);
            return new Entry(events.size(), clock.now(), "run", event);
        };
        Engine engine = new Engine(ExperimentReader.read("x", "x.yaml", file).experiment().orElseThrow(), app.target(),
                clock, journal, Settings.of("run", "test", 1, "salt"), pager, vault, exits::add);
        engine.start();
        return engine;
    }

    private Event.PredictionJudged judged(String text) {
        return events.stream().filter(Event.PredictionJudged.class::isInstance).map(Event.PredictionJudged.class::cast)
                .filter(j -> j.text().equals(text)).findFirst().orElseThrow();
    }

    private Event.RunEnded ended() {
        return (Event.RunEnded) events.getLast();
    }
}
