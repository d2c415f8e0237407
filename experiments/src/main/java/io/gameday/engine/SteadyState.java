package io.gameday.engine;

import io.gameday.experiment.MetricCondition;
import io.gameday.experiment.Units;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Journal;
import io.gameday.journal.Verdict;
import io.gameday.observability.Second;
import io.gameday.observability.Tally;
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

    /// Journals how each line stands. @return the first line that does not hold, in words
    Optional<String> conclude(Journal journal) {
        for (Line line : lines) {
            Verdict verdict = line.held()
                    ? Verdict.HELD
                    : line.total.requests() == 0 ? Verdict.UNKNOWN : Verdict.BROKEN;
            journal.append(new Event.SteadyStateMeasured(when, line.condition.words(), verdict, line.value(),
                    line.total.requests(), line.total.useful(), line.since));
        }
        return lines.stream().filter(line -> !line.held()).map(
                line -> line.condition.words() + ": last " + line.value() + ", held for " + Units.words(line.since))
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

        boolean held() {
            Duration lasts = condition.lasts();
            return lasts != null && since.compareTo(lasts) >= 0;
        }

        /// While it holds the value over the whole time, else that of the newest second.
        String value() {
            var value = condition.metric().of(total.requests() > 0 ? total : newest);
            return value.isEmpty() ? "no requests" : condition.metric().words(value.getAsDouble());
        }
    }
}
