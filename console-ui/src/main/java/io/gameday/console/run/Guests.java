package io.gameday.console.run;

import java.util.ArrayList;
import java.util.List;

/// Who is to take part in a run by a page of their own.
///
/// @param roles such as `responder`, once for each person; empty where nobody is invited
/// @param at    the address of this machine by which phones reach it; empty for this machine alone
public record Guests(List<String> roles, String at) {

    public static final Guests NONE = new Guests(List.of(), "");

    public Guests {
        roles = List.copyOf(roles);
    }

    /// As `gameday run` takes them. In a simulation people need their own time.
    List<String> options(String on) {
        List<String> options = new ArrayList<>();
        if (!roles.isEmpty()) {
            options.addAll(List.of("--invite", String.join(",", roles)));
            if (!at.isBlank()) {
                options.addAll(List.of("--invite-at", at));
            }
            if (on.equals("simulated")) {
                options.addAll(List.of("--speed", "1"));
            }
        }
        return options;
    }
}
