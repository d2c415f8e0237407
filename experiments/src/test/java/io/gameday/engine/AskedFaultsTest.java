package io.gameday.engine;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AskedFaultsTest {

    private static final Duration LEASE = Duration.ofSeconds(8);
    private static final Fault PLUG = new Fault.External("pull the plug", new Scope.Zone("az1"));

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
    private final FakeTarget app = new FakeTarget(clock);
    private final List<Event> journal = new ArrayList<>();
    private final AskedFaults faults = new AskedFaults(app, clock, event -> {
        journal.add(event);
        return new Entry(journal.size(), clock.now(), "run", event);
    });
    private final List<Answer<?>> answers = new ArrayList<>();

    private void inject(Fault fault) {
        faults.inject("f1", new FaultPlan(fault, List.of(), List.of("az1"), List.of(), "", ""), LEASE, LEASE,
                answers::add);
        clock.advance(Duration.ofSeconds(1));
    }

    private void revert() {
        faults.revert("f1", answers::add);
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void itBeginsWhenSomebodySaysSoAndEndsWhenTheySayThat() {
        inject(PLUG);
        assertThat(answers).isEmpty();
        assertThat(faults.answered("f1", Turn.BEGIN, "facilitator")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(answers).containsExactly(new Answer.Ok<>(new Faults.Injected("f1")));
        revert();
        assertThat(answers).hasSize(1);
        assertThat(faults.answered("f1", Turn.END, "facilitator")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(answers).last().isEqualTo(new Answer.Ok<>(new Faults.Reverted("f1")));
        assertThat(journal).containsExactly(new Event.PersonAsked("f1", Turn.BEGIN, "pull the plug"),
                new Event.PersonAnswered("f1", Turn.BEGIN, "facilitator"),
                new Event.PersonAsked("f1", Turn.END, "pull the plug"),
                new Event.PersonAnswered("f1", Turn.END, "facilitator"));
    }

    @Test
    void whatNobodyBeginsIsNotInjectedAndNeedsNoEnd() {
        inject(PLUG);
        clock.advance(AskedFaults.PATIENCE);
        assertThat(answers).containsExactly(new Answer.Failed<>("f1 was not begun: nobody answered within 10 min"));
        revert();
        assertThat(answers).last().isEqualTo(new Answer.Ok<>(new Faults.Reverted("f1")));
        assertThat(journal).hasSize(1);
    }

    @Test
    void aStopIsNotKeptWaitingForABeginning() {
        inject(PLUG);
        faults.stop();
        assertThat(answers).containsExactly(new Answer.Failed<>("f1 was not begun: the run was stopped first"));
        assertThat(faults.answered("f1", Turn.BEGIN, "facilitator")).isFalse();
    }

    @Test
    void whatNobodyEndsMayStillBeInForceAndWhoToAskIsSaid() {
        inject(PLUG);
        faults.answered("f1", Turn.BEGIN, "facilitator");
        revert();
        faults.stop();
        clock.advance(AskedFaults.PATIENCE);
        assertThat(answers).last().isEqualTo(new Answer.Failed<>(
                "f1 may still be in force: nobody answered within " + "10 min. Ask whoever was to: pull the plug"));
    }

    @Test
    void afterAStopNobodyIsAskedToBegin() {
        faults.stop();
        inject(PLUG);
        assertThat(answers).containsExactly(new Answer.Failed<>("f1 was not begun: the run was stopped first"));
        assertThat(journal).isEmpty();
    }

    @Test
    void anAnswerToWhatNobodyAskedIsRefused() {
        assertThat(faults.answered("f1", Turn.BEGIN, "facilitator")).isFalse();
        inject(PLUG);
        assertThat(faults.answered("f1", Turn.END, "facilitator")).isFalse();
        assertThat(faults.answered("f2", Turn.BEGIN, "facilitator")).isFalse();
    }

    @Test
    void nobodyIsAskedForWhatGamedayDoesItself() {
        inject(new Fault.ZonePowerLoss("az1"));
        revert();
        assertThat(answers).containsExactly(new Answer.Ok<>(new Faults.Injected("f1")),
                new Answer.Ok<>(new Faults.Reverted("f1")));
        assertThat(journal).isEmpty();
    }
}
