package io.gameday.report.gray;

import io.gameday.observability.Scope;
import java.util.List;

/// How many seconds of the run a place was in each quadrant.
///
/// @param unasked without a request of a customer
public record PlaceSeconds(Scope place, long healthy, long gray, long masked, long detected, long unasked) {

    static PlaceSeconds of(Scope place, List<Moment> moments) {
        return new PlaceSeconds(place, count(moments, Quadrant.HEALTHY), count(moments, Quadrant.GRAY),
                count(moments, Quadrant.MASKED), count(moments, Quadrant.DETECTED), count(moments, Quadrant.UNASKED));
    }

    private static long count(List<Moment> moments, Quadrant quadrant) {
        return moments.stream().filter(m -> m.quadrant() == quadrant).count();
    }
}
