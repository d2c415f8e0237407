package io.gameday.console.run;

import io.gameday.console.SimulatedRun;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import io.gameday.journal.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayedRunTest {

    @TempDir
    private static Path runs;
    private static List<Entry> entries = List.of();

    @BeforeAll
    static void playOnce() throws IOException {
        entries = JournalReader.read(SimulatedRun.of("az-power-loss-unscaled", runs).resolve("journal.jsonl"))
                .entries();
    }

    private final ReplayedRun replay = new ReplayedRun(Path.of("run"), entries);
    private final List<Entry> seen = new ArrayList<>();

    private void watch() {
        replay.follow(batch -> {
            if (batch.anew()) {
                seen.clear();
            }
            seen.addAll(batch.entries());
        });
    }

    @Test
    void aReplayStandsAtTheBeginUntilItIsPlayed() {
        watch();
        replay.tick(Duration.ofSeconds(10));

        assertThat(seen).allMatch(entry -> entry.at().equals(replay.begin()));
        assertThat(replay.contact().get()).isEqualTo(new Contact.Replayed());
        assertThat(replay.controls()).isEmpty();
    }

    @Test
    void playedToItsEndItShowsTheWholeJournalAndStops() {
        watch();
        replay.playing().set(true);
        replay.speed().set(16);
        int ticks = 0;
        while (replay.playing().get()) {
            replay.tick(Duration.ofMillis(100));
            ticks++;
        }

        assertThat(seen).isEqualTo(entries);
        assertThat(replay.view().ended()).isNotNull();
        assertThat(ticks)
                .isEqualTo((int) Math.ceil(Duration.between(replay.begin(), replay.end()).toMillis() / 1600.0));
    }

    @Test
    void goingBackShowsTheRunAsItStoodThen() {
        watch();
        var injected = entries.stream().filter(e -> e.event() instanceof Event.FaultInjected).findFirst().orElseThrow();
        replay.seek(replay.end());
        long atTheEnd = replay.version().get();
        replay.seek(injected.at());

        assertThat(replay.view().phase()).isEqualTo(Phase.DETECT);
        assertThat(replay.view().ended()).isNull();
        assertThat(seen).isEqualTo(entries.stream().filter(e -> !e.at().isAfter(injected.at())).toList());
        assertThat(replay.version().get()).isGreaterThan(atTheEnd);
    }

    @Test
    void nothingLiesBeforeTheBeginOrAfterTheEnd() {
        replay.seek(replay.begin().minusSeconds(60));
        assertThat(replay.now()).isEqualTo(replay.begin());

        replay.seek(replay.end().plusSeconds(60));
        assertThat(replay.now()).isEqualTo(replay.end());
    }
}
