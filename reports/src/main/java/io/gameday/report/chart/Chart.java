package io.gameday.report.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Availability per second, or another metric, in small multiples over one time axis.
///
/// @param from      left edge
/// @param to        right edge, after `from`
/// @param objective share of the height, 0 to 1, that customers are to have
/// @param leftOut   panels that were left out because they were well, where there are too many
/// @param point     how long one point lasts
/// @param bound     on which side of the objective customers miss something
public record Chart(Instant from, Instant to, double objective, List<Panel> panels, List<Band> faults, List<Mark> marks,
        int leftOut, Duration point, Bound bound) implements Picture {

    public enum Bound {
        AT_LEAST, AT_MOST
    }

    /// Of availability, second by second.
    Chart(Instant from, Instant to, double objective, List<Panel> panels, List<Band> faults, List<Mark> marks,
            int leftOut) {
        this(from, to, objective, panels, faults, marks, leftOut, Duration.ofSeconds(1), Bound.AT_LEAST);
    }

    /// The worse of two shares of the height.
    double worse(double a, double b) {
        return switch (bound) {
            case AT_LEAST -> Math.min(a, b);
            case AT_MOST -> Math.max(a, b);
        };
    }

    /// Whether customers miss something there.
    boolean missed(double share) {
        return switch (bound) {
            case AT_LEAST -> share < objective;
            case AT_MOST -> share > objective;
        };
    }

    /// The one in which customers were served worst, at the time of the first; without requests only where none has any.
    Point worst(List<Point> points) {
        Point worst = points.stream().filter(Point::traffic)
                .reduce((a, b) -> worse(a.availability(), b.availability()) == a.availability() ? a : b)
                .orElse(points.getFirst());
        return new Point(points.getFirst().second(), worst.requests(), worst.useful());
    }

    /// About as many as a picture has columns: more could not be told apart.
    private static final int MOST_STEPS = 600;

    /// How many seconds one step of a line stands for, which shows the worst of them: 1 for up to ten minutes.
    public int step() {
        int seconds = panels.stream().mapToInt(panel -> panel.points().size()).max().orElse(0);
        return Math.max(1, Math.ceilDiv(seconds, MOST_STEPS));
    }

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

    /// One second, or what [Chart#point()] says; without requests it is neither good nor bad.
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
