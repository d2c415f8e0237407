package io.gameday.signal.live;

import io.gameday.signal.ClockOffset;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.target.Feed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks one source on a thread of its own and posts what it says to the engine's loop. A source that does not answer
/// is asked once more at once, before it counts as away.
///
/// ```
///   ──────────────── read ─────────────────┐
///                   ├─ read again ─┤  lag  │
///   ────────────────┴──────────────┴───────┴► now
///                                until
/// ```
public final class Poller<T> implements Feed<T>, AutoCloseable {

    private final String source;
    private final Question<T> question;
    private final Pace pace;
    private final InstantSource clock;
    private final Executor loop;
    private final ScheduledExecutorService thread;
    private @Nullable Instant begun;
    private @Nullable Instant until;

    /// @param source as people call it
    /// @param clock  ours
    /// @param loop   the engine's
    public Poller(String source, Question<T> question, Pace pace, InstantSource clock, Executor loop) {
        this.source = source;
        this.question = question;
        this.pace = pace;
        this.clock = clock;
        this.loop = loop;
        thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(source).daemon().factory());
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public void follow(Consumer<Reading<T>> listener) {
        thread.scheduleWithFixedDelay(() -> {
            Reading<T> reading = read();
            if (!thread.isShutdown()) {
                loop.execute(() -> listener.accept(reading));
            }
        }, 0, pace.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Asks once. To be called by one thread at a time.
    ///
    /// @throws SourceFailure when the source did not answer, or refused
    public Reading<T> ask() throws SourceFailure {
        // A source whose clock is behind has not written yet what ours calls past.
        Duration behind = question.offset().map(ClockOffset::ahead).filter(Duration::isNegative).orElse(Duration.ZERO);
        Instant to = clock.instant().plus(behind).minus(pace.lag()).truncatedTo(ChronoUnit.SECONDS);
        Instant begin = begun == null ? to.minus(pace.before()) : begun;
        Instant from = until == null ? begin : until.minus(pace.again());
        Period period = new Period(from.isBefore(begin) ? begin : from, to.isAfter(begin) ? to : begin.plusSeconds(1));
        Question.Told<T> told = question.ask(period);
        begun = begin;
        until = period.to();
        List<String> notes = new ArrayList<>(told.notes());
        question.offset().filter(ClockOffset::worthSaying).ifPresent(offset -> notes.add(words(offset)));
        return new Reading.Read<>(period.to(), told.what(), List.copyOf(notes));
    }

    private Reading<T> read() {
        try {
            try {
                return ask();
            } catch (SourceFailure once) {
                return ask();
            }
        } catch (SourceFailure failed) {
            return new Reading.Away<>(String.valueOf(failed.getMessage()));
        } catch (RuntimeException defect) {
            // A repetition that throws would end without a word.
            return new Reading.Away<>(source + " could not be read: " + defect);
        }
    }

    /// To whole seconds, so that the same offset is said once.
    private static String words(ClockOffset offset) {
        return "the clock of " + offset.source() + " is about " + offset.ahead().abs().plusMillis(500).toSeconds()
                + " s " + (offset.ahead().isNegative() ? "behind" : "ahead of")
                + " ours; its times are taken as they are";
    }

    /// Ends the reading; what is under way is not waited for.
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
