package io.gameday.yaml;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Quantities as they stand in an experiment file: always with their unit.
public final class Units {

    public static final String DURATION = "a number with ms, s, m or h, such as 500ms, 40s or 2m";
    public static final String PERCENT = "a number with %, such as 99.9 %";
    public static final String RATE = "a number of requests per second, such as 120/s";

    private static final Pattern NUMBER_UNIT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(ms|s|m|h|%|/s)");

    private Units() {
    }

    public static Optional<Duration> duration(String text) {
        Matcher m = NUMBER_UNIT.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        double nanosPerUnit = switch (m.group(2)) {
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            case "h" -> 3600e9;
            default -> -1;
        };
        return nanosPerUnit < 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.round(Double.parseDouble(m.group(1)) * nanosPerUnit)));
    }

    public static OptionalDouble percent(String text) {
        return number(text, "%");
    }

    public static OptionalDouble rate(String text) {
        return number(text, "/s");
    }

    private static OptionalDouble number(String text, String unit) {
        Matcher m = NUMBER_UNIT.matcher(text.strip());
        return m.matches() && m.group(2).equals(unit)
                ? OptionalDouble.of(Double.parseDouble(m.group(1)))
                : OptionalDouble.empty();
    }

    /// A duration as people read it: `350 ms`, `3.4 s`, `2 min`, `1 h 5 min`.
    public static String words(Duration duration) {
        long millis = duration.toMillis();
        if (Math.abs(millis) < 1000) {
            return millis + " ms";
        }
        if (Math.abs(millis) < 120_000) {
            return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long minutes = Math.abs(duration.toMinutes());
        String hours = minutes >= 60 ? minutes / 60 + " h " : "";
        long seconds = Math.abs(duration.toSeconds()) % 60;
        if (minutes >= 60 && minutes % 60 == 0 && seconds == 0) {
            return hours.strip();
        }
        return hours + minutes % 60 + " min" + (seconds == 0 ? "" : " " + seconds + " s");
    }
}
