package io.gameday.report.chart;

import io.gameday.report.chart.Chart.Band;
import io.gameday.report.chart.Chart.Mark;
import io.gameday.report.gray.Moment;
import java.time.Instant;
import java.util.List;

/// Customers' view above that of alarms and health checks, a lane for each place over one time axis.
///
/// @param leftOut lanes that were left out because they were less gray, where there are too many
public record Lanes(Instant from, Instant to, List<Lane> lanes, List<Band> faults, List<Mark> marks,
        int leftOut) implements Picture {

    /// @param note how long it was gray, within the picture or not
    public record Lane(String name, String note, List<Moment> moments) {
    }
}
