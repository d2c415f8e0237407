package io.gameday.reference.policy;

/// Adds up what the attempts at one request carried.
///
/// Not for use by several threads.
public final class TransferCount {

    private final String entry;
    private long bytes;
    private long crossed;

    /// @param entry zone in which the request entered
    public TransferCount(String entry) {
        this.entry = entry;
    }

    /// @param zone of the task at the other end
    public void add(String zone, long more) {
        bytes += more;
        crossed += zone.equals(entry) ? 0 : more;
    }

    public String entry() {
        return entry;
    }

    public long bytes() {
        return bytes;
    }

    public long crossed() {
        return crossed;
    }

    /// As the header `x-gameday-transfer` has it: all bytes, and those that crossed.
    @Override
    public String toString() {
        return bytes + "/" + crossed;
    }
}
