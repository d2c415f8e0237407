package io.gameday.report.chart;

import io.gameday.report.chart.Chart.Band;
import io.gameday.report.chart.Chart.Mark;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Something that is drawn over the time of a run.
public sealed interface Picture permits Chart, Lanes {

    /// Left edge.
    Instant from();

    /// Right edge, after `from`.
    Instant to();

    List<Band> faults();

    List<Mark> marks();

    /// The same with each of its texts as `words` gives it, so that labels get the room that these need.
    Picture said(UnaryOperator<String> words);

    static List<Band> bands(List<Band> faults, UnaryOperator<String> words) {
        return faults.stream().map(band -> new Band(band.from(), band.to(), band.over(), words.apply(band.label()),
                words.apply(band.endLabel()))).toList();
    }

    static List<Mark> marks(List<Mark> marks, UnaryOperator<String> words) {
        return marks.stream().map(mark -> new Mark(mark.at(), mark.kind(), words.apply(mark.label()))).toList();
    }
}
