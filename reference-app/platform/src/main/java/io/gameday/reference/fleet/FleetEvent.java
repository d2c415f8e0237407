package io.gameday.reference.fleet;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.reference.fleet.FleetFault.Planned;

/// Something that happened in a fleet's day.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FleetEvent {

    /// The first of every journal.
    record DayStarted(String title, long seed, int minutes, int regions, int clusters,
            int cells) implements FleetEvent {
    }

    record GenerationStarted(Generation generation, int stacks) implements FleetEvent {
    }

    record FaultBegan(Planned fault) implements FleetEvent {
    }

    record FaultEnded(Planned fault) implements FleetEvent {
    }

    /// @param alarm by its reference: of a cell, or a composite
    record AlarmChanged(String alarm, AlarmState to, String evidence) implements FleetEvent {
    }

    /// @param failOpen whether the name means all cells from here on
    record CellLeft(String cell, String why, boolean failOpen) implements FleetEvent {
    }

    record CellBack(String cell) implements FleetEvent {
    }

    /// @param by the Region's composite alarm
    record Paged(String by) implements FleetEvent {
    }

    /// An hour of the whole fleet.
    ///
    /// @param requests answered or not
    /// @param hosts    at its end
    record HourMeasured(long requests, long failed, int hosts) implements FleetEvent {
    }
}
