package io.gameday.people;

import io.gameday.journal.Event;
import io.gameday.journal.RunFolder;
import io.gameday.time.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What is decided by time, in virtual time.
class DeskTest {

    @TempDir
    private Path folder;
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-21T14:00:00Z"));
    private final List<Event> recorded = new ArrayList<>();

    private final class Record implements PeopleControl {
        @Override
        public void stop(String by, String why) {
            recorded.add(new Event.StopRequested(by, why));
        }

        @Override
        public boolean stopping() {
            return false;
        }

        @Override
        public Optional<String> acknowledge(String role) {
            return Optional.of("no page is open");
        }

        @Override
        public void note(String role, String text, @Nullable Instant typed) {
            recorded.add(new Event.NoteTaken(role, text, typed));
        }

        @Override
        public boolean record(Event event) {
            return recorded.add(event);
        }
    }

    private Desk desk(String... roles) {
        return new Desk(Participant.read(List.of(roles)), Duration.ofMinutes(30), clock, new Record(), new Random(1),
                clock::ticks, RunFolder.create(folder, clock.now(), "x"));
    }

    @Test
    void whoHasNotAnsweredInTimeIsNamed() {
        AtomicReference<Optional<String>> told = new AtomicReference<>();
        Desk desk = desk("responder", "observer", "observer");
        desk.gather(told::set);
        assertThat(desk.answer("observer 1", "observer 1", true, "")).isEqualTo(new Said.Done(Saying.GO.with()));
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(told.get()).isNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(told.get()).contains("after 30 min these have not answered: responder, observer 2");
        assertThat(recorded).contains(new Event.GuardAnswered("everybody who was invited says go", false,
                "after 30 min these have not answered: responder, observer 2"));
    }

    @Test
    void theOwnerSaysGoForAllWhoHaveNotAnswered() {
        AtomicReference<Optional<String>> told = new AtomicReference<>();
        Desk desk = desk("responder", "observer");
        desk.gather(told::set);
        assertThat(desk.answerForAwaited(Desk.OWNER, true, "")).isInstanceOf(Said.Refused.class);
        assertThat(desk.answerForAwaited(Desk.OWNER, true, "they are late")).isEqualTo(new Said.Done(Saying.GO.with()));
        assertThat(told.get()).isEmpty();
        assertThat(desk.answerForAwaited(Desk.OWNER, true, "again")).isInstanceOf(Said.Refused.class);
    }

    @Test
    void whatWasRefusedMayBeAskedAgainWithTheSameId() {
        Desk desk = desk("responder");
        Participant who = desk.invited().getFirst();
        assertThat(desk.acknowledge(who, "12345678")).isEqualTo(new Said.Refused(Phrase.plain("no page is open")));
        assertThat(desk.acknowledge(who, "12345678")).isEqualTo(new Said.Refused(Phrase.plain("no page is open")));
    }
}
