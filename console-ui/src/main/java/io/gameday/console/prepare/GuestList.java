package io.gameday.console.prepare;

import io.gameday.console.run.Guests;
import io.gameday.console.text.Texts;
import io.gameday.people.Participant;
import io.gameday.people.Role;
import java.util.Arrays;
import java.util.Comparator;
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

    private final ObservableList<Guest> invited = FXCollections.observableArrayList();
    private final StringProperty address = new SimpleStringProperty("");

    /// @param deputy stands in for whoever has the role
    record Guest(Role role, boolean deputy) {

        private static final Comparator<Guest> ORDER = Comparator.comparing(Guest::role).thenComparing(Guest::deputy);

        /// As `gameday run` takes it.
        String words() {
            return deputy ? "deputy " + role.words() : role.words();
        }
    }

    /// One for each person, in the order of the roles, deputies behind those for whom they stand in.
    ObservableList<Guest> invited() {
        return invited;
    }

    /// Of this machine, by which phones reach it; empty for this machine alone.
    StringProperty address() {
        return address;
    }

    void add(Role role) {
        add(new Guest(role, false));
    }

    void addDeputy(Role role) {
        add(new Guest(role, true));
    }

    private void add(Guest guest) {
        invited.add(guest);
        FXCollections.sort(invited, Guest.ORDER);
    }

    /// One less of a role, if there is one.
    void remove(Role role) {
        invited.remove(new Guest(role, false));
    }

    /// How many of a role, deputies apart.
    long many(Role role) {
        return invited.stream().filter(new Guest(role, false)::equals).count();
    }

    /// As each is called in the run, such as `responder 1` and `deputy responder`.
    List<String> titles() {
        return invited.isEmpty()
                ? List.of()
                : Participant.read(invited.stream().map(Guest::words).toList()).stream().map(Participant::title)
                        .toList();
    }

    void clear() {
        invited.clear();
        address.set("");
    }

    /// Such as `facilitator, 2 × responder`.
    String words() {
        Map<Guest, Long> counts = invited.stream().collect(
                Collectors.groupingBy(guest -> guest, () -> new TreeMap<>(Guest.ORDER), Collectors.counting()));
        return counts.isEmpty()
                ? Texts.of("prepare.guests.nobody")
                : counts.entrySet().stream()
                        .map(guest -> guest.getValue() == 1
                                ? Texts.said(guest.getKey().words())
                                : Texts.of("prepare.guests.several", guest.getValue(), guest.getKey().words()))
                        .collect(Collectors.joining(", "));
    }

    static List<Role> roles() {
        return Arrays.asList(Role.values());
    }

    Guests guests() {
        return new Guests(invited.stream().map(Guest::words).toList(), address.get().strip());
    }
}
