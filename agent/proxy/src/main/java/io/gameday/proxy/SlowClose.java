package io.gameday.proxy;

/// Lets data pass and holds back the end of it.
///
/// @param delay milliseconds, 0 to 600 000
public record SlowClose(long delay) implements Toxic {

    public SlowClose {
        Range.check("delay", delay, 0, Range.LONGEST_WAIT, " ms");
    }

    @Override
    public String type() {
        return "slow_close";
    }
}
