package io.gameday.report.paper;

import io.gameday.experiment.MetricCondition;
import io.gameday.observability.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bound on what customers see, ready for a template.
///
/// @param number 1 for the first of its list
/// @param metric such as `availability`
/// @param place  such as `zone az1`; empty for the whole site
/// @param bound  such as `≥ 99.9 %`
/// @param lasts  null where the place has a default
public record Bound(int number, String metric, String place, String bound, @Nullable Duration lasts) {

    static Bound of(int number, MetricCondition condition) {
        return new Bound(number, condition.metric().word(), place(condition.scope()), condition.bound(),
                condition.lasts());
    }

    static List<Bound> all(List<MetricCondition> conditions) {
        List<Bound> bounds = new ArrayList<>();
        conditions.forEach(condition -> bounds.add(of(bounds.size() + 1, condition)));
        return List.copyOf(bounds);
    }

    /// Of the whole site, which says so by nothing.
    static String place(Scope scope) {
        return scope.equals(Scope.SITE) ? "" : scope.toString();
    }
}
