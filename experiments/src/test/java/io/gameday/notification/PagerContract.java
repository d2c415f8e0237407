package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.engine.Pager.Incident;
import io.gameday.engine.Pager.Message;
import io.gameday.engine.Pager.Message.Page.Standing;
import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.time.RealClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What every way of telling people promises: whatever is sent is answered once, on the loop, and a reason holds no
/// secret.
abstract class PagerContract {

    static final String SECRET = "xoxSECRETxox";
    static final Incident INCIDENT = new Incident("run-1", 2, Instant.parse("2026-11-19T14:00:00Z"), "zone-impact",
            new Scope.Zone("az1"), "50 of 50 <failed> & \"refused\"");
    static final Message PAGE = new Message.Page(INCIDENT, "on-call", Standing.FIRST);
    static final Message ESCALATED = new Message.Page(INCIDENT, "incident-manager", Standing.ESCALATED);
    static final Message ACKNOWLEDGED = new Message.Acknowledged(INCIDENT, "responder <a&b>");
    static final Message RESOLVED = new Message.Resolved(INCIDENT, "every alarm has left ALARM");
    static final BackOff QUICK = new BackOff(List.of(Duration.ofMillis(10), Duration.ofMillis(20)));
    static final Duration AMPLE = Duration.ofSeconds(20);

    final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    final RealClock loop = new RealClock("loop", escaped::add);
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /// One that reaches people.
    abstract Pager working() throws Exception;

    /// One that reaches nobody.
    abstract Pager broken() throws Exception;

    /// As the journal names it.
    abstract String channel();

    @AfterEach
    void nothingEscaped() {
        loop.close();
        assertThat(escaped).isEmpty();
    }

    @Test
    void everyMessageIsAnsweredOnceWithItsChannel() throws Exception {
        Pager pager = working();
        for (Message message : List.of(PAGE, ACKNOWLEDGED, RESOLVED)) {
            assertThat(answerOf(pager, message)).isEqualTo(ok());
        }
        assertNothingMore();
    }

    @Test
    void noMessageIsLostInSilence() throws Exception {
        Pager pager = broken();
        for (Message message : List.of(PAGE, ACKNOWLEDGED, RESOLVED)) {
            assertThat(answerOf(pager, message)).startsWith("loop: Failed[").doesNotContain(SECRET);
        }
        assertNothingMore();
    }

    /// Thread and answer, once it is there.
    final String answerOf(Pager pager, Message message) throws InterruptedException {
        loop.execute(() -> pager.send(message,
                (Answer<String> answer) -> answers.add(Thread.currentThread().getName() + ": " + answer)));
        String answer = answers.poll(30, TimeUnit.SECONDS);
        assertThat(answer).as("the answer to " + message).isNotNull();
        return String.valueOf(answer);
    }

    final String ok() {
        return "loop: Ok[value=" + channel() + "]";
    }

    static String failed(String why) {
        return "loop: Failed[why=" + why + "]";
    }

    private void assertNothingMore() {
        CompletableFuture.runAsync(() -> assertThat(answers).isEmpty(), loop).join();
    }
}
