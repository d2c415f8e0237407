package io.gameday.report.scorecard;

import io.gameday.report.facts.Felt;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Telling;
import io.gameday.report.facts.Tellings;
import io.gameday.report.grade.Impact.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The windows of an incident that was read afterwards, by the same rule as `gameday grade` has: a team's alarm looks at
/// minutes, so it may tell a little before or after.
final class FeltWindows {

    private FeltWindows() {
    }

    static List<ImpactWindow> of(RunFacts facts, Felt felt, Tellings tellings) {
        List<Span> spans = felt.impact().spans();
        var telling = new io.gameday.report.grade.Telling(spans);
        return spans.stream().map(span -> window(facts, felt, tellings, telling, span)).toList();
    }

    private static ImpactWindow window(RunFacts facts, Felt felt, Tellings tellings,
            io.gameday.report.grade.Telling telling, Span span) {
        Felt.Counted counted = felt.counted(span.from(), span.to());
        List<Telling> told = tellings.alarms().stream()
                .filter(alarm -> telling.tells(span, alarm.from(), Objects.requireNonNullElse(alarm.to(), Instant.MAX)))
                .toList();
        return new ImpactWindow(span.number(), span.from(), span.to(), Duration.between(span.from(), span.to()),
                !span.over(), counted.failed(), counted.of(), span.worst().value(), span.worst().at(),
                told.isEmpty() ? null : ImpactWindow.Told.of(told.getFirst(), span.from(), span.to()),
                facts.alarmsUnread(span.from(), span.to()), null, felt.words(span.worst().value()));
    }
}
