package io.gameday.proxy;

/// Resets both sides once the first data, or the end of it, arrives.
///
/// @param timeout milliseconds between that arrival and the reset, 0 to 600 000
public record ResetPeer(long timeout) implements Toxic {

    public ResetPeer {
        Range.check("timeout", timeout, 0, Range.LONGEST_WAIT, " ms");
    }

    @Override
    public String type() {
        return "reset_peer";
    }
}
