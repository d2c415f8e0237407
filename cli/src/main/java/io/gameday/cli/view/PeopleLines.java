package io.gameday.cli.view;

import io.gameday.journal.view.PeopleView;
import io.gameday.journal.view.PeopleView.Person;
import io.gameday.journal.view.Style;
import java.util.List;

/// Those who were invited, while the run waits for them.
final class PeopleLines {

    private PeopleLines() {
    }

    /// Nothing once all have said go.
    static List<Line> waitedFor(PeopleView people, int width) {
        return people.awaited().isEmpty()
                ? List.of()
                : LiveScreen.titled("waiting for a go", width, people.all().stream().map(PeopleLines::line).toList());
    }

    private static Line line(Person person) {
        Line line = person.answer() == null
                ? Line.of(Style.QUIET, "○ ")
                : person.answer().go() ? Line.of(Style.HEALTHY, "✓ ") : Line.of(Style.ALARM, "× ");
        return line.add(person.role()).to(28).add(Style.QUIET, said(person) + (person.here() ? "" : ", not here"));
    }

    private static String said(Person person) {
        return person.answer() == null ? "not answered" : person.answer().go() ? "go" : "no-go";
    }
}
