package io.gameday.signal.live;

import java.time.Duration;

/// How a source is read.
///
/// @param every  time between the end of one reading and the beginning of the next
/// @param lag    how far behind now is read, since a source needs a moment to write what happened; whole seconds
/// @param before how far the first reading goes back
/// @param again  how much of what was read is read once more, in case it was written late
public record Pace(Duration every, Duration lag, Duration before, Duration again) {

    /// For alarms: what is older than a minute does not change any more.
    public static final Pace ALARMS = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    /// For alarms of a source that counts every question, and writes later.
    public static final Pace METERED = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(60),
            Duration.ofMinutes(3));

    /// For pages, all of which are read each time: whether somebody is told hangs on what rang before.
    public static final Pace PAGES = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(60),
            Duration.ofDays(2));

    public Pace {
        if (!every.isPositive() || lag.isNegative() || !before.isPositive() || again.isNegative()) {
            throw new IllegalArgumentException("every is " + every + ", lag " + lag + ", before " + before + ", again "
                    + again + "; allowed: every and before above 0, the others 0 or more");
        }
    }
}
