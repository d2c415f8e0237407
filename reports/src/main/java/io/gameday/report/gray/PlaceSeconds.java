package io.gameday.report.gray;

import io.gameday.observability.Scope;
import io.gameday.report.gray.Moment.Counted;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How many seconds of the run a place was in each quadrant.
///
/// @param overload     with customers hurt by refusals, told or not
/// @param overloadTold of these, the seconds in which an alarm or a health check said something
/// @param unread       with customers hurt and nothing known to say so, while the tool whose alarms are graded was not read
/// @param unasked      without a request of a customer
/// @param servers      what the place's servers counted while its customers were hurt; null where they were never asked,
///                     as in journals from before that
public record PlaceSeconds(Scope place, long healthy, long gray, long overload, long overloadTold, long masked,
        long detected, long unread, long unasked, @Nullable Servers servers) {

    /// Seconds in which customers were hurt, by what the servers said of themselves.
    public record Servers(long well, long unwell, long unknown) {
    }

    static PlaceSeconds of(Scope place, List<Moment> moments, boolean asked) {
        return new PlaceSeconds(place, count(moments, Quadrant.HEALTHY), count(moments, Quadrant.GRAY),
                count(moments, Quadrant.OVERLOAD), count(moments, m -> m.quadrant() == Quadrant.OVERLOAD && m.said()),
                count(moments, Quadrant.MASKED), count(moments, Quadrant.DETECTED), count(moments, Quadrant.UNREAD),
                count(moments, Quadrant.UNASKED),
                asked
                        ? new Servers(hurt(moments, Counted.WELL), hurt(moments, Counted.UNWELL),
                                hurt(moments, Counted.UNKNOWN))
                        : null);
    }

    private static long hurt(List<Moment> moments, Counted counted) {
        return count(moments, m -> m.felt().hurt() && m.servers() == counted);
    }

    private static long count(List<Moment> moments, Quadrant quadrant) {
        return count(moments, m -> m.quadrant() == quadrant);
    }

    private static long count(List<Moment> moments, Predicate<Moment> which) {
        return moments.stream().filter(which).count();
    }
}
