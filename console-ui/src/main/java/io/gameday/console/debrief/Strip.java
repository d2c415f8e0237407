package io.gameday.console.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the timeline strip draws, lane by lane.
///
/// @param faults      bands, named
/// @param impact      windows in which customers had less than the objective
/// @param alarms      bars; what overlaps in time is one
/// @param silences    times in which people said nothing
/// @param standstills times in which the controller itself stood still
/// @param nobody      why the people's lane is empty; empty where people were there
public record Strip(Instant from, Instant to, @Nullable Instant zero, Curve useful, List<Span> faults,
        List<Span> impact, List<Span> alarms, List<Mark> automation, List<Mark> people, List<Span> silences,
        List<Span> standstills, String nobody) {

    /// @param label drawn inside where there is room
    /// @param after drawn behind its end; may be empty
    /// @param open  it has no end; drawn to the end of the strip
    /// @param told  everything there is to tell, with evidence
    public record Span(Instant from, Instant to, String label, String after, boolean open, String told) {

        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    public record Mark(Instant at, String label, String told) {
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
