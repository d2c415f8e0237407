package io.gameday.report.incident;

import io.gameday.signal.Period;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A time as people and chats write it: an instant, a date and a time, or a time alone, whose day is then the one that fits
/// the incident and the note before.
///
/// @param before what stands before it on its line
/// @param after  what stands behind it
record Stamp(String before, String after, @Nullable Instant exact, @Nullable LocalDate date, @Nullable LocalTime time) {

    private static final String INSTANT = "(?<instant>\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?"
            + "(?:Z|[+-]\\d{2}:\\d{2}))";
    private static final String DATE = "(?:(?<day>\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}),?[T ]+)?";
    private static final String TIME = "(?<clock>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?";
    private static final String ANY = "[\\[(]?(?:" + INSTANT + "|" + DATE + TIME + ")[\\])]?";
    private static final Pattern FIRST = Pattern
            .compile("(?:[-*•] +)?" + ANY + "(?![\\w/]|:\\d)(?:\\s*[-–—:|]+(?=\\s|$))?\\s*(?<rest>.*)");
    private static final Pattern LAST = Pattern.compile("(?<rest>\\S.*?)[,\\s]\\s*" + ANY);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /// The time that `line` begins with; empty where it begins with none.
    static Optional<Stamp> first(String line, Period period) {
        Matcher found = FIRST.matcher(line);
        return found.matches() ? read(found, "", found.group("rest"), period) : Optional.empty();
    }

    /// The time that `line` ends with.
    static Optional<Stamp> last(String line, Period period) {
        Matcher found = LAST.matcher(line);
        return found.matches() ? read(found, found.group("rest"), "", period) : Optional.empty();
    }

    private static Optional<Stamp> read(Matcher found, String before, String after, Period period) {
        try {
            String instant = found.group("instant");
            if (instant != null) {
                Instant exact = OffsetDateTime.parse(instant.replace(' ', 'T')).toInstant();
                return Optional.of(new Stamp(before.strip(), after.strip(), exact, null, null));
            }
            String day = found.group("day");
            Optional<LocalDate> date = day == null ? Optional.empty() : day(day, period);
            if (day != null && date.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Stamp(before.strip(), after.strip(), null, date.orElse(null),
                    time(found.group("clock").replace(',', '.'), found.group("half"))));
        } catch (DateTimeException none) {
            // Such as 25:00, which is then a part of the text.
            return Optional.empty();
        }
    }

    private static LocalTime time(String clock, @Nullable String half) {
        LocalTime time = LocalTime.parse(clock.indexOf(':') == 1 ? "0" + clock : clock);
        if (half == null) {
            return time;
        }
        if (time.getHour() < 1 || time.getHour() > 12) {
            throw new DateTimeException(clock + " is no time of half a day");
        }
        return time.withHour(time.getHour() % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0));
    }

    /// `11/12/2026` is the one of its two readings that lies nearer to the incident.
    private static Optional<LocalDate> day(String text, Period period) {
        if (text.indexOf('-') == 4) {
            return Optional.of(LocalDate.parse(text));
        }
        String[] parts = text.split("[/.]");
        int first = Integer.parseInt(parts[0]);
        int second = Integer.parseInt(parts[1]);
        int year = Integer.parseInt(parts[2]);
        return Stream.of(new int[]{second, first}, new int[]{first, second}).filter(part -> part[0] <= 12)
                .flatMap(part -> date(year, part[0], part[1]).stream()).min(Comparator.comparing(
                        date -> Duration.between(period.from(), date.atTime(12, 0).toInstant(ZoneOffset.UTC)).abs()));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// @param reference the note before, or the beginning of the incident
    Instant at(Instant reference, Period period, ZoneId zone) {
        if (exact != null) {
            return exact;
        }
        LocalTime clock = time == null ? LocalTime.MIDNIGHT : time;
        if (date != null) {
            return date.atTime(clock).atZone(zone).toInstant();
        }
        LocalDate day = LocalDate.ofInstant(reference, zone);
        List<Instant> days = Stream.of(day.minusDays(1), day, day.plusDays(1))
                .map(each -> each.atTime(clock).atZone(zone).toInstant()).toList();
        Comparator<Instant> nearest = Comparator.comparing(at -> Duration.between(reference, at).abs());
        // A note that was pasted out of order is a little earlier, not of the next day.
        return days.stream().filter(at -> !at.isBefore(period.from()) && at.isBefore(period.to())).min(nearest)
                .orElseGet(() -> days.stream().filter(at -> Duration.between(at, reference).compareTo(HALF_A_DAY) <= 0)
                        .min(nearest).orElseThrow());
    }
}
