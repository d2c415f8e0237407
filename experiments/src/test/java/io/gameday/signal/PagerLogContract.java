package io.gameday.signal;

import io.gameday.http.HttpAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// What every log of pages keeps.
public abstract class PagerLogContract {

    private static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    private static final Period HOUR = new Period(BEGIN, BEGIN.plusSeconds(3600));

    /// Makes `server` answer as one where `Errors` was told to `payments` at 14:12 and to `platform` at 14:20.
    protected abstract void twoPages(FakeServer server);

    protected abstract PagerLog log(FakeServer server, HttpSource source);

    /// The first path that the log asks for.
    protected abstract String path();

    @Test
    void pagesComeInTheOrderOfTimeAndNameTheAlarm() throws Exception {
        try (FakeServer server = new FakeServer(); HttpSource source = server.source("Source")) {
            twoPages(server);
            List<Page> pages = log(server, source).read(HOUR).pages();

            assertThat(pages).extracting(Page::receiver).containsExactly("payments", "platform");
            assertThat(pages).extracting(Page::at).containsExactly(BEGIN.plusSeconds(720), BEGIN.plusSeconds(1200));
            assertThat(pages).extracting(Page::subject).allMatch(subject -> subject.contains("Errors"));
        }
    }

    @Test
    void aServerThatNeverAnswersIsAFailureOfTheSource() throws IOException {
        try (FakeServer server = new FakeServer();
                HttpSource source = server.source("Source", Map.of(), Duration.ofMillis(300))) {
            assertThat(failure(server, source)).satisfies(failed -> {
                assertThat(failed.whose()).isEqualTo(SourceFailure.Cause.SOURCE);
                assertThat(failed).hasMessageContaining("gave no whole answer to " + path());
            });
        }
    }

    @Test
    void aServerThatFailsIsAFailureOfTheSource() throws IOException {
        try (FakeServer server = new FakeServer(); HttpSource source = server.source("Source")) {
            twoPages(server);
            server.answering(path(), request -> HttpAnswer.json(503, "{}"));

            assertThat(failure(server, source).whose()).isEqualTo(SourceFailure.Cause.SOURCE);
        }
    }

    private SourceFailure failure(FakeServer server, HttpSource source) {
        return catchThrowableOfType(SourceFailure.class, () -> log(server, source).read(HOUR));
    }
}
