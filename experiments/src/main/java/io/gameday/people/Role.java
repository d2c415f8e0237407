package io.gameday.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What somebody does in a game day; their page has the words of the role cards that `gameday plan` prints.
public enum Role {
    OWNER("You answer for the day: plan, schedule, people told. You hold the abort, and end the day when its question is answered.",
            "Do not help to solve, name the fault, or wait for agreement when a limit is passed."), FACILITATOR(
                    "You run the clock and the phases, and keep everybody hearing each other. You never leave the view of the run.",
                    "Do not inject, fix, or ask “why did you”; ask “how” and “what”."), INJECTOR(
                            "You start the run, watch that each fault bites and is seen gone, and keep private notes.",
                            "Do not answer questions about the fault, or break more than the run sheet says."), INCIDENT_COMMANDER(
                                    "You lead the response as in production: who looks at what, what is decided, who is told. You do not know what will break.",
                                    "Do not work at a keyboard yourself, or ask what was done; ask what customers feel."), RESPONDER(
                                            "You work as in production, with your own dashboards, runbooks and pager. You do not know what will break.",
                                            "Do not hunt for the test instead of the trouble, or change what cannot be undone without the incident commander."), SCRIBE(
                                                    "You write down what is done, decided and left open, each with its time. You read no graphs and fix nothing.",
                                                    "Do not judge or tidy up. Write roles, not names."), OBSERVER(
                                                            "You watch signals and people’s ways of finding them, and write down what you see with its time.",
                                                            "Do not hint, also not by looking, or help to solve.");

    private final String duty;
    private final String avoids;

    Role(String duty, String avoids) {
        this.duty = duty;
        this.avoids = avoids;
    }

    /// What somebody in this role does.
    public String duty() {
        return duty;
    }

    /// What they leave alone.
    public String avoids() {
        return avoids;
    }

    /// Such as `incident commander`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Such as `incident-commander`, for pages in other languages.
    String code() {
        return words().replace(' ', '-');
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
