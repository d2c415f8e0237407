package io.gameday.console.prepare;

import io.gameday.console.run.Guests;
import io.gameday.console.text.Texts;
import io.gameday.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who will get a link to a page of their own when the run starts. Belongs to the UI thread.
final class GuestList {

    private final ObservableList<Role> invited = FXCollections.observableArrayList();
    private final StringProperty address = new SimpleStringProperty("");

    /// One for each person, in the order of the roles.
    ObservableList<Role> invited() {
        return invited;
    }

    /// Of this machine, by which phones reach it; empty for this machine alone.
    StringProperty address() {
        return address;
    }

    void add(Role role) {
        invited.add(role);
        FXCollections.sort(invited);
    }

    void clear() {
        invited.clear();
        address.set("");
    }

    /// Such as `facilitator, 2 × responder`.
    String words() {
        Map<Role, Long> counts = invited.stream()
                .collect(Collectors.groupingBy(role -> role, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? Texts.of("prepare.guests.nobody")
                : counts.entrySet().stream()
                        .map(role -> role.getValue() == 1
                                ? role.getKey().words()
                                : Texts.of("prepare.guests.several", role.getValue(), role.getKey().words()))
                        .collect(Collectors.joining(", "));
    }

    static List<Role> roles() {
        return Arrays.asList(Role.values());
    }

    Guests guests() {
        return new Guests(invited.stream().map(Role::words).toList(), address.get().strip());
    }
}
