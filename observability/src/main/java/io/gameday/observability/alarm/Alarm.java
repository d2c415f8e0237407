package io.gameday.observability.alarm;

import io.gameday.observability.History;
import io.gameday.observability.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// One alarm: a rule read each second, or once a period, M of N of its datapoints, and the state they lead to. Belongs to
/// one loop.
public final class Alarm {

    private final String name;
    private final Scope scope;
    private final MOutOfN condition;
    private final AlarmRule rule;
    private final int period;
    private final Deque<Datapoint> points = new ArrayDeque<>();
    private AlarmState state = AlarmState.INSUFFICIENT_DATA;
    private int seconds;

    /// Read each second.
    public Alarm(String name, Scope scope, MOutOfN condition, AlarmRule rule) {
        this(name, scope, condition, rule, 1);
    }

    /// @param period seconds; one datapoint for each period, which begins where the one before ended; 1 or more
    public Alarm(String name, Scope scope, MOutOfN condition, AlarmRule rule, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period is " + period + " s; allowed: 1 s or more");
        }
        this.period = period;
        this.name = name;
        this.scope = scope;
        this.condition = condition;
        this.rule = rule;
    }

    public String name() {
        return name;
    }

    public Scope scope() {
        return scope;
    }

    public AlarmState state() {
        return state;
    }

    /// Whether its state rests on data: where missing points are taken as well, an alarm that saw nothing is OK too.
    public boolean hasData() {
        return state != AlarmState.INSUFFICIENT_DATA && points.stream().anyMatch(point -> point != Datapoint.MISSING);
    }

    /// Whether the newest second is in a datapoint already, or its period goes on.
    public boolean periodEnded() {
        return seconds == 0 && !points.isEmpty();
    }

    /// How rules refer to it.
    public String reference() {
        return reference(name, scope);
    }

    /// How rules refer to the alarm `name` about `scope`: `zone-impact/az1`, and the name alone for the whole site.
    public static String reference(String name, Scope scope) {
        return switch (scope) {
            case Scope.Site() -> name;
            case Scope.Zone(String zone) -> name + "/" + zone;
            case Scope.Cell(String cell) -> name + "/" + cell;
            case Scope.CellZone(String cell, String zone) -> name + "/" + cell + "/" + zone;
            case Scope.Instance(String instance) -> name + "/" + instance;
        };
    }

    /// Reads the rule once where the second that was just closed ends a period.
    public Optional<AlarmChange> onSecond(History history) {
        seconds = (seconds + 1) % period;
        if (seconds != 0) {
            return Optional.empty();
        }
        AlarmRule.Reading reading = rule.read(history);
        if (points.size() == condition.range()) {
            points.removeFirst();
        }
        points.addLast(reading.datapoint());
        AlarmState before = state;
        state = condition.evaluate(List.copyOf(points), before);
        return state == before
                ? Optional.empty()
                : Optional.of(new AlarmChange(name, scope, before, state, reading.evidence().get()));
    }
}
