package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.run.Contact;
import io.gameday.console.text.Texts;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.view.PeopleView.Person;
import java.util.ArrayList;
import java.util.List;

/// What is waited for before the first fault: guards as they are answered, and the steady state as far as it was seen.
///
/// @param waiting one sentence; empty once a fault was injected
record GateStatus(String waiting, List<Line> lines) {

    static final GateStatus PASSED = new GateStatus("", List.of());

    record Line(State state, String text, String detail) {
    }

    static GateStatus of(Moment moment, List<Event.GuardAnswered> guards, List<Held> steady) {
        if (moment.view().phase() != Phase.PREPARE) {
            return PASSED;
        }
        List<Line> lines = new ArrayList<>();
        guards.forEach(guard -> lines.add(new Line(guard.granted() ? State.HEALTHY : State.ALARM,
                Texts.said(guard.guard()), Texts.said(guard.reason()))));
        steady.forEach(line -> lines.add(line(line)));
        return new GateStatus(waiting(moment, guards, steady), List.copyOf(lines));
    }

    private static Line line(Held held) {
        boolean seen = held.now() >= held.wanted();
        String value = held.newest().requests() == 0
                ? Texts.of("live.gate.no-requests")
                : Texts.of("live.gate.held", held.now(), held.wanted(),
                        held.condition().metric().words(held.condition().metric().of(held.newest()).orElse(0)),
                        Moment.ofTotal(held.newest()));
        return new Line(seen ? State.HEALTHY : State.UNKNOWN, Texts.said(held.condition().words()), value);
    }

    private static String waiting(Moment moment, List<Event.GuardAnswered> guards, List<Held> steady) {
        if (moment.contact() instanceof Contact.Lost) {
            return Texts.of("live.gate.cut");
        }
        if (moment.view().started() == null) {
            return Texts.of("live.gate.controller");
        }
        if (guards.stream().anyMatch(guard -> !guard.granted())) {
            return Texts.of("live.gate.withheld");
        }
        var awaited = moment.view().people().awaited();
        if (!awaited.isEmpty() && moment.view().seconds().isEmpty()) {
            return Texts.of("live.gate.people", String.join(", ", awaited.stream().map(Person::role).toList()));
        }
        if (moment.view().seconds().isEmpty()) {
            return Texts.of(moment.view().faults().isEmpty() ? "live.gate.guards" : "live.gate.customers");
        }
        return Texts.of(steady.stream().allMatch(line -> line.now() >= line.wanted())
                ? "live.gate.first-fault"
                : "live.gate.steady");
    }
}
