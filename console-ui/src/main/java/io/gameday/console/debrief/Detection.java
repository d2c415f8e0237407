package io.gameday.console.debrief;

import io.gameday.observability.Scope;
import java.util.List;
import java.util.Optional;

/// How a run was detected: the square of customers and observers, the windows of impact, who was paged.
///
/// @param lanes          the site first, then zones, then cells
/// @param standingBefore what is left out since it stood before the first fault
public record Detection(List<PlaceLane> lanes, List<DetectionLine> lines, List<String> standingBefore) {

    /// The places of the square.
    List<PlaceLane> places() {
        return lanes.stream().filter(lane -> !(lane.place() instanceof Scope.Site)).toList();
    }

    Optional<PlaceLane> lane(Scope place) {
        return lanes.stream().filter(lane -> lane.place().equals(place)).findFirst();
    }
}
