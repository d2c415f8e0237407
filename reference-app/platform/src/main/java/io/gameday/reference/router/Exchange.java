package io.gameday.reference.router;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.reference.policy.TransferCount;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One request on its way: the attempts so far and the time that is left. Belongs to the network thread.
final class Exchange {

    /// Of all attempts together.
    private static final Duration LIMIT = Duration.ofSeconds(1);
    /// Less than this is not worth another attempt.
    private static final Duration LEAST = Duration.ofMillis(20);
    /// In an answer, the cell that gave it; in a request, the one that is asked for.
    static final String CELL = "x-gameday-cell";
    /// In an answer, what its attempts carried, and how much of it left its zone, in bytes.
    private static final String TRANSFER = "x-gameday-transfer";
    /// With which a task says why it answers 503. The customer is told as well.
    private static final String OVERLOADED = "x-gameday-overloaded";
    /// Headers that speak about one connection, not about the message.
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "connection", "keep-alive", "content-length",
            "transfer-encoding", "te", "upgrade", "expect", "proxy-connection");

    private final HttpRequest request;
    private final String cell;
    private final TransferCount transfer;
    private final HttpCaller caller;
    private final Clock clock;
    private final Consumer<HttpAnswer> reply;
    private final long began;
    private long carried;
    private final StringBuilder attempts = new StringBuilder();

    Exchange(HttpRequest request, String cell, TransferCount transfer, HttpCaller caller, Clock clock,
            Consumer<HttpAnswer> reply) {
        this.request = new HttpRequest(request.method(), request.path(), request.query(), end(request.headers()),
                request.body());
        this.cell = cell;
        this.transfer = transfer;
        this.caller = caller;
        this.clock = clock;
        this.reply = reply;
        began = clock.ticks();
    }

    String cell() {
        return cell;
    }

    /// Zone in which it entered; empty while that is not known.
    Optional<String> entered() {
        return transfer.entry();
    }

    /// Bytes of the last attempt, of the request and its answer.
    long carried() {
        return carried;
    }

    boolean timeIsUp() {
        return left().compareTo(LEAST) < 0;
    }

    private Duration left() {
        return LIMIT.minusNanos(clock.ticks() - began);
    }

    /// Sends the request to a task and counts it there.
    ///
    /// @param then told how it ended and after how many nanoseconds; true when the exchange goes on with another
    ///             attempt, else the answer is given
    void attempt(RoutedTask task, Judge then) {
        long sent = clock.ticks();
        task.begin(sent);
        caller.call(task.address(), request, left(), result -> {
            AttemptOutcome outcome = outcome(result);
            long now = clock.ticks();
            task.end(outcome, now);
            carried = carried(result);
            transfer.add(task.zone(), carried);
            note(task, outcome);
            if (!then.goesOn(outcome, now - sent)) {
                answer(result, task);
            }
        });
    }

    /// Hears how an attempt ended.
    @FunctionalInterface
    interface Judge {
        boolean goesOn(AttemptOutcome outcome, long tookNanos);
    }

    /// Sends the request to a task without counting it there.
    void ask(RoutedTask task) {
        caller.call(task.address(), request, left(), result -> {
            note(task, outcome(result));
            answer(result, task);
        });
    }

    /// What a task does not answer it has been sent all the same, unless nobody was there.
    private long carried(CallResult result) {
        return switch (result) {
            case CallResult.Answered(HttpAnswer answer) -> MessageSize.of(request) + MessageSize.of(answer);
            case CallResult.Unreachable u -> 0;
            case CallResult.Broken b -> MessageSize.of(request);
            case CallResult.TimedOut t -> MessageSize.of(request);
        };
    }

    private void note(RoutedTask task, AttemptOutcome outcome) {
        attempts.append(attempts.isEmpty() ? "" : ",").append(task.zone()).append('/').append(task.id()).append('/')
                .append(outcome);
    }

    private void answer(CallResult result, RoutedTask task) {
        HttpAnswer answer = switch (result) {
            case CallResult.Answered(HttpAnswer given) -> given;
            case CallResult.Unreachable u -> HttpAnswer.error(502, task.id() + " cannot be reached");
            case CallResult.Broken b -> HttpAnswer.error(502, task.id() + " broke off before it answered");
            case CallResult.TimedOut t -> HttpAnswer.error(504, task.id() + " did not answer in time");
        };
        Map<String, String> headers = end(answer.headers());
        headers.put("x-gameday-attempts", attempts.toString());
        headers.put(CELL, cell);
        headers.put(TRANSFER, transfer.toString());
        reply.accept(new HttpAnswer(answer.status(), headers, answer.body()));
    }

    private static AttemptOutcome outcome(CallResult result) {
        return switch (result) {
            case CallResult.Answered(HttpAnswer answer) ->
                answer.status() == 503 && "true".equals(answer.headers().get(OVERLOADED))
                        ? new AttemptOutcome.Overloaded()
                        : new AttemptOutcome.Answered(answer.status());
            case CallResult.Unreachable u -> new AttemptOutcome.Unreachable();
            case CallResult.Broken b -> new AttemptOutcome.Broken();
            case CallResult.TimedOut t -> new AttemptOutcome.TimedOut();
        };
    }

    /// The headers that go from end to end.
    private static Map<String, String> end(Map<String, String> headers) {
        Map<String, String> kept = new HashMap<>(headers);
        kept.keySet().removeAll(OF_THE_CONNECTION);
        return kept;
    }
}
