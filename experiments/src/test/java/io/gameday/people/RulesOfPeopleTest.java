package io.gameday.people;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.PersonAct.Opened.Outcome;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// What is decided without time or network: who is who, what all may see, what came true.
class RulesOfPeopleTest {

    private static final Instant ZERO = Instant.parse("2026-11-21T14:00:00Z");

    private static List<Entry> journal(Event... later) {
        return IntStream.range(0, later.length)
                .mapToObj(i -> new Entry(i + 1, ZERO.plusSeconds(10L * i), "run", later[i])).toList();
    }

    private static Event alarm(String name, Scope scope) {
        return new Event.AlarmChanged(name, scope, AlarmState.OK, AlarmState.ALARM, "x");
    }

    @Test
    void namesakesAreNumberedAndDeputiesStandBesideThem() {
        assertThat(Participant.read(List.of("Facilitator", "responder", " responder", "deputy-responder")))
                .extracting(Participant::title)
                .containsExactly("facilitator", "responder 1", "responder 2", "deputy responder");
        assertThatIllegalArgumentException().isThrownBy(() -> Participant.read(List.of("alice")))
                .withMessageContaining("the role 'alice'").withMessageContaining("incident commander");
    }

    @ParameterizedTest
    @CsvSource({"zone-impact of az1, 15, HIT, it came after 10.0 s", "zone-impact, 5, MISS, it came after 10.0 s",
            "zone-impact az2, 15, MISS, it did not come", "page, 60, NOT_OBSERVED, the run ended before that time",
            "the dashboards, 15, NOT_OBSERVED, no signal of this run has that name",
            "zone-impact, , NOT_OBSERVED, it names no signal and time"})
    void whatWasPredictedIsComparedWithWhatCame(String signal, Integer within, Outcome outcome, String seen) {
        List<Entry> journal = journal(
                new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), null, Duration.ofSeconds(8)),
                alarm("zone-impact", new Scope.Zone("az1")), new Event.AlarmChanged("zone-impact",
                        new Scope.Zone("az2"), AlarmState.INSUFFICIENT_DATA, AlarmState.OK, "x"));
        Claim claim = new Claim(signal, within == null ? null : Duration.ofSeconds(within), "", "");
        assertThat(Foretold.of(claim, journal, ZERO.plusSeconds(50))).isEqualTo(new Foretold(outcome, seen));
    }

    @Test
    void withoutAFaultNothingCanComeTrue() {
        Claim claim = new Claim("page", Duration.ofSeconds(5), "", "");
        assertThat(Foretold.of(claim, journal(alarm("x", Scope.SITE)), ZERO.plusSeconds(50)).outcome())
                .isEqualTo(Outcome.NOT_OBSERVED);
    }

    @Test
    void notesOfThoseWhoKnowWhatIsBrokenAreTheirOwn() {
        assertThat(List.of("responder 2", "deputy scribe", "observer", "incident commander"))
                .allMatch(role -> Audience.mayAllSee(new Event.NoteTaken(role, "x")));
        assertThat(List.of("injector", "facilitator", "deputy owner", "engine", "operator", "on-call"))
                .noneMatch(role -> Audience.mayAllSee(new Event.NoteTaken(role, "x")));
    }

    @Test
    void anEmptyPredictionIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Claim(" ", Duration.ofSeconds(5), "", ""))
                .withMessageContaining("the prediction is empty");
    }
}
