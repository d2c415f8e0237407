package io.gameday.console.run;

import java.time.Duration;
import java.time.Instant;

/// How sure one may be that what is shown is what is.
public sealed interface Contact {

    /// The same by a run's own time, which stands still in a simulation of which nothing comes any more.
    ///
    /// @param wall the time of day, by which contact is told
    /// @param own  the run's own time at that instant
    default Contact by(Instant wall, Instant own) {
        return switch (this) {
            case Silent(Instant seen) -> new Silent(own.minus(Duration.between(seen, wall)));
            case Lost(Instant seen) -> new Lost(own.minus(Duration.between(seen, wall)));
            case Connected _,Ended _,Replayed _ -> this;
        };
    }

    /// New entries come in as they should.
    record Connected() implements Contact {
    }

    /// Nothing has come since `lastSeen`: what is shown is old, and greyed.
    record Silent(Instant lastSeen) implements Contact {
    }

    /// The journal's last event was read.
    record Ended() implements Contact {
    }

    /// The controller is gone and the journal has no end.
    record Lost(Instant lastSeen) implements Contact {
    }

    /// Shown again from its journal; nothing that is done here changes anything.
    record Replayed() implements Contact {
    }
}
