package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import io.gameday.report.text.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What stands under the mouse, found by arithmetic.
final class StripHits {

    private static final double NEAR = 6;

    private StripHits() {
    }

    /// @return what to tell about this point; empty where there is nothing
    static Optional<String> at(Strip strip, PlaceLane lane, StripScale scale, double x, double y) {
        if (x < scale.left() - NEAR || x > scale.right() + NEAR) {
            return Optional.empty();
        }
        Instant at = scale.at(x);
        Optional<String> standstill = span(strip.standstills(), scale, x);
        if (standstill.isPresent()) {
            return standstill;
        }
        return switch (StripLane.at(y)) {
            case USEFUL -> useful(lane, at);
            case IMPACT -> span(lane.windows(), scale, x).or(() -> stretch(lane, at));
            case FAULT -> span(strip.faults(), scale, x);
            case ALARMS -> span(strip.alarms(), scale, x);
            case AUTOMATION -> mark(strip.automation(), scale, x);
            case PEOPLE -> mark(strip.people(), scale, x).or(() -> span(strip.silences(), scale, x));
            case AXIS -> Optional.empty();
        };
    }

    private static Optional<String> stretch(PlaceLane lane, Instant at) {
        return lane.stretches().stream().filter(s -> !at.isBefore(s.from()) && at.isBefore(s.to())).findFirst()
                .map(s -> StripMaking.told(s.from(), lane.name() + " " + QuadrantLook.word(s.quadrant()) + " "
                        + Texts.said(Figures.wholeSeconds(s.length())), ""));
    }

    private static Optional<String> useful(PlaceLane lane, Instant at) {
        float share = lane.useful().at(at);
        return Float.isNaN(share)
                ? Optional.empty()
                : Optional.of(StripMaking.told(at, Texts.of("debrief.lane.useful.share", Figures.percent(share)), ""));
    }

    private static Optional<String> span(List<Strip.Span> spans, StripScale scale, double x) {
        return spans.stream().filter(s -> x >= scale.x(s.from()) - NEAR / 2 && x <= scale.x(s.to()) + NEAR / 2)
                .findFirst().map(Strip.Span::told);
    }

    private static Optional<String> mark(List<Strip.Mark> marks, StripScale scale, double x) {
        Function<Strip.Mark, Double> distance = mark -> Math.abs(scale.x(mark.at()) - x);
        List<String> near = marks.stream().filter(m -> distance.apply(m) <= NEAR).map(Strip.Mark::told).toList();
        return near.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", near));
    }
}
