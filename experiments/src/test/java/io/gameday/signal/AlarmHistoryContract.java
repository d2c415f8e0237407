package io.gameday.signal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// What every history of alarms keeps.
public abstract class AlarmHistoryContract {

    protected static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    protected static final Period HOUR = new Period(BEGIN, BEGIN.plusSeconds(3600));
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final List<AutoCloseable> open = new ArrayList<>();

    /// Makes `server` answer as one where `Errors` rang from 14:10 to 14:20, `Standing` from before 14:00 to after 15:00,
    /// and `Silent` never, though it could have.
    protected abstract void threeAlarms(FakeServer server);

    /// Makes `server` answer with an error of its own.
    protected abstract void broken(FakeServer server);

    /// @param limit of one call
    protected abstract AlarmHistory history(FakeServer server, Duration limit);

    /// Closes `it` after the test.
    protected <T extends AutoCloseable> T closing(T it) {
        open.add(it);
        return it;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable it : open.reversed()) {
            it.close();
        }
    }

    @Test
    void everyAlarmIsKnownAlsoOneThatStayedSilent() throws Exception {
        Alarms alarms = read();

        assertThat(alarms.names()).containsExactly("Errors", "Silent", "Standing");
        assertThat(alarms.alarms().get(1)).satisfies(silent -> {
            assertThat(silent.firings()).isEmpty();
            assertThat(silent.conditions()).singleElement()
                    .satisfies(condition -> assertThat(condition.trouble()).isEmpty());
        });
    }

    @Test
    void aFiringHasABeginningAndAnEnd() throws Exception {
        assertThat(read().alarms().getFirst().firings()).singleElement().satisfies(firing -> {
            assertThat(firing.from()).isEqualTo(BEGIN.plusSeconds(600));
            assertThat(firing.to()).isEqualTo(BEGIN.plusSeconds(1200));
            assertThat(firing.before()).isFalse();
            assertThat(firing.open()).isFalse();
        });
    }

    @Test
    void whatRangBeforeAndRingsOnIsSaidToDoSo() throws Exception {
        assertThat(read().alarms().getLast().firings()).singleElement().satisfies(firing -> {
            assertThat(firing.from()).isEqualTo(HOUR.from());
            assertThat(firing.to()).isEqualTo(HOUR.to());
            assertThat(firing.before()).isTrue();
            assertThat(firing.open()).isTrue();
        });
    }

    @Test
    void severalThreadsMayReadAtOnce() throws Exception {
        FakeServer server = closing(new FakeServer());
        threeAlarms(server);
        AlarmHistory history = history(server, AMPLE);
        List<CompletableFuture<Alarms>> all = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
            try {
                return history.read(HOUR, STEP);
            } catch (SourceFailure failed) {
                throw new CompletionException(failed);
            }
        })).limit(4).toList();

        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersIsAFailureOfTheSource() throws IOException {
        FakeServer server = closing(new FakeServer());

        SourceFailure failed = failure(history(server, Duration.ofMillis(300)));
        assertThat(failed.whose()).isEqualTo(SourceFailure.Cause.SOURCE);
        assertThat(failed).hasMessageContaining("gave no whole answer to ").hasMessageContaining(" within 0 s");
    }

    @Test
    void aServerThatFailsIsAFailureOfTheSource() throws IOException {
        FakeServer server = closing(new FakeServer());
        broken(server);

        assertThat(failure(history(server, AMPLE)).whose()).isEqualTo(SourceFailure.Cause.SOURCE);
    }

    private Alarms read() throws Exception {
        FakeServer server = closing(new FakeServer());
        threeAlarms(server);
        return history(server, AMPLE).read(HOUR, STEP);
    }

    private static SourceFailure failure(AlarmHistory history) {
        return catchThrowableOfType(SourceFailure.class, () -> history.read(HOUR, STEP));
    }
}
