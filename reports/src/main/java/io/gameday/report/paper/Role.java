package io.gameday.report.paper;

import io.gameday.report.phrase.OwnWords;
import java.util.List;
import java.util.Set;

/// What somebody does in a game day. Templates have the words.
public enum Role {
    OWNER, FACILITATOR, INJECTOR, INCIDENT_COMMANDER, RESPONDER, SCRIBE, OBSERVER, EVERYBODY;

    /// Those that somebody takes.
    static final List<Role> TAKEN = List.of(OWNER, FACILITATOR, INJECTOR, INCIDENT_COMMANDER, RESPONDER, SCRIBE,
            OBSERVER);
    /// Those that may not know what is going to happen, and everybody's card.
    static final List<Role> AUDIENCE = List.of(INCIDENT_COMMANDER, RESPONDER, SCRIBE, OBSERVER, EVERYBODY);

    /// A role with whoever is known to take it.
    ///
    /// @param taken  a role of the team's; empty is to be filled in by hand
    /// @param deputy likewise
    public record Seat(Role role, String taken, String deputy) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("taken", "deputy");
        }
    }

    static List<Seat> seats(String owner, Occasion occasion) {
        return TAKEN.stream().map(role -> switch (role) {
            case OWNER -> new Seat(role, owner, "");
            case FACILITATOR -> new Seat(role, occasion.facilitator(0), occasion.facilitator(1));
            case INJECTOR, INCIDENT_COMMANDER, RESPONDER, SCRIBE, OBSERVER, EVERYBODY -> new Seat(role, "", "");
        }).toList();
    }
}
