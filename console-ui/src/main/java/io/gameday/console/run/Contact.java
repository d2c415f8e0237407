package io.gameday.console.run;

import java.time.Instant;

/// How sure one may be that what is shown is what is.
public sealed interface Contact {

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
