package io.gameday.journal.view;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Those who were invited to a run, as they stand after the events taken in so far. Belongs to one loop.
public final class PeopleView {

    private final Map<String, Person> people = new LinkedHashMap<>();

    /// @param here   whether their page is open
    /// @param answer null until they were asked for and answered
    /// @param sealed predictions of theirs
    public record Person(String role, boolean here, PersonAct.@Nullable Answered answer, int sealed) {
    }

    /// Takes the next event in.
    public void accept(Event.PersonActed event) {
        switch (event.act()) {
            case PersonAct.Invited _ -> people.put(event.role(), new Person(event.role(), false, null, 0));
            case PersonAct.Joined _ -> change(event.role(), p -> new Person(p.role, true, p.answer, p.sealed));
            case PersonAct.Left _ -> change(event.role(), p -> new Person(p.role, false, p.answer, p.sealed));
            case PersonAct.Answered answer -> change(event.role(), p -> new Person(p.role, p.here, answer, p.sealed));
            case PersonAct.Sealed _ -> change(event.role(), p -> new Person(p.role, p.here, p.answer, p.sealed + 1));
            case PersonAct.Noticed _,PersonAct.Opened _ -> {
                // Told in the list of what happened.
            }
        }
    }

    private void change(String role, UnaryOperator<Person> with) {
        people.computeIfPresent(role, (same, person) -> with.apply(person));
    }

    /// In the order of the invitations; empty where nobody was invited.
    public Collection<Person> all() {
        return List.copyOf(people.values());
    }

    /// Those that have not said go.
    public List<Person> awaited() {
        return people.values().stream().filter(person -> person.answer == null || !person.answer.go()).toList();
    }
}
