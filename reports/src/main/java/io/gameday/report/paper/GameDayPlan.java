package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.report.phrase.OwnWords;
import io.gameday.target.FaultPlan;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Everything that whoever leads a game day takes along: plan, run sheet, cards. It names what will be broken, so it is
/// not for those who are to find out; they get an [AudiencePlan].
///
/// @param name     of the experiment, as commands call it
/// @param when     day and time; empty where it is not settled
/// @param own      true for a system of the team's own, whose customers may be real
/// @param asked    what customers ask of such a system; empty for the reference app
/// @param requests as the target calls them, such as `orders`
/// @param headroom capacity held, in percent of the peak; 0 where only its team knows it
/// @param rate     requests per second of all customers together
/// @param alarmsFrom tool whose alarms are graded; `gameday` for its own, and likewise `pagesFrom`
/// @param faults   in the order in which they are injected
/// @param operations what is done besides, likewise
/// @param watch    predictions of alarms, pages and silence
/// @param lease    after which a fault ends where its effect is, unless renewed
/// @param gate     how long the steady state may take to be seen
/// @param first    from the steady state to the first injection
/// @param rollouts the deployments among the faults
public record GameDayPlan(String name, String title, String hypothesis, String when, boolean own, String asked,
        String requests, List<String> cells, List<String> zones, int headroom, int customers, String rate,
        String alarmsFrom, String pagesFrom, List<PlannedFault> faults, List<PlannedOperation> operations,
        BlastRadius radius, List<Bound> steady, List<Bound> stops, List<Foretold> watch, List<Slot> schedule,
        List<Role.Seat> seats, List<Role> cards, List<SheetRow> sheet, Duration lease, Duration gate, Duration first,
        List<PlannedRollout> rollouts) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("name", "title", "hypothesis", "asked", "cells", "zones", "alarmsFrom", "pagesFrom");
    }

    /// @param plans one for each step, in the order of the file; fewer where `doubt` says why
    /// @param doubt why it is not known what the steps reach; empty where it is
    public static GameDayPlan of(Experiment experiment, List<FaultPlan> plans, String doubt, Limits limits,
            Occasion occasion) {
        var system = experiment.system();
        var own = system.own();
        List<PlannedFault> faults = PlannedFault.of(experiment, plans, limits);
        List<PlannedOperation> operations = PlannedOperation.of(experiment);
        List<Foretold> foretold = Foretold.of(experiment);
        BlastRadius radius = BlastRadius.of(experiment, plans, doubt);
        List<Bound> steady = Bound.all(experiment.prepare().steadyState());
        TargetKind target = own == null ? TargetKind.LOCAL : TargetKind.HTTP;
        return new GameDayPlan(experiment.name(), experiment.title(), experiment.hypothesis(), occasion.words(),
                own != null, own == null ? "" : own.request().toString(), target.requests(), system.cellNames(),
                system.zones(), system.headroomPercent(), experiment.traffic().customers(),
                BlastRadius.number(experiment.traffic().rate()), experiment.graded().alarms().word(),
                experiment.graded().pages().word(), faults, operations, radius, steady,
                Bound.all(experiment.prepare().stopWhen()),
                foretold.stream().filter(line -> line.kind().tells()).toList(),
                Slot.all(experiment, faults, operations, foretold, limits, occasion),
                Role.seats(experiment.learn().owner(), occasion), List.of(Role.values()),
                SheetRow.all(steady, faults, operations, foretold, radius, limits), limits.lease(), limits.gate(),
                PlannedFault.zero(experiment), PlannedRollout.of(experiment));
    }
}
