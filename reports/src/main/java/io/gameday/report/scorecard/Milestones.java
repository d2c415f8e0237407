package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Verdict;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The instants that durations and timeline are made of. What did not happen is null.
///
/// @param injected    tF, the first fault
/// @param impactStart t0, customers' view
/// @param firstAlarm  tA, raised since the injection; of an incident that nobody planned the one that told of impact first
/// @param engaged     tE, the first page acknowledged since then
/// @param impactOver  when the customers' metric was back within the objective after the faults' impact
/// @param mitigated   tM: `impactOver` where that came before the last fault was taken away
/// @param faultsEnded when the last fault was taken away
/// @param recovered   tR: steady state verified, every fault seen gone
public record Milestones(@Nullable Instant injected, @Nullable Instant impactStart, @Nullable Instant firstAlarm,
        @Nullable Instant engaged, @Nullable Instant impactOver, @Nullable Instant mitigated,
        @Nullable Instant faultsEnded, @Nullable Instant recovered) {

    public static Milestones of(RunFacts facts, List<ImpactWindow> windows) {
        Instant zero = facts.zero();
        Instant ended = facts.faultsEnded();
        Instant over = windows.stream().filter(w -> ended == null || w.from().isBefore(ended)).reduce((a, b) -> b)
                .filter(w -> !w.open()).map(ImpactWindow::to).orElse(null);
        boolean inTime = over != null && (ended == null || !over.isAfter(ended));
        Instant start = windows.isEmpty() ? null : windows.getFirst().from();
        if (!facts.started().target().planned()) {
            Instant told = windows.stream().map(ImpactWindow::told).filter(Objects::nonNull).map(ImpactWindow.Told::at)
                    .min(Instant::compareTo).orElse(null);
            Instant since = told != null && (start == null || told.isBefore(start)) ? told : start;
            return new Milestones(null, start, told, acknowledged(facts, since == null ? facts.begun() : since), over,
                    over, null, null);
        }
        return new Milestones(zero, start, firstAlarm(facts), zero == null ? null : acknowledged(facts, zero), over,
                inTime ? over : null, ended, recovered(facts));
    }

    private static @Nullable Instant firstAlarm(RunFacts facts) {
        Instant zero = facts.zero();
        return facts.all(Event.AlarmChanged.class).stream()
                .filter(a -> a.event().to() == AlarmState.ALARM
                        && (facts.started().alarmsFrom() == null) == (a.event().source() == null))
                .map(a -> a.event().when() == null ? a.at() : a.event().when())
                .filter(at -> zero == null || !at.isBefore(zero)).min(Instant::compareTo).orElse(null);
    }

    private static @Nullable Instant acknowledged(RunFacts facts, Instant zero) {
        return facts.all(Event.PageAcknowledged.class).stream()
                .map(a -> a.event().when() == null ? a.at() : a.event().when()).filter(at -> !at.isBefore(zero))
                .min(Instant::compareTo).orElse(null);
    }

    private static @Nullable Instant recovered(RunFacts facts) {
        var after = facts.all(Event.SteadyStateMeasured.class).stream().filter(s -> s.event().when() == When.AFTER)
                .toList();
        var gone = facts.all(Event.FaultConfirmedGone.class).stream().filter(g -> g.event().gone() == Verdict.HELD)
                .toList();
        boolean allGone = FaultReceipt.of(facts).stream().allMatch(f -> f.gone() == Verdict.HELD);
        boolean steady = !after.isEmpty() && after.stream().allMatch(s -> s.event().verdict() == Verdict.HELD);
        if (facts.zero() == null || !allGone || !steady) {
            return null;
        }
        return Stream.concat(after.stream(), gone.stream()).map(Stamped::at).max(Instant::compareTo).orElse(null);
    }
}
