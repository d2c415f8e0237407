package io.gameday.signal.live;

import io.gameday.signal.ClockOffset;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.target.Feed.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PollerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:10.600Z");
    private static final Pace PACE = new Pace(Duration.ofMillis(5), Duration.ofSeconds(2), Duration.ofSeconds(60),
            Duration.ofSeconds(30));

    private final List<Period> asked = new ArrayList<>();
    private final BlockingQueue<Reading<String>> told = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable ClockOffset offset;
    private volatile Instant now = NOW;

    private final Question<String> question = new Question<>() {
        @Override
        public Told<String> ask(Period period) throws SourceFailure {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new SourceFailure(SourceFailure.Cause.SOURCE, "the source did not answer");
            }
            asked.add(period);
            return new Told<>("seen", List.of("a note"));
        }

        @Override
        public Optional<ClockOffset> offset() {
            return Optional.ofNullable(offset);
        }
    };

    @Test
    void itReadsUpToALagBehindNowAndThenTheNewPartWithSomeOfWhatItRead() throws SourceFailure {
        try (Poller<String> poller = poller()) {
            assertThat(poller.ask()).isEqualTo(new Reading.Read<>(at("09:00:08"), "seen", List.of("a note")));
            now = NOW.plusSeconds(40);
            poller.ask();
        }
        assertThat(asked).containsExactly(new Period(at("08:59:08"), at("09:00:08")),
                new Period(at("08:59:38"), at("09:00:48")));
    }

    @Test
    void aSourceWhoseClockIsBehindIsReadAsFarAsItIsAndThatIsSaid() throws SourceFailure {
        offset = new ClockOffset("Prometheus", Duration.ofSeconds(-30), Duration.ZERO);
        try (Poller<String> poller = poller()) {
            assertThat(poller.ask()).isEqualTo(new Reading.Read<>(at("08:59:38"), "seen", List.of("a note",
                    "the clock of Prometheus is about 30 s behind ours; its times are taken as they are")));
        }
    }

    @Test
    void aSourceThatDoesNotAnswerOnceIsAskedAgainAndOneThatDoesNotTwiceIsAway() throws InterruptedException {
        failures.set(1);
        try (Poller<String> poller = poller()) {
            poller.follow(told::add);
            assertThat(next()).isInstanceOf(Reading.Read.class);
            failures.set(2);
            Reading<String> reading = next();
            while (reading instanceof Reading.Read<String>) {
                reading = next();
            }
            assertThat(reading).isEqualTo(new Reading.Away<>("the source did not answer"));
            assertThat(next()).isInstanceOf(Reading.Read.class);
        }
    }

    private Reading<String> next() throws InterruptedException {
        Reading<String> reading = told.poll(30, TimeUnit.SECONDS);
        assertThat(reading).isNotNull();
        return Objects.requireNonNull(reading);
    }

    private Poller<String> poller() {
        InstantSource clock = () -> now;
        return new Poller<>("source", question, PACE, clock, Runnable::run);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }
}
