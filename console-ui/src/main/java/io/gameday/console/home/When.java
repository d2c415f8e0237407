package io.gameday.console.home;

import io.gameday.console.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An instant as one says it later: `today 14:01`, `yesterday 09:30`, `18 Nov`, `3 Mar 2024`.
final class When {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private When() {
    }

    static String words(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime then = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (then.toLocalDate().equals(today)) {
            return Texts.of("home.when.today", TIME.format(then));
        }
        if (then.toLocalDate().equals(today.minusDays(1))) {
            return Texts.of("home.when.yesterday", TIME.format(then));
        }
        return Texts.format(then.getYear() == today.getYear() ? "home.when.day" : "home.when.year").format(then);
    }
}
