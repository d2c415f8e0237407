package io.gameday.cli;

import io.gameday.endpoint.RunControl;
import io.gameday.engine.Engine;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.people.Desk;
import io.gameday.people.PeopleControl;
import io.gameday.people.Phrase;
import io.gameday.people.Said;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hands what is asked of a run to its engine, which knows nothing of sockets.
///
/// @param engine its methods are called on its loop
/// @param desk   of those who were invited; null where nobody was
record EngineControl(Engine engine, @Nullable Desk desk) implements RunControl, PeopleControl {

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
    public boolean stopping() {
        return engine.stopping();
    }

    @Override
    public void note(String role, String text, @Nullable Instant typed) {
        engine.note(role, text, typed);
    }

    @Override
    public boolean record(Event event) {
        return engine.record(event);
    }

    @Override
    public Optional<String> go(String by, String of, boolean go, String why) {
        if (desk == null) {
            return Optional.of("nobody was invited to this run, so it waits for nobody");
        }
        Said said = of.isEmpty() ? desk.answerForAwaited(by, go, why) : desk.answer(by, of, go, why);
        return switch (said) {
            case Said.Done _ -> Optional.empty();
            case Said.Refused(Phrase no) -> Optional.of(no.english());
        };
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
