package io.gameday.reference.policy;

/// When the router leaves a task out.
///
/// @param failures   in a row that make it do so; 1 to 100
/// @param slowMillis an answer that took longer counts as a failure; 0 to 60 000, 0 for never
public record EvictionRule(int failures, int slowMillis) {

    /// Unless set otherwise. Slowness is left to the limit of a request.
    public static final EvictionRule USUAL = new EvictionRule(3, 0);

    /// @throws IllegalArgumentException naming the field that is out of its range
    public EvictionRule {
        if (failures < 1 || failures > 100) {
            throw new IllegalArgumentException("failures is " + failures + "; allowed: 1 to 100");
        }
        if (slowMillis < 0 || slowMillis > 60_000) {
            throw new IllegalArgumentException("slowMillis is " + slowMillis + "; allowed: 0 (never) to 60000");
        }
    }

    @Override
    public String toString() {
        return failures + " failures in a row" + (slowMillis > 0 ? ", slower than " + slowMillis + " ms is one" : "");
    }

    boolean slow(long nanos) {
        return slowMillis > 0 && nanos > slowMillis * 1_000_000L;
    }
}
