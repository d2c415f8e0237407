package io.gameday.console.debrief;

import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlayheadTest {

    private static final Instant BEGIN = Instant.parse("2026-11-19T14:02:00Z");

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final Playhead playhead = new Playhead(clock, clock);

    @BeforeEach
    void aRunOfAMinute() {
        playhead.over(BEGIN, BEGIN.plusSeconds(60));
        playhead.events(List.of(after(30), after(5), after(5), after(9)));
    }

    private static Instant after(double seconds) {
        return BEGIN.plusMillis(Math.round(seconds * 1000));
    }

    @Test
    void goesByEventAndStopsAtBothEnds() {
        playhead.nextEvent();
        assertThat(playhead.at()).isEqualTo(after(5));
        playhead.nextEvent();
        playhead.nextEvent();
        assertThat(playhead.at()).isEqualTo(after(30));
        playhead.nextEvent();
        playhead.nextEvent();
        assertThat(playhead.at()).isEqualTo(after(60));
        playhead.previousEvent();
        assertThat(playhead.at()).isEqualTo(after(30));
        playhead.home();
        playhead.previousEvent();
        assertThat(playhead.at()).isEqualTo(BEGIN);
    }

    @Test
    void goesBySecondAndNeverBeyondTheRun() {
        playhead.previousSecond();
        assertThat(playhead.at()).isEqualTo(BEGIN);
        playhead.nextSecond();
        assertThat(playhead.at()).isEqualTo(after(1));
        playhead.end();
        playhead.nextSecond();
        assertThat(playhead.at()).isEqualTo(after(60));
    }

    @Test
    void playsFourTimesAsFastAsItWas() {
        playhead.speedProperty().set(Playhead.Speed.FOUR);
        playhead.playOrPause();
        clock.advance(Duration.ofSeconds(2));
        assertThat(playhead.at()).isEqualTo(after(8));
        playhead.playOrPause();
        clock.advance(Duration.ofSeconds(2));
        assertThat(playhead.at()).isEqualTo(after(8));
    }

    @Test
    void stopsAtTheEndAndPlaysFromTheBeginningAgain() {
        playhead.speedProperty().set(Playhead.Speed.SIXTEEN);
        playhead.playOrPause();
        clock.advance(Duration.ofSeconds(10));
        assertThat(playhead.at()).isEqualTo(after(60));
        assertThat(playhead.playingProperty().get()).isFalse();
        playhead.playOrPause();
        clock.advance(Duration.ofMillis(500));
        assertThat(playhead.at()).isEqualTo(after(8));
    }

    @Test
    void atFullSpeedItGoesFromEventToEvent() {
        playhead.speedProperty().set(Playhead.Speed.MAX);
        playhead.playOrPause();
        clock.advance(Duration.ofMillis(200));
        assertThat(playhead.at()).isEqualTo(after(9));
        clock.advance(Duration.ofMillis(200));
        assertThat(playhead.playingProperty().get()).isFalse();
    }

    @Test
    void anotherRunStopsIt() {
        playhead.playOrPause();
        playhead.over(BEGIN.plusSeconds(3600), BEGIN.plusSeconds(3700));
        clock.advance(Duration.ofSeconds(5));
        assertThat(playhead.at()).isEqualTo(BEGIN.plusSeconds(3600));
    }
}
