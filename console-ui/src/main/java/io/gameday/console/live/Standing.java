package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.RunView;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.target.Task;
import java.util.Locale;

/// How a part of the system stands, in a state and a word. Gray only where customers are hurt, not because they were
/// refused for want of capacity, and neither an alarm nor a health check says so.
record Standing(State state, String words) {

    static Standing of(Moment moment, Scope scope) {
        if (scope instanceof Scope.Zone(String zone) && moment.view().withoutPower(zone)
                || scope instanceof Scope.CellZone(String _, String part) && moment.view().withoutPower(part)) {
            return new Standing(State.DEAD, Texts.of("live.state.no-power"));
        }
        Tally customers = moment.recent(series(Observer.CUSTOMER, scope));
        if (customers.requests() == 0) {
            return new Standing(State.UNKNOWN, Texts.of("live.state.no-requests"));
        }
        if (!Moment.failing(customers)) {
            return new Standing(State.HEALTHY, Texts.of("live.state.well"));
        }
        RunView view = moment.view();
        if (view.alarms().stream().anyMatch(alarm -> alarm.raised() && alarm.scope().equals(scope))) {
            return new Standing(State.ALARM, Texts.of("live.state.alarmed"));
        }
        if (customers.overloaded()) {
            return new Standing(State.GRAY, Texts.of("live.state.overload"));
        }
        if (view.alarms().stream().anyMatch(AlarmView::raised)) {
            return new Standing(State.GRAY,
                    Texts.of(scope instanceof Scope.Zone ? "live.state.not-zonal" : "live.state.impact"));
        }
        return unhealthy(moment, scope)
                ? new Standing(State.GRAY, Texts.of("live.state.checks-fail"))
                : new Standing(State.GRAY, Texts.of("live.state.gray"));
    }

    /// As the journal's seconds name it, such as `customer zone az1`.
    static String series(Observer observer, Scope scope) {
        return observer.name().toLowerCase(Locale.ROOT) + " " + scope;
    }

    private static boolean unhealthy(Moment moment, Scope scope) {
        return moment.view().tasks().stream().filter(task -> inside(task, scope))
                .anyMatch(task -> task.state() == Task.State.UNHEALTHY);
    }

    private static boolean inside(Task task, Scope scope) {
        return switch (scope) {
            case Scope.Site _ -> true;
            case Scope.Zone(String zone) -> task.zone().equals(zone);
            case Scope.Cell(String cell) -> task.cell().equals(cell);
            case Scope.CellZone(String cell, String zone) -> task.cell().equals(cell) && task.zone().equals(zone);
            case Scope.Instance(String id) -> task.id().equals(id);
        };
    }
}
