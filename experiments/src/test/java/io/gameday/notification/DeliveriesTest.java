package io.gameday.notification;

import io.gameday.notification.Attempt.Outcome;
import io.gameday.target.Answer;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Attempts in virtual time.
class DeliveriesTest {

    private static final Outcome LATER = new Outcome.Later("Slack answered 500", Optional.empty());

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final List<String> tried = new ArrayList<>();
    private final List<Answer<String>> answers = new ArrayList<>();
    private final Deliveries deliveries = new Deliveries((body, then) -> {
        tried.add(body + " at " + clock.ticks() / 1_000_000_000L);
        then.accept(outcomes.isEmpty() ? new Outcome.Taken() : outcomes.removeFirst());
    }, BackOff.DEFAULT, clock);

    @Test
    void whatIsNotTakenIsTriedAgainAfterOneTwoFourAndEightSeconds() {
        outcomes.addAll(List.of(LATER, LATER, LATER, LATER));
        deliveries.deliver("page", "slack", answers::add);
        clock.advance(Duration.ofMinutes(1));
        assertThat(tried).containsExactly("page at 0", "page at 1", "page at 3", "page at 7", "page at 15");
        assertThat(answers).containsExactly(new Answer.Ok<>("slack"));
    }

    @Test
    void afterTheFifthAttemptItIsGivenUpAndSaid() {
        outcomes.addAll(List.of(LATER, LATER, LATER, LATER, LATER));
        deliveries.deliver("page", "slack", answers::add);
        clock.advance(Duration.ofHours(1));
        assertThat(tried).hasSize(5);
        assertThat(answers).containsExactly(new Answer.Failed<>("Slack answered 500; given up after 5 attempts"));
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        outcomes.add(new Outcome.Refused("Slack answered 400: invalid_payload"));
        deliveries.deliver("page", "slack", answers::add);
        clock.advance(Duration.ofHours(1));
        assertThat(tried).containsExactly("page at 0");
        assertThat(answers).containsExactly(new Answer.Failed<>("Slack answered 400: invalid_payload"));
    }

    @Test
    void aResolutionNeverOvertakesItsPage() {
        outcomes.addAll(List.of(LATER, LATER));
        deliveries.deliver("page", "slack", answers::add);
        deliveries.deliver("resolved", "slack", answers::add);
        clock.advance(Duration.ofMinutes(1));
        assertThat(tried).containsExactly("page at 0", "page at 1", "page at 3", "resolved at 3");
    }

    @Test
    void whatComesAfterSomethingThatWasGivenUpIsTriedAllTheSame() {
        outcomes.addAll(List.of(LATER, LATER, LATER, LATER, LATER));
        deliveries.deliver("page", "slack", answers::add);
        deliveries.deliver("resolved", "slack", answers::add);
        clock.advance(Duration.ofMinutes(1));
        assertThat(tried).hasSize(6).last().isEqualTo("resolved at 15");
        assertThat(answers).last().isEqualTo(new Answer.Ok<>("slack"));
    }

    @Test
    void theWaitThatTheOtherSideAsksForIsKept() {
        outcomes.add(new Outcome.Later("Slack answered 429", Optional.of(Duration.ofSeconds(20))));
        deliveries.deliver("page", "slack", answers::add);
        clock.advance(Duration.ofMinutes(1));
        assertThat(tried).containsExactly("page at 0", "page at 20");
    }
}
