package io.gameday.engine;

import io.gameday.experiment.Metric;
import io.gameday.experiment.MetricCondition;
import io.gameday.experiment.MetricCondition.Comparison;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Journal;
import io.gameday.journal.Verdict;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Second;
import io.gameday.observability.SeriesKey;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The steady state and the stop conditions. Each letter is one second: `o` 100 %, `x` 40 %, `-` without requests.
class ConditionsTest {

    private final List<Event> events = new ArrayList<>();
    private final Journal journal = event -> {
        events.add(event);
        return new Entry(events.size(), Instant.EPOCH, "run", event);
    };

    @Test
    void aSteadyStateIsSeenAfterItsTimeWithoutABreak() {
        assertThat(secondsUntilSteady("oooo")).isEqualTo(3);
        assertThat(secondsUntilSteady("ooxooo")).isEqualTo(6);
        assertThat(secondsUntilSteady("oo-ooo")).as("nothing seen is a break").isEqualTo(6);
        assertThat(secondsUntilSteady("ooxoox")).isEqualTo(-1);
    }

    @Test
    void aSteadyStateThatHeldIsJournalledOverItsWholeTime() {
        assertThat(concluded("xooo")).isEmpty();
        assertThat(measured()).isEqualTo(new SteadyStateMeasured(When.BEFORE, "availability ≥ 99 % for 3 s",
                Verdict.HELD, "100 %", 300, 300, Duration.ofSeconds(3)));
    }

    @Test
    void aSteadyStateThatIsNotThereIsBrokenByItsNewestSecond() {
        assertThat(concluded("oox")).contains(
                new SteadyState.Missed(Verdict.BROKEN, "availability ≥ 99 % for 3 s: last 40 %, held for 0 ms"));
        assertThat(measured()).isEqualTo(new SteadyStateMeasured(When.BEFORE, "availability ≥ 99 % for 3 s",
                Verdict.BROKEN, "40 %", 100, 40, Duration.ZERO));
    }

    @Test
    void aSteadyStateWithoutRequestsIsUnknown() {
        assertThat(concluded("oo-")).map(SteadyState.Missed::verdict).contains(Verdict.UNKNOWN);
    }

    @Test
    void aStopConditionIsMetAfterItsTime() {
        assertThat(secondsUntilStop(List.of(below(3)), "oxxx")).isEqualTo(4);
        assertThat(secondsUntilStop(List.of(below(3)), "xxoxx")).isEqualTo(-1);
    }

    @Test
    void aSecondWithoutRequestsNeitherCountsNorResets() {
        assertThat(secondsUntilStop(List.of(below(3)), "xx--x")).isEqualTo(5);
    }

    @Test
    void aStopConditionThatStandsThereTwiceCountsOnce() {
        assertThat(secondsUntilStop(List.of(below(3), below(3)), "xxx")).isEqualTo(3);
    }

    @Test
    void whatIsMetIsToldWithItsValue() {
        assertThat(new StopConditions(List.of(below(1))).measured(second('x')))
                .isEqualTo(Optional.of(new StopConditions.Met("availability < 50 % for 1 s", "40 %")));
    }

    private static int secondsUntilSteady(String series) {
        SteadyState state = new SteadyState(List.of(steady()), When.BEFORE);
        for (int i = 0; i < series.length(); i++) {
            if (state.measured(second(series.charAt(i)))) {
                return i + 1;
            }
        }
        return -1;
    }

    private Optional<SteadyState.Missed> concluded(String series) {
        SteadyState state = new SteadyState(List.of(steady()), When.BEFORE);
        series.chars().forEach(c -> state.measured(second((char) c)));
        return state.conclude(journal);
    }

    private static int secondsUntilStop(List<MetricCondition> conditions, String series) {
        StopConditions stop = new StopConditions(conditions);
        for (int i = 0; i < series.length(); i++) {
            if (stop.measured(second(series.charAt(i))).isPresent()) {
                return i + 1;
            }
        }
        return -1;
    }

    private SteadyStateMeasured measured() {
        return (SteadyStateMeasured) events.getFirst();
    }

    private static MetricCondition steady() {
        return new MetricCondition(Metric.AVAILABILITY, Scope.SITE, Comparison.AT_LEAST, 99, Duration.ofSeconds(3));
    }

    private static MetricCondition below(int seconds) {
        return new MetricCondition(Metric.AVAILABILITY, Scope.SITE, Comparison.BELOW, 50, Duration.ofSeconds(seconds));
    }

    private static Second second(char kind) {
        Tally tally = switch (kind) {
            case 'o' -> new Tally(100, 100, 1, 1);
            case 'x' -> new Tally(100, 40, 1, 1);
            default -> Tally.NONE;
        };
        return new Second(Instant.EPOCH, Map.of(new SeriesKey(Observer.CUSTOMER, Scope.SITE), tally), Set.of(),
                Map.of());
    }
}
