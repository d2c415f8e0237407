package io.gameday.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Somebody who is invited to a run: a role, never a name.
///
/// @param title  unique in the run: the role, `deputy ` before it for a stand-in, a number behind it where several have it
/// @param deputy may do what the role does when whoever has it is away
public record Participant(String title, Role role, boolean deputy) {

    private static final String DEPUTY = "deputy ";
    private static final int MOST = 200;

    /// Reads a list such as `facilitator, responder, responder, deputy responder`.
    ///
    /// @throws IllegalArgumentException when it is empty, too long or names an unknown role; the message says which
    public static List<Participant> read(List<String> roles) {
        if (roles.isEmpty() || roles.size() > MOST) {
            throw new IllegalArgumentException(
                    "--invite names " + roles.size() + " roles; allowed: 1 to " + MOST + " of " + Role.allowed());
        }
        List<String> titles = roles.stream()
                .map(role -> role.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("\\s+", " ")).toList();
        List<Participant> people = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (String title : titles) {
            boolean deputy = title.startsWith(DEPUTY);
            Role role = Role.of(deputy ? title.substring(DEPUTY.length()) : title)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--invite names the role '" + title + "'; allowed: " + Role.allowed() + ", and “deputy ”"
                                    + " before any of them; several people may have one role"));
            long namesakes = titles.stream().filter(title::equals).count();
            int number = numbers.merge(title, 1, Integer::sum);
            people.add(new Participant(namesakes > 1 ? title + " " + number : title, role, deputy));
        }
        return List.copyOf(people);
    }

    /// Whether they may say go for `other`, who is not there.
    boolean mayAnswerFor(Participant other) {
        return equals(other) || role.mayAnswerForOthers() || deputy && role == other.role;
    }
}
