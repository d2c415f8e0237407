package io.gameday.report.chart;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Availability per second in small multiples over one time axis.
///
/// @param from      left edge
/// @param to        right edge, after `from`
/// @param objective 0 to 1
/// @param leftOut   panels that were left out because they were well, where there are too many
public record Chart(Instant from, Instant to, double objective, List<Panel> panels, List<Band> faults, List<Mark> marks,
        int leftOut) implements Picture {

    /// About as many as a picture has columns: more could not be told apart.
    private static final int MOST_STEPS = 600;

    /// How many seconds one step of a line stands for, which shows the worst of them: 1 for up to ten minutes.
    public int step() {
        int seconds = panels.stream().mapToInt(panel -> panel.points().size()).max().orElse(0);
        return Math.max(1, Math.ceilDiv(seconds, MOST_STEPS));
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

        /// The one in which customers were served worst, at the time of the first; without requests only where none
        /// has any.
        static Point worst(List<Point> points) {
            Point worst = points.stream().filter(Point::traffic).min(Comparator.comparingDouble(Point::availability))
                    .orElse(points.getFirst());
            return new Point(points.getFirst().second(), worst.requests(), worst.useful());
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
