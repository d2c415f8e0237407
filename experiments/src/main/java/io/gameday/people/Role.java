package io.gameday.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What somebody does in a game day; the card that their page shows agrees with the role cards of `gameday plan`.
public enum Role {
    OWNER("Decides go or no-go, holds the stop, and does not help to solve."), FACILITATOR(
            "Runs the clock and the phases, never leaves the run, and injects nothing."), INJECTOR(
                    "Starts and ends faults and keeps notes of their own, which nobody else sees before learn."), INCIDENT_COMMANDER(
                            "Leads the response as in production: decides, hands out work, keeps others told."), RESPONDER(
                                    "Works as in production. Says when they noticed something, and by what."), SCRIBE(
                                            "Writes down actions, decisions and follow-ups; reads no graphs and fixes nothing."), OBSERVER(
                                                    "Watches and says what they see, also what seems small.");

    private final String duty;

    Role(String duty) {
        this.duty = duty;
    }

    /// What somebody in this role does and leaves alone.
    public String duty() {
        return duty;
    }

    /// Such as `incident commander`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether they may answer for somebody who is not there.
    boolean mayAnswerForOthers() {
        return this == OWNER || this == FACILITATOR;
    }

    /// Whether what they write down may be read by all while faults are in force. Owner, facilitator and injector know
    /// what is broken.
    boolean writesForAll() {
        return switch (this) {
            case OWNER, FACILITATOR, INJECTOR -> false;
            case INCIDENT_COMMANDER, RESPONDER, SCRIBE, OBSERVER -> true;
        };
    }

    static Optional<Role> of(String words) {
        return Arrays.stream(values()).filter(role -> role.words().equals(words)).findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(Role::words).collect(Collectors.joining(", "));
    }
}
