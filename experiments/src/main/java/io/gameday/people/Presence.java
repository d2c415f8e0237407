package io.gameday.people;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// When a page was last heard of. By the machine's time, because pages ask in it whatever the run's clock does. Safe for
/// several threads.
final class Presence {

    /// A page asks every second; a phone that sleeps or changes networks may miss some.
    private static final Duration AWAY = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    /// @param nanos the machine's monotonic time
    Presence(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void heard(Participant participant) {
        heard.put(participant.title(), nanos.getAsLong());
    }

    /// How long nothing was heard; null when never.
    @Nullable
    Duration silent(Participant participant) {
        Long last = heard.get(participant.title());
        return last == null ? null : Duration.ofNanos(nanos.getAsLong() - last);
    }

    boolean here(Participant participant) {
        Duration silent = silent(participant);
        return silent != null && silent.compareTo(AWAY) < 0;
    }
}
