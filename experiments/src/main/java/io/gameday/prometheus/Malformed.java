package io.gameday.prometheus;

/// A line cannot be read. The message says what stands there and what is allowed.
final class Malformed extends Exception {

    private static final int SHOWN = 40;

    Malformed(String message) {
        super(message, null, false, false);
    }

    /// @param what    in words, such as `label name`
    /// @param value   as it stands there
    /// @param allowed in words
    Malformed(String what, String value, String allowed) {
        this(what + " is '" + shown(value) + "'; allowed: " + allowed);
    }

    /// Somebody else's text, fit for a message: short, and without anything that moves a cursor.
    static String shown(String value) {
        String begin = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return begin.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    }
}
