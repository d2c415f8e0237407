package io.gameday.report.chart;

import io.gameday.report.chart.Chart.Band;
import io.gameday.report.chart.Chart.Mark;
import java.time.Instant;
import java.util.List;

/// Something that is drawn over the time of a run.
public sealed interface Picture permits Chart, Lanes {

    /// Left edge.
    Instant from();

    /// Right edge, after `from`.
    Instant to();

    List<Band> faults();

    List<Mark> marks();
}
