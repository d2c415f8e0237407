package io.gameday.cli;

import io.gameday.endpoint.RunControl;
import io.gameday.engine.Engine;
import io.gameday.journal.Event.PersonAsked.Turn;
import java.util.Optional;

/// Hands what is asked of a run to its engine, which knows nothing of sockets.
///
/// @param engine its methods are called on its loop
record EngineControl(Engine engine) implements RunControl {

    @Override
    public void stop(String by, String why) {
        engine.stop(by, why);
    }

    @Override
    public void note(String role, String text) {
        engine.note(role, text);
    }

    @Override
    public Optional<String> acknowledge(String role) {
        return engine.acknowledge(role);
    }

    @Override
    public boolean endFault(String id, String by) {
        return engine.endFault(id, by);
    }

    @Override
    public boolean answered(String id, Turn turn, String by) {
        return engine.answered(id, turn, by);
    }
}
