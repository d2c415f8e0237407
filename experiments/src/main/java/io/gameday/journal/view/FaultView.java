package io.gameday.journal.view;

import io.gameday.journal.Event;
import io.gameday.target.Fault;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One fault as far as the journal tells. Only what was seen is claimed: "in force" is not "its effect is proved".
///
/// @param lasts  planned duration; null where nothing stays in force
/// @param failed why it could not be injected; null when it could, or was not tried yet
public record FaultView(String id, Fault fault, Duration plannedAt, @Nullable Duration lasts, Duration lease,
        String undo, @Nullable Instant injected, Event.@Nullable FaultObserved observed, @Nullable Instant reverted,
        Event.@Nullable FaultReverted revert, Event.@Nullable FaultConfirmedGone gone, @Nullable String failed) {

    public static FaultView planned(Event.FaultPlanned plan) {
        return new FaultView(plan.id(), plan.fault(), plan.at(), plan.lasts(), Duration.ZERO, plan.undo(), null, null,
                null, null, null, null);
    }

    public FaultView with(Event.FaultInjected event, Instant at) {
        return new FaultView(id, fault, plannedAt, event.lasts(), event.lease(), undo, at, observed, reverted, revert,
                gone, failed);
    }

    public FaultView with(Event.FaultObserved event) {
        return new FaultView(id, fault, plannedAt, lasts, lease, undo, injected, event, reverted, revert, gone, failed);
    }

    public FaultView with(Event.FaultReverted event, Instant at) {
        return new FaultView(id, fault, plannedAt, lasts, lease, undo, injected, observed, at, event, gone, failed);
    }

    public FaultView with(Event.FaultConfirmedGone event) {
        return new FaultView(id, fault, plannedAt, lasts, lease, undo, injected, observed, reverted, revert, event,
                failed);
    }

    public FaultView with(Event.InjectionFailed event) {
        return new FaultView(id, fault, plannedAt, lasts, lease, undo, injected, observed, reverted, revert, gone,
                event.why());
    }

    /// Injected and not taken away: its time is running.
    public boolean running() {
        return injected != null && reverted == null && lasts != null;
    }

    /// When it is to be taken away; null while that is not known.
    @Nullable
    public Instant plannedEnd() {
        return injected == null || lasts == null ? null : injected.plus(lasts);
    }
}
