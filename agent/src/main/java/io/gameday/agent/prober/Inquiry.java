package io.gameday.agent.prober;

import java.time.Duration;
import java.util.function.Consumer;

/// How one fault is looked at, as often as needed.
///
/// @param patience how long to go on until what is wanted shows
/// @param pause    between two looks
/// @param outside  what a hit outside the plan that two looks in a row showed means while the fault is to bite
/// @param once     makes one look and tells on the loop what it means
record Inquiry(Duration patience, Duration pause, Outside outside, Once once) {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /// One look.
    interface Once {
        void look(Consumer<Finding> then);
    }

    /// A machine that was only busy is well again later, and what is wanted may still show: [#MAY_PASS]. Where chance
    /// never makes such a hit, and whoever was hit may be replaced before patience is over, it [#DECIDES].
    enum Outside {
        MAY_PASS, DECIDES
    }

    Inquiry(Duration patience, Once once) {
        this(patience, PAUSE, Outside.MAY_PASS, once);
    }

    Inquiry decidedByStrangers() {
        return new Inquiry(patience, pause, Outside.DECIDES, once);
    }

    /// The same looks with another rhythm.
    Inquiry lasting(Duration longer, Duration between) {
        return new Inquiry(longer, between, outside, once);
    }
}
