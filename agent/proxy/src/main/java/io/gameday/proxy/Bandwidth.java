package io.gameday.proxy;

/// Lets only so many bytes pass per second.
///
/// @param rate in 1000 bytes per second; 0 lets nothing pass until the toxic is changed or taken away
public record Bandwidth(long rate) implements Toxic {

    public Bandwidth {
        Range.check("rate", rate, 0, Long.MAX_VALUE, " KB/s");
    }

    @Override
    public String type() {
        return "bandwidth";
    }
}
