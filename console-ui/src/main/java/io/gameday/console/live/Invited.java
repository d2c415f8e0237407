package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.PersonAct;
import io.gameday.journal.view.PeopleView.Person;
import io.gameday.people.Invitations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Those who were invited to the run, and how they stand.
///
/// @param summary     how many have said go, and how many are here; empty where nobody was invited
/// @param awaited     whether the run still waits for somebody
/// @param fingerprint of the day's certificate, which people compare with what their browsers show; empty on loopback
record Invited(List<Row> rows, String summary, boolean awaited, String fingerprint) {

    static final Invited NOBODY = new Invited(List.of(), "", false, "");

    /// @param here in words
    /// @param why  who said go or no-go for them, and the reason; empty where they said go themselves without one
    /// @param link that lets them in; empty once the run is over
    record Row(String role, State state, String answer, String here, String why, String link) {
    }

    /// @param invitations null where they are not known, as after the end
    static Invited of(Collection<Person> people, List<Person> awaited, @Nullable Invitations invitations) {
        if (people.isEmpty()) {
            return NOBODY;
        }
        Map<String, String> links = invitations == null
                ? Map.of()
                : invitations.links().stream()
                        .collect(Collectors.toMap(Invitations.Link::role, Invitations.Link::link, (a, b) -> a));
        long here = people.stream().filter(Person::here).count();
        String summary = Texts.of("live.people.summary", people.size() - awaited.size(), people.size(), here);
        String fingerprint = invitations == null || invitations.fingerprint() == null ? "" : invitations.fingerprint();
        return new Invited(people.stream().map(person -> row(person, links.getOrDefault(person.role(), ""))).toList(),
                summary, !awaited.isEmpty(), fingerprint);
    }

    private static Row row(Person person, String link) {
        PersonAct.Answered answer = person.answer();
        State state = answer == null ? State.UNKNOWN : answer.go() ? State.HEALTHY : State.ALARM;
        String words = answer == null
                ? Texts.of("live.people.awaited")
                : Texts.of(answer.go() ? "live.people.go" : "live.people.no-go");
        String here = Texts.of(person.here() ? "live.people.here" : "live.people.away");
        return new Row(person.role(), state, words,
                person.sealed() == 0 ? here : Texts.of("live.people.sealed", here, person.sealed()),
                answer == null ? "" : why(person.role(), answer), link);
    }

    private static String why(String role, PersonAct.Answered answer) {
        if (answer.by().equals(role)) {
            return answer.why();
        }
        return answer.why().isBlank()
                ? Texts.of("live.people.by", answer.by())
                : Texts.of("live.people.by-why", answer.by(), Texts.own(answer.why()));
    }
}
