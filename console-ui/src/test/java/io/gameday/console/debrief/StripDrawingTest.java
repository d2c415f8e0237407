package io.gameday.console.debrief;

import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What the strip draws where, without a toolkit.
class StripDrawingTest {

    private static final Instant BEGIN = Instant.parse("2026-11-19T14:00:00Z");

    private static Event.SecondMeasured second(int n, long useful, long of) {
        return new Event.SecondMeasured(BEGIN.plusSeconds(n), Map.of("customer site", new Tally(of, useful, 1, 1)), 0,
                0, 40);
    }

    private static Curve twoHoursWithOneBadSecond(int bad) {
        return Curve.of(BEGIN, IntStream.range(0, 7200).mapToObj(n -> second(n, n == bad ? 40 : 100, 100)).toList(),
                Scope.SITE);
    }

    @Test
    void oneBadSecondInTwoHoursIsDrawnHoweverNarrowThePictureIs() {
        for (int width : new int[]{200, 1083, 1084, 3600}) {
            float[] lowest = twoHoursWithOneBadSecond(5003).lowest(BEGIN, Duration.ofHours(2), width);
            float least = 1;
            for (float share : lowest) {
                least = Math.min(least, share);
            }
            assertThat(least).as("%s pixels", width).isEqualTo(0.4f);
        }
    }

    @Test
    void secondsInWhichNobodyAskedAreNeitherGoodNorBad() {
        Curve curve = Curve.of(BEGIN, List.of(second(0, 100, 100), second(1, 0, 0), second(2, 50, 100)), Scope.SITE);
        assertThat(curve.at(BEGIN.plusMillis(1500))).isNaN();
        assertThat(curve.at(BEGIN.plusMillis(2500))).isEqualTo(0.5f);
        assertThat(curve.at(BEGIN.plusMillis(9000))).isNaN();
        assertThat(curve.lowest()).isEqualTo(0.5f);
    }

    @Test
    void ticksAreRoundAndNeverCrowded() {
        StripScale twoHours = new StripScale(BEGIN.plusSeconds(7), BEGIN.plusSeconds(7207), 120, 1200);
        List<Instant> ticks = twoHours.ticks();
        assertThat(ticks.getFirst()).isEqualTo(BEGIN.plusSeconds(600));
        assertThat(Duration.between(ticks.get(0), ticks.get(1))).isEqualTo(Duration.ofMinutes(10));
        assertThat(new StripScale(BEGIN, BEGIN.plusSeconds(90), 120, 1200).ticks()).hasSize(10);
    }

    @Test
    void aPointLeadsToItsInstantAndBack() {
        StripScale scale = new StripScale(BEGIN, BEGIN.plusSeconds(100), 120, 1120);
        assertThat(scale.x(BEGIN.plusSeconds(50))).isEqualTo(620);
        assertThat(scale.at(620)).isEqualTo(BEGIN.plusSeconds(50));
        assertThat(scale.at(3)).isEqualTo(BEGIN);
        assertThat(scale.at(5000)).isEqualTo(BEGIN.plusSeconds(100));
    }

    @Test
    void wordsOfMarksNeverOverlap() {
        List<Double> xs = List.of(100.0, 104.0, 180.0, 400.0);
        List<MarkLabels.Placed> placed = MarkLabels.place(xs, List.of("first", "second", "third of all", "last"),
                text -> text.length() * 6.0, 20, 410);
        List<String> texts = new ArrayList<>();
        double end = 0;
        for (MarkLabels.Placed label : placed) {
            assertThat(label.x()).isGreaterThanOrEqualTo(end);
            end = label.x() + label.text().length() * 6.0;
            texts.add(label.text());
        }
        assertThat(end).isLessThanOrEqualTo(410);
        assertThat(texts).containsExactly("first", "second", "third of all", "last");
    }
}
