package io.gameday.report.paper;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// When a game day is, and who facilitates it.
///
/// @param begins       when people meet; null where that is not settled
/// @param facilitators roles, the first leads and the next is the deputy; empty where that is not settled
public record Occasion(@Nullable ZonedDateTime begins, List<String> facilitators) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// Nothing is settled yet.
    public static final Occasion OPEN = new Occasion(null, List.of());

    public Occasion {
        facilitators = List.copyOf(facilitators);
    }

    /// `Thursday 3 December 2026, 14:00 Europe/Berlin (13:00 UTC)`; empty where it is not settled.
    String words() {
        return begins == null
                ? ""
                : DAY.format(begins) + " " + begins.getZone() + " (" + CLOCK.format(utc(begins)) + " UTC)";
    }

    /// The time of day so long after the beginning; empty where that is not settled.
    String clock(Duration after) {
        return begins == null ? "" : CLOCK.format(begins.plus(after));
    }

    /// The role in this place of the list; empty where there is none.
    String facilitator(int place) {
        return place < facilitators.size() ? facilitators.get(place) : "";
    }

    private static ZonedDateTime utc(ZonedDateTime time) {
        return time.withZoneSameInstant(ZoneOffset.UTC);
    }
}
