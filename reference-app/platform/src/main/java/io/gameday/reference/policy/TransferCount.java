package io.gameday.reference.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds up what the attempts at one request carried.
///
/// Not for use by several threads.
public final class TransferCount {

    private @Nullable String entered;
    private long bytes;
    private long crossed;

    /// @param entry zone in which the request entered; empty when that is where its first attempt goes
    public TransferCount(Optional<String> entry) {
        entered = entry.orElse(null);
    }

    /// @param zone of the task at the other end
    public void add(String zone, long more) {
        entered = entered == null ? zone : entered;
        bytes += more;
        crossed += zone.equals(entered) ? 0 : more;
    }

    /// Where the request entered; empty when that is not known before its first attempt.
    public Optional<String> entry() {
        return Optional.ofNullable(entered);
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
