package io.gameday.experiment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a past incident is graded against: the file of `gameday grade`.
///
/// @param title     empty when none was given
/// @param customers the query of what customers felt; empty when none was given
/// @param objective null when none was given
public record GradeFile(String title, String customers, @Nullable Objective objective, List<Wanted> alarms) {

    public static final GradeFile NOTHING = new GradeFile("", "", null, List.of());

    /// An alarm that had to ring.
    ///
    /// @param within from the beginning of each window outside the objective
    /// @param team   that had to be told; null when that is not asked
    public record Wanted(String name, Duration within, @Nullable String team) {
    }
}
