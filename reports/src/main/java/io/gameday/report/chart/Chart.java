package io.gameday.report.chart;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Availability per second in small multiples over one time axis.
///
/// @param from      left edge
/// @param to        right edge, after `from`
/// @param objective 0 to 1
/// @param leftOut   panels that were left out because they were well, where there are too many
public record Chart(Instant from, Instant to, double objective, List<Panel> panels, List<Band> faults, List<Mark> marks,
        int leftOut) implements Picture {

    @Override
    public Chart said(UnaryOperator<String> words) {
        return new Chart(from, to, objective,
                panels.stream()
                        .map(panel -> new Panel(words.apply(panel.name()), words.apply(panel.note()), panel.tall(),
                                panel.points(), words.apply(panel.silence())))
                        .toList(),
                Picture.bands(faults, words), Picture.marks(marks, words), leftOut);
    }

    /// One line.
    ///
    /// @param note    second line under the name
    /// @param tall    drawn higher than the others
    /// @param silence what to write where there was no traffic
    public record Panel(String name, String note, boolean tall, List<Point> points, String silence) {
    }

    /// One second; without requests it is neither good nor bad.
    public record Point(Instant second, long requests, long useful) {

        public boolean traffic() {
            return requests > 0;
        }

        public double availability() {
            return (double) useful / requests;
        }
    }

    /// A fault in force.
    ///
    /// @param over false when it was still in force at the right edge
    public record Band(Instant from, Instant to, boolean over, String label, String endLabel) {
    }

    /// An instant worth a line.
    public record Mark(Instant at, Kind kind, String label) {
        public enum Kind {
            ALARM, MITIGATED
        }
    }
}
