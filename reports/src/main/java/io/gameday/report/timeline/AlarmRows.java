package io.gameday.report.timeline;

import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Alarms that came or went at the same moment share one row.
final class AlarmRows {

    private static final Duration TOGETHER = Duration.ofMillis(900);

    private AlarmRows() {
    }

    /// @param since the first one raised then or later detected it; null where none did
    static List<Row> of(RunFacts facts, @Nullable Instant since) {
        List<List<Stamped<Event.AlarmChanged>>> groups = new ArrayList<>();
        for (Stamped<Event.AlarmChanged> change : facts.all(Event.AlarmChanged.class)) {
            if (!worthTelling(change.event())) {
                continue;
            }
            if (groups.isEmpty() || !belongs(groups.getLast().getFirst(), change)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(change);
        }
        List<Row> rows = new ArrayList<>();
        boolean detected = false;
        for (List<Stamped<Event.AlarmChanged>> group : groups) {
            boolean raised = group.getFirst().event().to() == AlarmState.ALARM;
            boolean graded = (facts.started().alarmsFrom() == null) == (group.getFirst().event().source() == null);
            boolean first = raised && graded && !detected && since != null && !at(group.getFirst()).isBefore(since);
            detected |= first;
            rows.add(row(group, first, graded));
        }
        return rows;
    }

    /// A new alarm's first data is no news.
    private static boolean worthTelling(Event.AlarmChanged change) {
        return change.to() == AlarmState.ALARM || change.from() == AlarmState.ALARM;
    }

    private static boolean belongs(Stamped<Event.AlarmChanged> first, Stamped<Event.AlarmChanged> next) {
        return first.event().to() == next.event().to() && Objects.equals(first.event().source(), next.event().source())
                && Duration.between(at(first), at(next)).abs().compareTo(TOGETHER) <= 0;
    }

    private static Instant at(Stamped<Event.AlarmChanged> change) {
        Instant when = change.event().when();
        return when == null ? change.at() : when;
    }

    private static Row row(List<Stamped<Event.AlarmChanged>> group, boolean detected, boolean graded) {
        Stamped<Event.AlarmChanged> first = group.getFirst();
        boolean raised = first.event().to() == AlarmState.ALARM;
        String state = switch (first.event().to()) {
            case ALARM -> first.event().from() == AlarmState.ALARM ? " in alarm since before" : " in alarm";
            case OK -> " back to OK";
            case INSUFFICIENT_DATA -> " without data";
        };
        String names = Figures.list(group.stream().map(g -> name(g.event())).distinct().toList());
        String source = first.event().source();
        String who = source != null ? source : graded ? "alarm" : "Gameday's alarm, not graded";
        return Row.machine(at(first), raised ? Kind.ALARM : Kind.ALARM_OVER, detected ? "Detected:" : "", names + state,
                who, TimelineRows.span(first.seq(), group.getLast().seq()));
    }

    private static String name(Event.AlarmChanged alarm) {
        return switch (alarm.scope()) {
            case Scope.Site _ -> alarm.alarm();
            case Scope.Zone(String zone) -> alarm.alarm() + " " + zone;
            case Scope.Cell(String cell) -> alarm.alarm() + " " + cell;
            case Scope.CellZone(String cell, String zone) -> alarm.alarm() + " " + cell + " " + zone;
            case Scope.Instance(String instance) -> alarm.alarm() + " " + instance;
        };
    }
}
