package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.observability.Scope;
import java.time.Duration;
import java.util.List;

/// What those may read before a game day who are to find out what is broken. It holds nothing of the faults, their aim,
/// the hypothesis or the predictions, nor the experiment's name, so no template can tell of them either.
///
/// @param when    day and time; empty where it is not settled
/// @param own     true for a system of the team's own, whose customers may be real
/// @param steady  what well is for the whole site; a bound on one place would say where to look
/// @param begins  time of day; empty where the day is not settled, and likewise `ends`
/// @param minutes that the day takes, in whole quarters of an hour
/// @param cards   of those who may not know, and everybody's
public record AudiencePlan(String when, boolean own, List<Bound> steady, String begins, String ends, long minutes,
        List<Role.Seat> seats, List<Role> cards) {

    private static final long QUARTER = 15;

    public static AudiencePlan of(Experiment experiment, Limits limits, Occasion occasion) {
        List<PlannedFault> faults = PlannedFault.of(experiment, List.of(), limits);
        // Exact minutes would tell how long the faults last.
        long exact = Slot
                .all(experiment, faults, PlannedOperation.of(experiment), Foretold.of(experiment), limits, occasion)
                .stream().mapToLong(Slot::minutes).sum();
        long minutes = (exact + QUARTER - 1) / QUARTER * QUARTER;
        return new AudiencePlan(occasion.words(), experiment.system().own() != null,
                Bound.all(experiment.prepare().steadyState().stream().filter(line -> line.scope().equals(Scope.SITE))
                        .toList()),
                occasion.clock(Duration.ZERO), occasion.clock(Duration.ofMinutes(minutes)), minutes,
                Role.seats(experiment.learn().owner(), occasion), Role.AUDIENCE);
    }
}
