package io.gameday.engine;

import io.gameday.target.Port;
import java.util.Optional;

/// A prediction about something that this target does not show. Not seeing it says nothing about it.
///
/// @param wanted what it would have had to be
record Unobservable(String reason, String wanted) implements Judge {

    /// `judge`, or this where `port` is absent.
    static Judge unless(Port<?> port, Judge judge) {
        return switch (port) {
            case Port.Present<?> present -> judge;
            case Port.Absent<?>(String reason) -> new Unobservable(reason, judge.wanted());
        };
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        return Optional.of(Ruling.unknown("not observable on this target: " + reason));
    }
}
