package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.MetricCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A part of the schedule. What the file says is exact, from the first injection; the clock is in whole minutes.
///
/// @param clock   time of day at which it begins; empty where the day is not settled
/// @param minutes that are planned for it
/// @param until   its end, counted from the first injection; zero for what comes before it
public record Slot(Part part, String clock, long minutes, Duration until) {

    /// The phases of a game day as people meet them.
    public enum Part {
        PREPARE, BASELINE, INJECT, DETECT, RESPOND, RECOVER, LEARN
    }

    private static final long PREPARING = 15;
    private static final long SHORTEST_BASELINE = 5;
    private static final long LEARNING = 20;

    static List<Slot> all(Experiment experiment, List<PlannedFault> faults, List<PlannedOperation> operations,
            List<Foretold> foretold, Limits limits, Occasion occasion) {
        Duration detected = latest(foretold.stream().filter(line -> line.phase() == Foretold.Phase.DETECT)
                .map(Foretold::by).filter(Objects::nonNull));
        Duration ended = latest(
                Stream.concat(faults.stream().map(fault -> fault.ends() == null ? fault.at() : fault.ends()),
                        operations.stream().map(step -> step.ends() == null ? step.at() : step.ends())));
        Duration responded = latest(Stream.concat(Stream.of(ended, detected),
                foretold.stream().map(Foretold::by).filter(Objects::nonNull)));
        Duration gone = latest(
                Stream.concat(Stream.of(responded), faults.stream().map(PlannedFault::gone).filter(Objects::nonNull)));
        Rows rows = new Rows(occasion);
        rows.add(Part.PREPARE, PREPARING, Duration.ZERO);
        rows.add(Part.BASELINE, Math.max(SHORTEST_BASELINE, minutes(steady(experiment, limits))), Duration.ZERO);
        rows.add(Part.INJECT, minutes(PlannedFault.zero(experiment)), Duration.ZERO);
        rows.add(Part.DETECT, minutes(detected), detected);
        rows.add(Part.RESPOND, minutes(responded.minus(detected)), responded);
        rows.add(Part.RECOVER, minutes(gone.plus(limits.settle()).minus(responded)), gone.plus(limits.settle()));
        rows.add(Part.LEARN, LEARNING, Duration.ZERO);
        return List.copyOf(rows.slots);
    }

    private static Duration steady(Experiment experiment, Limits limits) {
        return limits.ramp().plus(latest(
                experiment.prepare().steadyState().stream().map(MetricCondition::lasts).filter(Objects::nonNull)));
    }

    private static Duration latest(Stream<Duration> times) {
        return times.reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    /// Begun minutes count.
    private static long minutes(Duration time) {
        return time.plusSeconds(59).toMinutes();
    }

    /// Slots, one after the other.
    private static final class Rows {
        private final Occasion occasion;
        private final List<Slot> slots = new ArrayList<>();
        private long minutes;

        Rows(Occasion occasion) {
            this.occasion = occasion;
        }

        void add(Part part, long length, Duration until) {
            slots.add(new Slot(part, occasion.clock(Duration.ofMinutes(minutes)), length, until));
            minutes += length;
        }
    }
}
