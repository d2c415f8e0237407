package io.gameday.proxy;

/// Checks of numbers that people send.
final class Range {

    /// The longest delay of data: beyond half a minute a client has long given up.
    static final long LONGEST_DELAY = 30_000;

    /// The longest wait before a close, in milliseconds.
    static final long LONGEST_WAIT = 600_000;

    private Range() {
    }

    static void check(String field, long value, long least, long most, String unit) {
        if (value < least || value > most) {
            String allowed = most == Long.MAX_VALUE ? least + " or more" : least + " to " + most + unit;
            throw new IllegalArgumentException(field + " is " + value + unit + "; allowed: " + allowed);
        }
    }
}
