package io.gameday.engine;

import io.gameday.experiment.MetricCondition;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Journal;
import io.gameday.journal.Verdict;
import io.gameday.observability.Second;
import io.gameday.observability.Tally;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Watches whether every line of the steady state holds for its time without a break.
final class SteadyState {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Line> lines = new ArrayList<>();
    private final When when;

    SteadyState(List<MetricCondition> conditions, When when) {
        this.when = when;
        conditions.forEach(condition -> lines.add(new Line(condition)));
    }

    /// Takes the next second in. @return true once every line has held for its time
    boolean measured(Second second) {
        lines.forEach(line -> line.measured(second));
        return lines.stream().allMatch(Line::held);
    }

    /// A line that does not hold. @param verdict broken, or unknown where there were no requests
    record Missed(Verdict verdict, String words) {
    }

    /// A limit that the lines can meet, however long they must hold.
    Duration longEnough(Duration limit) {
        Duration needed = lines.stream().map(Line::lasts).max(Duration::compareTo).orElse(Duration.ZERO)
                .multipliedBy(2);
        return needed.compareTo(limit) > 0 ? needed : limit;
    }

    /// Journals how each line stands. @return the first line that does not hold
    Optional<Missed> conclude(Journal journal) {
        for (Line line : lines) {
            Tally seen = line.seen();
            journal.append(new Event.SteadyStateMeasured(when, line.condition.words(), line.verdict(), line.value(),
                    seen.requests(), seen.useful(), line.since));
        }
        return lines.stream().filter(line -> !line.held())
                .map(line -> new Missed(line.verdict(),
                        line.condition.words() + ": last " + line.value() + ", held for " + Units.words(line.since)))
                .findFirst();
    }

    private static final class Line {
        private final MetricCondition condition;
        private Duration since = Duration.ZERO;
        private Tally total = Tally.NONE;
        private Tally newest = Tally.NONE;

        Line(MetricCondition condition) {
            this.condition = condition;
        }

        void measured(Second second) {
            newest = condition.tally(second);
            boolean holds = condition.holds(newest).orElse(false);
            since = holds ? since.plus(SECOND) : Duration.ZERO;
            total = holds ? total.plus(newest) : Tally.NONE;
        }

        Duration lasts() {
            return condition.lasts() == null ? SECOND : condition.lasts();
        }

        boolean held() {
            return since.compareTo(lasts()) >= 0;
        }

        Verdict verdict() {
            return held() ? Verdict.HELD : seen().requests() == 0 ? Verdict.UNKNOWN : Verdict.BROKEN;
        }

        /// While it holds the whole time, else the newest second.
        Tally seen() {
            return total.requests() > 0 ? total : newest;
        }

        String value() {
            var value = condition.metric().of(seen());
            return value.isEmpty() ? "no requests" : condition.metric().words(value.getAsDouble());
        }
    }
}
