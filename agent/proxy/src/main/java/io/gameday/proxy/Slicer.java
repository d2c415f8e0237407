package io.gameday.proxy;

/// Cuts chunks into small pieces.
///
/// @param averageSize   bytes, 1 or more
/// @param sizeVariation greatest distance from `averageSize` either way, bytes, below `averageSize`
/// @param delay         microseconds after each piece, 0 to 30 000 000
public record Slicer(long averageSize, long sizeVariation, long delay) implements Toxic {

    public Slicer {
        Range.check("average_size", averageSize, 1, Integer.MAX_VALUE, " bytes");
        Range.check("size_variation", sizeVariation, 0, averageSize - 1, " bytes");
        Range.check("delay", delay, 0, Range.LONGEST_DELAY * 1000, " µs");
    }

    @Override
    public String type() {
        return "slicer";
    }
}
