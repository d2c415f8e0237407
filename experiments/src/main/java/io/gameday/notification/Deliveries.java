package io.gameday.notification;

import io.gameday.notification.Attempt.Outcome;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Hands texts over one after the other, each until it is taken, refused or given up. In their order: a resolution that
/// overtook its page would leave the page open for ever. Belongs to the loop.
final class Deliveries {

    private final Attempt attempt;
    private final BackOff backOff;
    private final Clock clock;
    private final Deque<Delivery> waiting = new ArrayDeque<>();

    Deliveries(Attempt attempt, BackOff backOff, Clock clock) {
        this.attempt = attempt;
        this.backOff = backOff;
        this.clock = clock;
    }

    /// @param channel what `sent` is told when it was taken
    private record Delivery(String body, String channel, Reply<String> sent) {
    }

    void deliver(String body, String channel, Reply<String> sent) {
        waiting.addLast(new Delivery(body, channel, sent));
        if (waiting.size() == 1) {
            attempt(waiting.getFirst(), 1);
        }
    }

    private void attempt(Delivery delivery, int number) {
        attempt.send(delivery.body, outcome -> {
            switch (outcome) {
                case Outcome.Taken _ -> done(delivery, new Answer.Ok<>(delivery.channel));
                case Outcome.Refused(String why) -> done(delivery, new Answer.Failed<>(why));
                case Outcome.Later(String why, var asked) -> backOff.wait(number, asked).ifPresentOrElse(
                        wait -> clock.at(wait, () -> attempt(delivery, number + 1)),
                        () -> done(delivery, new Answer.Failed<>(why + "; given up after " + number + " attempts")));
            }
        });
    }

    private void done(Delivery delivery, Answer<String> answer) {
        waiting.removeFirst();
        try {
            delivery.sent.accept(answer);
        } finally {
            Optional.ofNullable(waiting.peekFirst()).ifPresent(next -> attempt(next, 1));
        }
    }
}
