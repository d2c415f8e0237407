package io.gameday.report.chart;

import io.gameday.report.chart.Chart.Band;
import io.gameday.report.chart.Chart.Mark;
import io.gameday.report.gray.Moment;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Customers' view above that of alarms and health checks, a lane for each place over one time axis.
///
/// @param leftOut lanes that were left out because they were less gray, where there are too many
public record Lanes(Instant from, Instant to, List<Lane> lanes, List<Band> faults, List<Mark> marks,
        int leftOut) implements Picture {

    @Override
    public Lanes said(UnaryOperator<String> words) {
        return new Lanes(from, to, lanes.stream()
                .map(lane -> new Lane(words.apply(lane.name()), words.apply(lane.note()), lane.moments())).toList(),
                Picture.bands(faults, words), Picture.marks(marks, words), leftOut);
    }

    /// @param note how long it was gray, within the picture or not
    public record Lane(String name, String note, List<Moment> moments) {
    }
}
