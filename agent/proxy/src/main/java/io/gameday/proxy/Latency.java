package io.gameday.proxy;

/// Delays each chunk, counted from its arrival. Chunks are delayed side by side, so throughput is not cut, and keep
/// their order.
///
/// @param latency milliseconds, 0 to 30 000
/// @param jitter  greatest distance from `latency` either way, milliseconds, 0 to `latency`
public record Latency(long latency, long jitter) implements Toxic {

    public Latency {
        Range.check("latency", latency, 0, Range.LONGEST_DELAY, " ms");
        Range.check("jitter", jitter, 0, latency, " ms");
    }

    @Override
    public String type() {
        return "latency";
    }
}
