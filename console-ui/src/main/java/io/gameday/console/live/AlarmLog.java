package io.gameday.console.live;

import io.gameday.experiment.Experiment.Composite;
import io.gameday.experiment.Experiment.Suppressor;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.Alarm;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.composite.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the journal told of alarms so far, besides how they stand: whom each paged, and what held a composite back. The
/// journal does not say the latter, so it is reckoned by the rules of the engine from the changes that it does tell.
final class AlarmLog {

    private final List<Entry> changes = new ArrayList<>();
    private final List<Event.PageSent> pages = new ArrayList<>();

    void accept(Entry entry) {
        switch (entry.event()) {
            case Event.AlarmChanged _ -> changes.add(entry);
            case Event.PageSent page -> pages.add(page);
            default -> {
                // Says nothing about alarms.
            }
        }
    }

    /// The roles that were paged of this alarm, in order.
    Set<String> paged(String alarm, Scope scope) {
        Set<String> roles = new LinkedHashSet<>();
        pages.stream().filter(page -> page.alarm().equals(alarm) && page.scope().equals(scope))
                .forEach(page -> roles.add(page.to()));
        return roles;
    }

    /// The numbers that decided its newest change; empty when there was none.
    Optional<String> evidence(String alarm, Scope scope) {
        return changes.reversed().stream().map(entry -> (Event.AlarmChanged) entry.event())
                .filter(change -> change.alarm().equals(alarm) && change.scope().equals(scope)).findFirst()
                .map(Event.AlarmChanged::evidence);
    }

    /// Why the actions of `composite` are held back at `now`.
    Suppression.By heldBack(Composite composite, Instant now) {
        Suppressor suppressor = composite.suppressor();
        if (suppressor == null || changes.isEmpty()) {
            return Suppression.By.NOTHING;
        }
        Instant zero = changes.getFirst().at();
        Suppression suppression = new Suppression(suppressor.alarm(), suppressor.waitPeriod(),
                suppressor.extensionPeriod());
        for (Entry entry : changes) {
            Event.AlarmChanged change = (Event.AlarmChanged) entry.event();
            long at = Duration.between(zero, entry.at()).toNanos();
            suppression.due(at);
            if (Alarm.reference(change.alarm(), change.scope()).equals(suppressor.alarm())) {
                suppression.suppressor(change.to() == AlarmState.ALARM, at);
            } else if (change.alarm().equals(composite.name()) && news(change)) {
                suppression.changed(at);
            }
        }
        suppression.due(Duration.between(zero, now).toNanos());
        return suppression.by();
    }

    /// Coming into being is none.
    private static boolean news(Event.AlarmChanged change) {
        return change.from() != AlarmState.INSUFFICIENT_DATA || change.to() == AlarmState.ALARM;
    }
}
