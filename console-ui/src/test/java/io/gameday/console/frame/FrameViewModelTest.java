package io.gameday.console.frame;

import io.gameday.console.SimulatedRun;
import io.gameday.console.run.Contact;
import io.gameday.console.run.FollowedRun;
import io.gameday.console.run.Guests;
import io.gameday.console.run.RunControls;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import io.gameday.journal.RunFolder;
import io.gameday.target.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.gameday.console.frame.ClosingViewModel.State.ASKS_ATTACHED;
import static io.gameday.console.frame.ClosingViewModel.State.ASKS_OURS;
import static io.gameday.console.frame.ClosingViewModel.State.CLOSED;
import static io.gameday.console.frame.ClosingViewModel.State.NO;
import static io.gameday.console.frame.ClosingViewModel.State.NOT_PROVED;
import static io.gameday.console.frame.ClosingViewModel.State.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

class FrameViewModelTest {

    private static List<Entry> journal = List.of();

    private TestRun run = new TestRun(journal);
    private Instant wall = Instant.EPOCH;
    private int abandoned;
    private final FrameViewModel frame = new FrameViewModel(() -> wall, ZoneOffset.UTC);

    @BeforeAll
    static void aRun(@TempDir Path folder) throws IOException {
        journal = JournalReader.read(new RunFolder(SimulatedRun.of("az-power-loss-unscaled", folder)).journal())
                .entries();
    }

    @BeforeEach
    void fresh() {
        run = new TestRun(journal);
    }

    private void show(Origin origin) {
        frame.show(run, origin);
    }

    private Instant until(Class<? extends Event> type) {
        wall = run.until(entry -> type.isInstance(entry.event()));
        frame.refresh();
        return wall;
    }

    private void secondsLater(double seconds) {
        wall = wall.plusMillis(Math.round(seconds * 1000));
        run.to(wall);
        frame.refresh();
    }

    private List<String> steps() {
        return frame.stepsProperty().get().stream().map(step -> step.mark() + " " + step.second()).toList();
    }

    private String stop() {
        return frame.stop().wordProperty().get() + ": " + frame.stop().detailProperty().get();
    }

    @Test
    void withoutARunStopSaysSoAndNothingElseIsShown() {
        assertThat(stop()).isEqualTo("STOP: no run");
        assertThat(frame.stop().modeProperty().get()).isEqualTo(StopViewModel.Mode.NO_RUN);
        assertThat(frame.withRunProperty().get()).isFalse();

        frame.stop().stop();

        assertThat(frame.notices().textProperty().get()).startsWith("Nothing to stop");
    }

    @Test
    void phasesAreToldFromTheJournal() {
        show(Origin.OURS);
        until(Event.RunStarted.class);
        secondsLater(4);
        assertThat(steps()).containsExactly("NOW checks before the fault · 4 s", "NEXT when a fault is in force",
                "NEXT when detect is decided", "NEXT when the run is over");
        assertThat(frame.clockProperty().get()).isEqualTo("T–");

        until(Event.FaultInjected.class);
        secondsLater(2);
        assertThat(steps()).startsWith("DONE steady state held 10 s", "NOW no alarm yet · 2 s");
        assertThat(frame.clockProperty().get()).isEqualTo("T+2 s");

        secondsLater(27);
        assertThat(steps().get(1)).matches("DONE first alarm after \\d\\.\\d s");
        assertThat(steps().get(2)).matches("NOW \\d+ of \\d+ held · ends in 11 s");
        assertThat(steps().get(3)).isEqualTo("NEXT when the fault is gone");

        until(Event.FaultReverted.class);
        assertThat(steps().get(3)).isEqualTo("NOW 0 of 1 proved gone");

        run.toTheEnd();
        assertThat(steps()).allMatch(step -> step.startsWith("DONE"));
        assertThat(steps().get(3)).matches("DONE \\d+ held, \\d+ broken");
        assertThat(stop()).matches("STOP: 1 of 1 gone, proved \\d\\d:\\d\\d:\\d\\d\\.\\d");
    }

    @Test
    void aPressIsSentAtOnceAndToldUntilItsProof() {
        show(Origin.ATTACHED);
        until(Event.FaultInjected.class);
        assertThat(stop()).isEqualTo("STOP: takes every fault away");

        frame.stop().stop();
        frame.stop().stop();

        assertThat(run.stops).isOne();
        assertThat(stop()).isEqualTo("stopping…: 0 of 1 gone");

        Objects.requireNonNull(run.reply).ok(new RunControls.Asked());
        Instant gone = until(Event.FaultConfirmedGone.class);

        assertThat(stop()).startsWith("stopping…: 1 of 1 gone, proved " + gone.toString().substring(11, 19));
    }

    @Test
    void aStopThatWasNotTakenInCanBePressedAgain() {
        show(Origin.ATTACHED);
        until(Event.FaultInjected.class);
        frame.stop().stop();

        Objects.requireNonNull(run.reply).failed("Nobody listens at 127.0.0.1:4711.");

        assertThat(stop()).isEqualTo("STOP: not taken in; press again");
        assertThat(frame.notices().textProperty().get()).contains("Nobody listens at 127.0.0.1:4711.");

        frame.stop().stop();

        assertThat(run.stops).isEqualTo(2);
    }

    @Test
    void whenTheControllerDoesNotAnswerTheLeaseIsCountedDown() {
        show(Origin.ATTACHED);
        until(Event.FaultInjected.class);
        run.contact.set(new Contact.Silent(wall));
        wall = wall.plusMillis(3_500);
        frame.refresh();

        assertThat(frame.stop().modeProperty().get()).isEqualTo(StopViewModel.Mode.SILENT);
        assertThat(stop()).matches("STOP: lease ends it by itself in \\d+ s");

        wall = wall.plusSeconds(60);
        frame.refresh();

        assertThat(stop()).matches("STOP: lease over at .*, not proved");
    }

    @Test
    void aControllerThatWentWhileNoFaultWasInForceLeavesNothingToStop() {
        show(Origin.ATTACHED);
        until(Event.RunStarted.class);
        run.contact.set(new Contact.Lost(wall));
        frame.refresh();

        assertThat(frame.stop().modeProperty().get()).isEqualTo(StopViewModel.Mode.NO_RUN);
        assertThat(stop()).isEqualTo("STOP: no fault is in force");

        frame.stop().stop();
        assertThat(run.stops).isZero();
        assertThat(frame.notices().textProperty().get()).startsWith("Nothing to stop");
    }

    @Test
    void aControllerThatWentWhileAFaultWasInForceLeavesItsLease() {
        show(Origin.ATTACHED);
        until(Event.FaultInjected.class);
        run.contact.set(new Contact.Lost(wall.minusSeconds(7200)));
        frame.refresh();

        assertThat(frame.stop().modeProperty().get()).isEqualTo(StopViewModel.Mode.SILENT);
        assertThat(stop()).matches("STOP: lease over at .*, not proved");
    }

    @Test
    void whatCannotBeUndoneIsCounted() {
        show(Origin.ATTACHED);
        until(Event.FaultInjected.class);
        secondsLater(20);

        assertThat(frame.stop().cannotUndo()).hasSize(3).first().asString()
                .matches("Requests without a useful answer stay so: \\d+ of [\\d,]+ \\(\\d+\\.\\d %\\)\\.");
    }

    @Test
    void aReplayHasNothingToStop() {
        run.contact.set(new Contact.Replayed());
        show(Origin.REPLAYED);
        until(Event.FaultInjected.class);

        assertThat(stop()).isEqualTo("STOP: no run: a replay");
        assertThat(frame.busy()).isFalse();
        assertThat(frame.closing().requested()).isTrue();
    }

    @Test
    void stopPressedWhileTheRunStartsHoldsFromItsFirstMoment() {
        frame.starting(() -> abandoned++);
        frame.stop().stop();
        frame.stop().stop();
        assertThat(stop()).startsWith("stopping…");
        assertThat(abandoned).isOne();

        show(Origin.OURS);

        assertThat(run.stops).isOne();
    }

    @Test
    void closingWithARunOfOursAsksStopsProvesAndThenCloses() {
        show(Origin.OURS);
        until(Event.FaultInjected.class);

        assertThat(frame.closing().requested()).isFalse();
        assertThat(frame.closing().stateProperty().get()).isEqualTo(ASKS_OURS);
        frame.closing().stopAndClose();
        assertThat(run.stops).isOne();
        assertThat(frame.closing().stateProperty().get()).isEqualTo(STOPPING);
        assertThat(frame.closing().textProperty().get()).contains("0 of 1 gone");
        Objects.requireNonNull(run.reply).ok(new RunControls.Asked());
        until(Event.FaultConfirmedGone.class);
        assertThat(frame.closing().stateProperty().get()).isEqualTo(STOPPING);
        run.toTheEnd();

        assertThat(frame.closing().stateProperty().get()).isEqualTo(CLOSED);
    }

    @Test
    void closingMayBeTakenBack() {
        show(Origin.OURS);
        until(Event.FaultInjected.class);
        frame.closing().requested();

        frame.closing().keepPlaying();

        assertThat(frame.closing().stateProperty().get()).isEqualTo(NO);
        assertThat(run.stops).isZero();
    }

    @Test
    void closingWithARunOfOthersOnlyLetsGoOfIt() {
        show(Origin.ATTACHED);
        until(Event.FaultInjected.class);

        assertThat(frame.closing().requested()).isFalse();
        assertThat(frame.closing().stateProperty().get()).isEqualTo(ASKS_ATTACHED);
        assertThat(frame.closing().textProperty().get()).contains("goes on without this window");
        frame.closing().closeNow();

        assertThat(frame.closing().stateProperty().get()).isEqualTo(CLOSED);
        assertThat(run.stops).isZero();
    }

    @Test
    void whatCannotBeProvedIsSaidAndTheWindowMayStillClose() {
        show(Origin.OURS);
        until(Event.FaultInjected.class);
        frame.closing().requested();
        frame.closing().stopAndClose();

        run.contact.set(new Contact.Silent(wall));

        assertThat(frame.closing().stateProperty().get()).isEqualTo(NOT_PROVED);
        assertThat(frame.closing().textProperty().get()).contains("lease ends it by itself", "gameday recover");
    }

    @Test
    void withoutARunInForceTheWindowClosesAtOnce() {
        show(Origin.OURS);
        run.toTheEnd();

        assertThat(frame.closing().requested()).isTrue();
    }

    @Test
    void oneRunAtATime() {
        List<String> asked = new ArrayList<>();
        FrameNavigator navigator = new FrameNavigator(frame, new Source(asked));
        navigator.lead(_ -> {
        }, shown -> asked.add("live"), _ -> {
        }, _ -> {
        });

        navigator.play(Path.of("a.yaml"), "simulated", Guests.NONE);
        navigator.replay(Path.of("old"));

        assertThat(asked).containsExactly("play a.yaml", "live");
        assertThat(frame.placeProperty().get()).isEqualTo(Place.LIVE);
        assertThat(frame.notices().textProperty().get()).startsWith("Live belongs to the run that is in force.");

        run.toTheEnd();
        navigator.replay(Path.of("old"));

        assertThat(asked).endsWith("replay old");
        assertThat(frame.notices().textProperty().get()).isEqualTo("old has no journal.");
        assertThat(run.closed).isFalse();
    }

    @Test
    void whatProvesAnActionIsPlayedOnLiveLikeAnyOther() {
        List<String> asked = new ArrayList<>();
        FrameNavigator navigator = new FrameNavigator(frame, new Source(asked));
        navigator.lead(_ -> {
        }, shown -> asked.add("live"), _ -> {
        }, _ -> {
        });

        navigator.verify("2026-11-21T14-01-32Z-az-power-loss/A1");
        navigator.verify("2026-11-21T14-01-32Z-az-power-loss/A2");

        assertThat(asked).containsExactly("verify 2026-11-21T14-01-32Z-az-power-loss/A1", "live");
        assertThat(frame.notices().textProperty().get()).startsWith("Live belongs to the run that is in force.");
    }

    @Test
    void comparingLeadsToItsScreenWithTheRun() {
        List<String> asked = new ArrayList<>();
        FrameNavigator navigator = new FrameNavigator(frame, new Source(asked));
        navigator.lead(_ -> {
        }, _ -> {
        }, _ -> {
        }, folder -> asked.add("compare " + folder));

        navigator.compare(Path.of("old"));

        assertThat(asked).containsExactly("compare old");
        assertThat(frame.placeProperty().get()).isEqualTo(Place.COMPARE);
    }

    private final class Source implements RunSource {

        @Override
        public void abandon() {
            abandoned++;
        }

        private final List<String> asked;

        Source(List<String> asked) {
            this.asked = asked;
        }

        @Override
        public void play(Path experiment, String on, Guests guests, Reply<FollowedRun> reply) {
            asked.add("play " + experiment);
            reply.ok(run);
        }

        @Override
        public void verify(String action, Reply<FollowedRun> reply) {
            asked.add("verify " + action);
            reply.ok(run);
        }

        @Override
        public void attach(Path runFolder, Reply<FollowedRun> reply) {
            reply.failed("not asked for here");
        }

        @Override
        public void replay(Path runFolder, Reply<FollowedRun> reply) {
            asked.add("replay " + runFolder);
            reply.failed(runFolder + " has no journal.");
        }
    }
}
