package io.gameday.journal.view;

import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.observability.Share;
import io.gameday.observability.Tally;
import io.gameday.target.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How figures and names are written, the same on every screen.
public final class Words {

    /// Availability below which customers are hurt enough to say so.
    public static final double WELL = 0.999;

    private static final DateTimeFormatter TENTHS = DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT);

    private Words() {
    }

    public static String timeOfDay(Instant at, ZoneId zone) {
        return TENTHS.format(at.atZone(zone));
    }

    /// Such as `3.4 s`, or `2 min 05 s` from a minute on.
    public static String tenths(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /// Such as `29 s`.
    public static String whole(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 60 ? seconds + " s" : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /// Such as `73.4 %`; `100 %` and `0 %` only when that is exact.
    public static String percent(double share) {
        return Share.percent(share);
    }

    /// Availability, or that there was none to be had.
    public static String percent(Tally tally) {
        return tally.requests() == 0 ? "–" : percent(tally.availability().orElseThrow());
    }

    public static String ofTotal(long part, long total) {
        return Share.of(part, total);
    }

    public static String count(int n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }

    /// A scope without the word for what it is where the name says so: `az1`, `cell-1`, `site`.
    public static String name(Scope scope) {
        return switch (scope) {
            case Scope.Site _ -> "site";
            case Scope.Zone(String zone) -> zone;
            case Scope.Cell(String cell) -> cell;
            case Scope.CellZone(String cell, String zone) -> cell + " " + zone;
            case Scope.Instance(String instance) -> instance;
        };
    }

    public static String name(Fault fault) {
        return fault.kind() + " " + name(fault.scope());
    }

    /// Whoever acted, by role; `somebody, role not given` without.
    public static String somebody(@Nullable String role) {
        return role == null ? "somebody, role not given" : role;
    }

    public static String symbol(Verdict verdict) {
        return switch (verdict) {
            case HELD -> "✓";
            case BROKEN -> "×";
            case UNKNOWN -> "○";
        };
    }

    public static Style style(Verdict verdict) {
        return switch (verdict) {
            case HELD -> Style.HEALTHY;
            case BROKEN -> Style.DEGRADED;
            case UNKNOWN -> Style.PLAIN;
        };
    }
}
