package io.gameday.engine;

import io.gameday.observability.Second;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Automation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that a prediction may depend on. `at` counts from the start of the run on the monotonic clock.
sealed interface Observed {

    Duration at();

    /// The steady state was seen and every guard was granted. @param alarms the alarms' states then, by name and scope
    record Opened(Duration at, Map<String, AlarmState> alarms) implements Observed {
    }

    /// @param instant the same moment on the time of day, which is how the platform dates its actions
    record Injected(Duration at, Instant instant, String step) implements Observed {
    }

    /// The fault begins to be taken away: what becomes better from here on does so because of that. Not of a fault that
    /// ends by itself.
    record FaultEnding(Duration at, String step) implements Observed {
    }

    /// The fault is proven gone, or was not within the limit.
    record FaultEnded(Duration at, String step) implements Observed {
    }

    record AllFaultsEnded(Duration at) implements Observed {
    }

    record AlarmMoved(Duration at, AlarmChange change) implements Observed {
    }

    /// Every alarm of ours was evaluated over the second that was closed. @param sights by name and scope
    record AlarmsLooked(Duration at, Map<String, Sight> sights) implements Observed {
    }

    record Acted(Duration at, Automation.Action action) implements Observed {
    }

    /// Something that people are told of has begun.
    record IncidentOpened(Duration at) implements Observed {
    }

    record Paged(Duration at, String to) implements Observed {
    }

    /// Somebody looks at what people were paged for. @param by role; of a page of the team's own its receiver
    /// @param page when what is acknowledged went out; null when that is not known
    record Acknowledged(Duration at, String by, @Nullable Duration page) implements Observed {
    }

    /// No incident is open any more, so that nobody can acknowledge.
    record PagesResolved(Duration at) implements Observed {
    }

    /// The team's own pager told somebody.
    ///
    /// @param to       the team or service, under each name that it has there
    /// @param alarms   that it was about; none when that is not known
    /// @param hearsAll false where others may have been told and are not heard
    record Told(Duration at, List<String> to, List<String> alarms, boolean hearsAll) implements Observed {
    }

    /// What a tool of the team's own tells of is known up to `at`.
    record ReadUntil(Duration at, Medium medium) implements Observed {
    }

    /// A tool of the team's own was away: what it knows of the time from `at` to `until` may lack something.
    record Missed(Duration at, Duration until, Medium medium, String why) implements Observed {
    }

    /// How far the pager's list can be trusted from here on.
    ///
    /// @param listed   why a page that is listed may not have arrived; empty when it did
    /// @param unlisted why somebody who is not listed may have been told; empty when nobody else was
    record PagesTrusted(Duration at, String listed, String unlisted) implements Observed {
    }

    /// A tool of the team's own has been away for so long that it is not waited for.
    record SourceLost(Duration at, Medium medium, String why) implements Observed {
    }

    /// All faults are over, and all that has a deadline is decided.
    record AllDecided(Duration at) implements Observed {
    }

    /// One second was closed; it began at `from` and ended at `at`.
    record Measured(Duration from, Duration at, Second second) implements Observed {
    }

    /// What customers suffered so far since the first fault.
    record Counted(Duration at, Hurt hurt) implements Observed {
    }

    /// Nothing more will be observed.
    record Closed(Duration at) implements Observed {
    }
}
