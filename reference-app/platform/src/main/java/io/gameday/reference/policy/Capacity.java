package io.gameday.reference.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// How much is provisioned for a peak, scaled ahead of trouble.
///
/// ```
/// perZone      = ceil(headroom × peak / zones × 1.1)     requests/s
/// slotsPerTask = max(1, ceil(perZone / cells × hold))    requests at once; one task per cell and zone
/// ```
///
/// The tenth on top keeps queues short at the peak itself. All of it is exact: 1.1 is no binary fraction, and a
/// rounding error would add a slot.
///
/// @param perZone      requests per second that one zone carries
/// @param slotsPerTask requests that one task works on at once
/// @param slotsPerZone slots of all tasks of a zone; a hard limit, no further task fits
public record Capacity(int perZone, int slotsPerTask, int slotsPerZone) {

    private static final BigDecimal RESERVE = new BigDecimal("1.1");

    /// @param peak            requests per second at the peak, over all zones; more than 0
    /// @param headroomPercent what is provisioned of the peak; 100 to 300
    /// @param hold            how long one request holds its slot; more than zero
    public static Capacity of(double peak, int headroomPercent, int zones, int cells, Duration hold) {
        positive("peak", peak);
        positive("zones", zones);
        positive("cells", cells);
        positive("hold", hold.toMillis());
        if (headroomPercent < 100 || headroomPercent > 300) {
            throw new IllegalArgumentException("headroom is " + headroomPercent + " %; allowed: 100 to 300 %");
        }
        BigDecimal exact = BigDecimal.valueOf(peak).multiply(RESERVE).multiply(BigDecimal.valueOf(headroomPercent))
                .divide(BigDecimal.valueOf(100L * zones), 9, RoundingMode.HALF_UP);
        int perZone = exact.setScale(0, RoundingMode.CEILING).intValueExact();
        int slots = BigDecimal.valueOf(perZone).multiply(BigDecimal.valueOf(hold.toMillis()))
                .divide(BigDecimal.valueOf(1000L * cells), 0, RoundingMode.CEILING).intValueExact();
        int slotsPerTask = Math.max(1, slots);
        return new Capacity(perZone, slotsPerTask, slotsPerTask * cells);
    }

    /// A zone of so many parts like this one.
    public Capacity times(int parts) {
        return new Capacity(perZone * parts, slotsPerTask, slotsPerZone * parts);
    }

    /// The same tasks in zones whose machines have room for so many times as many.
    public Capacity withRoom(int times) {
        return new Capacity(perZone, slotsPerTask, slotsPerZone * times);
    }

    private static void positive(String field, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(field + " is " + value + "; allowed: more than 0");
        }
    }
}
