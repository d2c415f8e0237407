package io.gameday.reference.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which zone new requests leave, and until when. As with AWS's zonal shift there is one at a time and it is always
/// temporary; unlike there, one that would leave a cell nothing healthy is refused.
///
/// Not for use by several threads.
public final class ZoneShift {

    public static final Duration SHORTEST = Duration.ofSeconds(1);
    /// AWS's.
    public static final Duration LONGEST = Duration.ofHours(72);

    private @Nullable Shift shift;

    /// @param until when it ends by itself
    public record Shift(String zone, Instant until) {
    }

    /// Whether customers can go to another cell when theirs has no zone left.
    public enum Reach {
        OWN_CELL, ANY_CELL
    }

    /// Why the zone cannot be shifted away now; empty when it can.
    ///
    /// @param healthy by cell, the zones in which it has a healthy task
    public Optional<String> refusal(String zone, Map<String, Set<String>> healthy, Reach reach, Instant now) {
        Optional<Shift> other = inForce(now);
        if (other.isPresent()) {
            return Optional.of("one zone at a time: " + other.get().zone() + " is shifted away until "
                    + other.get().until() + "; take that back first");
        }
        var empty = healthy.entrySet().stream().filter(cell -> cell.getValue().stream().allMatch(zone::equals))
                .map(Map.Entry::getKey).sorted().toList();
        boolean refused = reach == Reach.OWN_CELL ? !empty.isEmpty() : empty.size() == healthy.size();
        return refused
                ? Optional.of("without " + zone + " there would be no healthy task in " + String.join(", ", empty)
                        + "; nothing was shifted")
                : Optional.empty();
    }

    public void begin(String zone, Instant until) {
        shift = new Shift(zone, until);
    }

    /// Takes the shift away from this zone back.
    ///
    /// @return false when there is none
    public boolean takeBack(String zone) {
        boolean was = shift != null && shift.zone().equals(zone);
        if (was) {
            shift = null;
        }
        return was;
    }

    /// The shift whose time is over, told once.
    public Optional<Shift> expired(Instant now) {
        Shift last = shift;
        if (last == null || now.isBefore(last.until())) {
            return Optional.empty();
        }
        shift = null;
        return Optional.of(last);
    }

    public Optional<Shift> inForce(Instant now) {
        return Optional.ofNullable(shift).filter(held -> now.isBefore(held.until()));
    }
}
