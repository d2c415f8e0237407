package io.gameday.report.brief;

import java.util.List;
import java.util.function.Function;

/// As many items as there is room for, and how many more there are: what is left out is told.
///
/// @param more that are not shown
public record Few<T>(List<T> shown, int more) {

    public Few {
        shown = List.copyOf(shown);
    }

    static <T> Few<T> of(List<T> all, int most) {
        return new Few<>(all.subList(0, Math.min(most, all.size())), Math.max(0, all.size() - most));
    }

    <R> Few<R> map(Function<T, R> as) {
        return new Few<>(shown.stream().map(as).toList(), more);
    }
}
