package io.gameday.cli.view;

import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.view.PeopleView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleLinesTest {

    private final PeopleView people = new PeopleView();

    private void act(String role, PersonAct act) {
        people.accept(new Event.PersonActed(role, act));
    }

    private List<String> lines() {
        return PeopleLines.waitedFor(people, 80).stream().map(Line::plain).toList();
    }

    @Test
    void whileTheRunWaitsItSaysForWhom() {
        act("facilitator", new PersonAct.Invited(Duration.ofMinutes(30)));
        act("responder 1", new PersonAct.Invited(Duration.ofMinutes(30)));
        act("facilitator", new PersonAct.Joined(null));
        act("facilitator", new PersonAct.Answered(true, "facilitator", ""));
        assertThat(lines()).anyMatch(line -> line.matches("✓ facilitator +go"))
                .anyMatch(line -> line.matches("○ responder 1 +not answered, not here"));

        act("responder 1", new PersonAct.Answered(true, "owner", "ill"));
        assertThat(lines()).isEmpty();
    }
}
