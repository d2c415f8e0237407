package io.gameday.proxy;

/// Drops all data, and closes the connection when none has arrived for a while.
///
/// @param timeout milliseconds without data until the close, 0 to 600 000; 0 never closes
public record Timeout(long timeout) implements Toxic {

    public Timeout {
        Range.check("timeout", timeout, 0, Range.LONGEST_WAIT, " ms");
    }

    @Override
    public String type() {
        return "timeout";
    }
}
