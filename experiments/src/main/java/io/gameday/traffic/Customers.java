package io.gameday.traffic;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.observability.Outcome;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The customers once they may come: sends what they ask for and measures what became of each request.
final class Customers {

    /// Beyond this a request is not sent any more, so that a system that answers nothing costs bounded memory.
    static final int MOST_UNDER_WAY = 4096;

    /// The customer's patience ends with the limit. We listen a little longer for the router's own time-out, whose
    /// headers name the instance that did not answer.
    private static final Duration GRACE = Duration.ofMillis(100);

    private final Errands errands;
    private final Duration limit;
    private final HttpCaller caller;
    private final Clock clock;
    private final PostedSignals signals;
    /// The pacer counts as one, so that this reaches zero only when nothing can come any more.
    private final AtomicInteger underWay = new AtomicInteger(1);
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private final CompletableFuture<Long> ended = new CompletableFuture<>();
    private @Nullable Pacer pacer;

    Customers(Errands errands, Duration limit, HttpCaller caller, Clock clock, PostedSignals signals) {
        this.errands = errands;
        this.limit = limit;
        this.caller = caller;
        this.clock = clock;
        this.signals = signals;
    }

    void start(CustomerSchedule schedule) {
        pacer = Pacer.start("customers", clock, schedule,
                (n, due) -> send(schedule.customer(n), schedule.round(n), due), this::oneEnded);
    }

    /// Ends the schedule and tells `then` how many requests there were, once all have ended; on any thread.
    void stop(LongConsumer then) {
        if (pacer != null) {
            pacer.stop();
        }
        ended.thenAccept(then::accept);
    }

    long unsent() {
        return unsent.get();
    }

    /// @param due in the clock's ticks
    private void send(int customer, int round, long due) {
        requests.incrementAndGet();
        Errands.Errand errand = errands.errand(customer, round);
        long left = due + limit.toNanos() - clock.ticks();
        if (left <= 0 || underWay.get() > MOST_UNDER_WAY) {
            unsent.incrementAndGet();
            signals.post(errands.measured(errand, null, Outcome.UNANSWERED, limit));
            return;
        }
        underWay.incrementAndGet();
        caller.call(errand.server(), errand.request(), Duration.ofNanos(left).plus(GRACE), result -> {
            finish(errand, due, result);
            oneEnded();
        });
    }

    private void finish(Errands.Errand errand, long due, CallResult result) {
        Duration latency = Duration.ofNanos(clock.ticks() - due);
        boolean late = latency.compareTo(limit) > 0;
        HttpAnswer answer = result instanceof CallResult.Answered(var given) ? given : null;
        Outcome outcome = switch (result) {
            case CallResult.Answered(var given) -> late ? Outcome.UNANSWERED : Attempt.outcome(given);
            case CallResult.TimedOut timedOut -> Outcome.UNANSWERED;
            case CallResult.Unreachable unreachable -> late ? Outcome.UNANSWERED : Outcome.FAILED;
            case CallResult.Broken broken -> late ? Outcome.UNANSWERED : Outcome.FAILED;
        };
        signals.post(errands.measured(errand, answer, outcome, outcome == Outcome.UNANSWERED ? limit : latency));
    }

    private void oneEnded() {
        if (underWay.decrementAndGet() == 0) {
            ended.complete(requests.get());
        }
    }
}
