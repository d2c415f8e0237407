package io.gameday.proxy;

/// Closes the connection once so many bytes have passed. The count is kept when the toxic is changed.
///
/// @param bytes 0 or more; 0 closes at the first chunk
public record LimitData(long bytes) implements Toxic {

    public LimitData {
        Range.check("bytes", bytes, 0, Long.MAX_VALUE, " bytes");
    }

    @Override
    public String type() {
        return "limit_data";
    }
}
