package io.gameday.report.text;

import io.gameday.observability.Share;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Numbers and instants as a reader wants them. All in UTC and independent of the machine's locale.
public final class Figures {

    private static final DateTimeFormatter CLOCK = utc("HH:mm:ss");
    private static final DateTimeFormatter DATE = utc("d MMMM uuuu");
    private static final DateTimeFormatter DAY = utc("uuuu-MM-dd");
    private static final DateTimeFormatter STAMP = utc("uuuuMMdd-HHmmss");

    private Figures() {
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /// `10,200`.
    public static String count(long n) {
        return Share.count(n);
    }

    /// A share as `20.4 %`. What is not all never reads as `100 %`, and what is not nothing never as `0 %`.
    public static String percent(double share) {
        return Share.percent(share);
    }

    /// `part` of `whole` as a share; a dash when there is no whole.
    public static String percent(long part, long whole) {
        return Share.percent(part, whole);
    }

    /// `40 of 40 (100 %)`.
    public static String of(long part, long whole) {
        return Share.of(part, whole);
    }

    /// `40 of 40 customers (100 %)`; `what` in the plural.
    public static String of(long part, long whole, String what) {
        return count(part) + " of " + count(whole) + " " + what + (whole == 0 ? "" : " (" + percent(part, whole) + ")");
    }

    /// As a sentence begins.
    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// With exactly one full stop at its end.
    public static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    /// `3.4 s`, `12 min 3.4 s`; negative where something came before it was due.
    public static String seconds(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        String sign = tenths < 0 ? "−" : "";
        long abs = Math.abs(tenths);
        return abs < 1200
                ? String.format(Locale.ROOT, "%s%d.%d s", sign, abs / 10, abs % 10)
                : String.format(Locale.ROOT, "%s%d min %d.%d s", sign, abs / 600, abs % 600 / 10, abs % 10);
    }

    /// `40 s` where there are no tenths to tell of, else as [#seconds(Duration)].
    public static String wholeSeconds(Duration duration) {
        return seconds(duration).replaceFirst("\\.0 s$", " s");
    }

    /// `40 s`, `2 min 10 s`, `1 h`; nothing at all is `0 s`; negative where it lies before what it counts from.
    public static String length(Duration duration) {
        return duration.isNegative()
                ? "−" + length(duration.negated())
                : duration.isZero() ? "0 s" : Units.words(duration);
    }

    /// `134 ms`.
    public static String millis(long micros) {
        return count(Math.round(micros / 1000.0)) + " ms";
    }

    /// `14:02:05.3`; cut off, not rounded, so that order is kept.
    public static String clock(Instant instant) {
        return CLOCK.format(instant) + "." + instant.getNano() / 100_000_000;
    }

    /// `14:02:05`.
    public static String second(Instant instant) {
        return CLOCK.format(instant);
    }

    /// `19 November 2026`.
    public static String date(Instant instant) {
        return DATE.format(instant);
    }

    /// `2026-11-19`.
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /// `20261119-140132`, for names of documents.
    public static String stamp(Instant instant) {
        return STAMP.format(instant);
    }

    /// `az1`, `az1 and az2`, `az1, az2 and az3`.
    public static String list(List<String> names) {
        return switch (names.size()) {
            case 0 -> "none";
            case 1 -> names.getFirst();
            default -> String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        };
    }

    /// A name of ours as words: `mitigateFromImpact` is `mitigate from impact`.
    public static String words(String camelCase) {
        return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /// `1 fault`, `2 faults`.
    public static String many(long n, String one) {
        return count(n) + " " + one + (n == 1 ? "" : "s");
    }
}
