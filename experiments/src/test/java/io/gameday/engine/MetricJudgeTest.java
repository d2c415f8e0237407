package io.gameday.engine;

import io.gameday.experiment.Expectation.MetricHolds;
import io.gameday.experiment.Metric;
import io.gameday.experiment.MetricCondition;
import io.gameday.experiment.MetricCondition.Comparison;
import io.gameday.journal.Verdict;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Second;
import io.gameday.observability.SeriesKey;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Each letter of a series is one second after the injection: `o` well, `x` bad, `-` without requests.
class MetricJudgeTest {

    @Test
    void reachedInTimeAndHeldIsHeld() {
        assertThat(judge("xxxoooooo", 5, 5).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void reachedThenLostThenMissedIsBroken() {
        Ruling ruling = judge("xooxxxxxxxxx", 5, 5);
        assertThat(ruling.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(ruling.detail()).isEqualTo("first reached +1 s, lost again +3 s, held since never");
    }

    @Test
    void reachedThenLostThenReachedAgainInTimeIsHeld() {
        assertThat(judge("oxxooooooo", 5, 5))
                .isEqualTo(Ruling.held("after 3 s", "first reached +0 ms, lost again +1 s, held since +3 s"));
    }

    @Test
    void reachedTooLateIsBroken() {
        assertThat(judge("xxxxxxxoooooooo", 5, 5).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void lostAfterTheDeadlineCannotBeMadeGood() {
        assertThat(judge("xxooooxoooooooooo", 3, 10).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void noRequestsAtAllIsUnknown() {
        assertThat(judge("----------", 5, 5).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void withoutATimeItMustHoldUntilTheFaultEndsAndTenSecondsAtLeast() {
        MetricJudge judge = new MetricJudge(new MetricHolds(condition(null), Duration.ofSeconds(5), null));
        judge.observe(new Observed.Injected(Duration.ZERO, Instant.EPOCH, "f"));
        assertThat(feed(judge, "xooooooooooooooo", 0)).isEmpty();
        judge.observe(new Observed.FaultEnded(Duration.ofSeconds(16), "f"));
        assertThat(feed(judge, "o", 16).orElseThrow().verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aValueThatComesBackOnlyBecauseTheFaultEndedIsNoResponse() {
        MetricJudge judge = new MetricJudge(new MetricHolds(condition(null), Duration.ofSeconds(4), null));
        judge.observe(new Observed.Injected(Duration.ZERO, Instant.EPOCH, "f"));
        assertThat(feed(judge, "xxx", 0)).isEmpty();
        judge.observe(new Observed.FaultEnded(Duration.ofSeconds(3), "f"));
        Ruling ruling = feed(judge, "xxoooooooooooooo", 3).orElseThrow();
        assertThat(ruling.verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aLongHoldMayReachBeyondTheFaultWhenItBeganInside() {
        MetricJudge judge = new MetricJudge(
                new MetricHolds(condition(Duration.ofSeconds(6)), Duration.ofSeconds(9), null));
        judge.observe(new Observed.Injected(Duration.ZERO, Instant.EPOCH, "f"));
        assertThat(feed(judge, "xxoo", 0)).isEmpty();
        judge.observe(new Observed.FaultEnding(Duration.ofSeconds(4), "f"));
        assertThat(feed(judge, "oooo", 4))
                .contains(Ruling.held("after 2 s", "first reached +2 s, lost again never, held since +2 s"));
    }

    @Test
    void reachedInTimeButOnlyWhenTheFaultWasTakenAwayIsBroken() {
        MetricJudge judge = new MetricJudge(
                new MetricHolds(condition(Duration.ofSeconds(5)), Duration.ofSeconds(60), null));
        judge.observe(new Observed.Injected(Duration.ZERO, Instant.EPOCH, "f"));
        assertThat(feed(judge, "xxxx", 0)).isEmpty();
        judge.observe(new Observed.FaultEnding(Duration.ofSeconds(4), "f"));
        assertThat(feed(judge, "ooooo", 4).orElseThrow().value()).isEqualTo("not while the fault lasted");
    }

    @Test
    void theEndOfAnotherStepsFaultChangesNothing() {
        MetricJudge judge = new MetricJudge(
                new MetricHolds(condition(Duration.ofSeconds(5)), Duration.ofSeconds(60), "f"));
        judge.observe(new Observed.Injected(Duration.ZERO, Instant.EPOCH, "f"));
        judge.observe(new Observed.FaultEnding(Duration.ofSeconds(1), "g"));
        assertThat(feed(judge, "xxooooo", 0).orElseThrow().verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void secondsWithoutRequestsProveNeitherHeldNorBroken() {
        assertThat(judge("xxoo-oooo", 3, 5).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge("xxoo-xooo", 3, 5).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(judge("o-oooooo", 3, 5).verdict()).isEqualTo(Verdict.HELD);
    }

    private static Ruling judge(String series, int within, int lasts) {
        MetricJudge judge = new MetricJudge(
                new MetricHolds(condition(Duration.ofSeconds(lasts)), Duration.ofSeconds(within), null));
        judge.observe(new Observed.Injected(Duration.ZERO, Instant.EPOCH, "f"));
        return feed(judge, series, 0).orElseThrow(() -> new AssertionError("not decided after " + series));
    }

    private static Optional<Ruling> feed(MetricJudge judge, String series, int from) {
        for (int i = 0; i < series.length(); i++) {
            Tally tally = switch (series.charAt(i)) {
                case 'o' -> new Tally(100, 100, 1, 1);
                case 'x' -> new Tally(100, 60, 1, 1);
                default -> Tally.NONE;
            };
            Second second = new Second(Instant.EPOCH, Map.of(new SeriesKey(Observer.CUSTOMER, Scope.SITE), tally),
                    Set.of(), Map.of());
            Optional<Ruling> ruling = judge.observe(
                    new Observed.Measured(Duration.ofSeconds(from + i), Duration.ofSeconds(from + i + 1), second));
            if (ruling.isPresent()) {
                return ruling;
            }
        }
        return Optional.empty();
    }

    private static MetricCondition condition(@Nullable Duration lasts) {
        return new MetricCondition(Metric.AVAILABILITY, Scope.SITE, Comparison.AT_LEAST, 99.9, lasts);
    }
}
