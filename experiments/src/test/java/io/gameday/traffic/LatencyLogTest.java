package io.gameday.traffic;

import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LatencyLogTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void eachSecondIsAHistogramAndTheUnansweredCountAsTheirLimit(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(LatencyLog.FILE);
        VirtualClock clock = new VirtualClock(START);
        try (LatencyLog log = new LatencyLog(file, clock)) {
            log.accept(request(Observer.CUSTOMER, Outcome.USEFUL, Duration.ofMillis(100)));
            log.accept(request(Observer.CUSTOMER, Outcome.UNANSWERED, Duration.ofSeconds(1)));
            log.accept(request(Observer.CANARY, Outcome.USEFUL, Duration.ofMillis(1)));
            clock.advance(Duration.ofSeconds(2));
            log.accept(request(Observer.CUSTOMER, Outcome.USEFUL, Duration.ofMillis(20)));
        }

        List<Histogram> seconds = read(file);
        assertThat(seconds).extracting(Histogram::getTotalCount).containsExactly(2L, 0L, 1L);
        assertThat(seconds.getFirst().getMaxValue()).isBetween(1_000_000L, 1_001_000L);
        assertThat(seconds.getLast().getMaxValue()).isBetween(20_000L, 20_020L);
        assertThat(seconds).extracting(h -> Instant.ofEpochMilli(h.getStartTimeStamp())).containsExactly(START,
                START.plusSeconds(1), START.plusSeconds(2));
    }

    private static Measurement request(Observer observer, Outcome outcome, Duration latency) {
        return new Measurement(observer, "cell-1", "az1", "orders-1", "c-01", outcome, latency);
    }

    private static List<Histogram> read(Path file) throws IOException {
        List<Histogram> read = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            while (reader.hasNext()) {
                read.add((Histogram) reader.nextIntervalHistogram());
            }
        }
        return read;
    }
}
