package io.gameday.signal;

import io.gameday.http.HttpAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// What every log of pages keeps.
public abstract class PagerLogContract {

    private static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    private static final Period HOUR = new Period(BEGIN, BEGIN.plusSeconds(3600));
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final List<AutoCloseable> open = new ArrayList<>();

    /// Makes `server` answer as one where `Errors` was told to `payments` at 14:12 and to `platform` at 14:20.
    protected abstract void twoPages(FakeServer server);

    /// @param limit of one call
    protected abstract PagerLog log(FakeServer server, Duration limit);

    /// The first path that the log asks for.
    protected abstract String path();

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
    void pagesComeInTheOrderOfTimeAndNameTheAlarm() throws Exception {
        FakeServer server = closing(new FakeServer());
        twoPages(server);
        List<Page> pages = log(server, AMPLE).read(HOUR).pages();

        assertThat(pages).extracting(Page::receiver).containsExactly("payments", "platform");
        assertThat(pages).extracting(Page::at).containsExactly(BEGIN.plusSeconds(720), BEGIN.plusSeconds(1200));
        assertThat(pages).extracting(Page::subject).allMatch(subject -> subject.contains("Errors"));
    }

    @Test
    void aServerThatNeverAnswersIsAFailureOfTheSource() throws IOException {
        FakeServer server = closing(new FakeServer());

        assertThat(failure(log(server, Duration.ofMillis(300)))).satisfies(failed -> {
            assertThat(failed.whose()).isEqualTo(SourceFailure.Cause.SOURCE);
            assertThat(failed).hasMessageContaining("gave no whole answer to ");
        });
    }

    @Test
    void aServerThatFailsIsAFailureOfTheSource() throws IOException {
        FakeServer server = closing(new FakeServer());
        twoPages(server);
        server.answering(path(), request -> HttpAnswer.json(503, "{}"));

        assertThat(failure(log(server, AMPLE)).whose()).isEqualTo(SourceFailure.Cause.SOURCE);
    }

    private static SourceFailure failure(PagerLog log) {
        return catchThrowableOfType(SourceFailure.class, () -> log.read(HOUR));
    }
}
