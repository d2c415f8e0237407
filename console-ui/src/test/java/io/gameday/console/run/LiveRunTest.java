package io.gameday.console.run;

import io.gameday.journal.Event;
import io.gameday.journal.JournalFile;
import io.gameday.journal.Verdict;
import io.gameday.target.TargetKind;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LiveRunTest {

    private static final Instant START = Instant.parse("2026-11-19T14:00:00Z");

    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock(START);
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private final List<FollowedRun.Batch> batches = new ArrayList<>();
    private final FakeLine line = new FakeLine();
    private Runnable beat = () -> {
    };
    private boolean beating = true;
    private @Nullable JournalFile journal;

    private static final class FakeLine implements ControllerLine {
        private boolean alive = true;
        private boolean answers = true;

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public void greet(Runnable answered) {
            if (answers) {
                answered.run();
            }
        }

        @Override
        public Optional<RunControls> controls() {
            return Optional.empty();
        }
    }

    private LiveRun run() {
        journal = new JournalFile(folder.resolve("journal.jsonl"), "run", clock);
        return opened();
    }

    private LiveRun opened() {
        LiveRun run = new LiveRun(folder, line, ui::add, each -> {
            beat = each;
            return () -> beating = false;
        }, clock::now, problems::add);
        run.follow(batches::add);
        return run;
    }

    @AfterEach
    void closeJournal() {
        if (journal != null) {
            journal.close();
        }
    }

    /// The time of so many beats goes by, and the UI thread does what it was given.
    private void pass(Duration time) {
        for (Duration t = Duration.ZERO; t.compareTo(time) < 0; t = t.plus(LiveRun.BEAT)) {
            clock.advance(LiveRun.BEAT);
            if (beating) {
                beat.run();
            }
            while (!ui.isEmpty()) {
                ui.remove().run();
            }
        }
    }

    private static Event started() {
        return new Event.RunStarted("e", "t", "h", TargetKind.LOCAL, 1, "1", List.of("cell-1"), List.of("az1"), 100, 1,
                1, "", 0);
    }

    @Test
    void whatIsWrittenIsShownInTheNextBeat() {
        LiveRun run = run();
        journal.append(started());
        journal.append(new Event.NoteTaken("observer", "all quiet"));
        pass(LiveRun.BEAT);

        assertThat(batches).extracting(batch -> batch.entries().size()).containsExactly(0, 2);
        assertThat(run.version().get()).isEqualTo(1);
        assertThat(run.view().started()).isEqualTo(started());
        assertThat(run.contact().get()).isEqualTo(new Contact.Connected());
    }

    @Test
    void aControllerThatLivesAndSaysNothingIsSilentSinceItWasLastHeard() {
        LiveRun run = run();
        journal.append(started());
        pass(Duration.ofSeconds(1));
        line.answers = false;
        Instant before = clock.now();
        pass(Duration.ofSeconds(5));

        assertThat(run.contact().get()).isInstanceOfSatisfying(Contact.Silent.class,
                silent -> assertThat(silent.lastSeen()).isBetween(before.minusSeconds(1), before));

        line.answers = true;
        pass(Duration.ofSeconds(1));
        assertThat(run.contact().get()).isEqualTo(new Contact.Connected());
    }

    @Test
    void aControllerThatDiedWithoutAnEndIsLost() {
        LiveRun run = run();
        journal.append(started());
        pass(Duration.ofSeconds(1));
        line.alive = false;
        line.answers = false;
        pass(Duration.ofSeconds(2));

        assertThat(run.contact().get()).isInstanceOf(Contact.Lost.class);
        assertThat(run.view().ended()).isNull();
    }

    @Test
    void aRunThatWasKilledLongAgoIsLostSinceItsJournalWasLastWritten() throws IOException {
        Instant killed = START.minus(Duration.ofHours(5));
        try (JournalFile before = new JournalFile(folder.resolve("journal.jsonl"), "run", clock)) {
            before.append(started());
        }
        Files.setLastModifiedTime(folder.resolve("journal.jsonl"), FileTime.from(killed));
        line.alive = false;
        line.answers = false;
        LiveRun run = opened();
        pass(Duration.ofSeconds(1));

        assertThat(run.contact().get()).isEqualTo(new Contact.Lost(killed));
        assertThat(problems).isEmpty();
    }

    @Test
    void aControllerThatHasWrittenNothingYetIsAwaitedForAMomentOnly() {
        LiveRun run = run();
        line.alive = false;
        line.answers = false;
        pass(Duration.ofSeconds(1));
        assertThat(run.contact().get()).isEqualTo(new Contact.Connected());

        pass(Duration.ofSeconds(4));
        assertThat(run.contact().get()).isInstanceOf(Contact.Lost.class);
    }

    @Test
    void aLastLineThatIsCutOffIsToldWithItsNumberOnceTheControllerIsGone() throws IOException {
        LiveRun run = run();
        journal.append(started());
        Files.writeString(folder.resolve("journal.jsonl"), "{\"seq\":2,\"at\":\"20", StandardOpenOption.APPEND);
        pass(Duration.ofSeconds(1));
        assertThat(problems).isEmpty();

        line.alive = false;
        line.answers = false;
        pass(Duration.ofSeconds(5));

        assertThat(run.contact().get()).isInstanceOf(Contact.Lost.class);
        assertThat(problems).singleElement().asString().contains("journal.jsonl ends in the middle of line 2");
    }

    @Test
    void theLastEventEndsTheReadingAndTimeStandsStill() {
        LiveRun run = run();
        journal.append(started());
        journal.append(new Event.RunEnded(0, Verdict.HELD, "held"));
        pass(LiveRun.BEAT);
        Instant end = run.now();
        pass(Duration.ofSeconds(10));

        assertThat(run.contact().get()).isEqualTo(new Contact.Ended());
        assertThat(beating).isFalse();
        assertThat(run.now()).isEqualTo(end);
        assertThat(run.controls()).isEmpty();
    }

    @Test
    void aGarbledLineIsToldOnceAndWhatCameBeforeIsShown() throws IOException {
        LiveRun run = run();
        journal.append(started());
        Files.writeString(folder.resolve("journal.jsonl"), "garbage\n", StandardOpenOption.APPEND);
        pass(Duration.ofSeconds(1));

        assertThat(run.view().started()).isEqualTo(started());
        assertThat(problems).singleElement().asString().contains("journal.jsonl:2:");
    }

    @Test
    void whileTheScreenIsBusyNothingPilesUp() {
        run();
        journal.append(started());
        for (int i = 0; i < 100; i++) {
            beat.run();
        }

        assertThat(ui).hasSize(1);
    }
}
