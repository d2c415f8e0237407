package io.gameday.console.audience;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.Phase;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AudienceFilterTest {

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
    private static final Pattern MARK = Pattern.compile("(?i)mark-\\w+-\\w+");
    /// What of an event is for all, by the names that [Marked] gives its texts.
    private static final Set<String> FOR_ALL = Set.of("mark-AlarmChanged-alarm", "mark-AlarmChanged-source",
            "mark-PageSent-to", "mark-AutomationActed-name");
    private static final Set<String> FOR_ALL_STRICTLY = Set.of("mark-AlarmChanged-alarm", "mark-PageSent-to",
            "mark-AutomationActed-name");
    /// Kinds of which something is for all before learn. Of any other nothing is, not even that it happened: one that is
    /// new stays silent until somebody decides here.
    private static final Set<Class<?>> TOLD = Set.of(Event.RunStarted.class, Event.AlarmChanged.class,
            Event.AutomationActed.class, Event.PageSent.class, Event.PageAcknowledged.class,
            Event.StopConditionMet.class, Event.StopRequested.class, Event.GapNoticed.class, Event.SourceAway.class,
            Event.SourceBack.class, Event.SecondMeasured.class, Event.RunEnded.class);

    private long seq;

    private Entry entry(Event event) {
        return new Entry(++seq, AT.plusSeconds(seq), "mark-run-id", event);
    }

    private static Event.RunStarted started() {
        return new Event.RunStarted("lose-az1", "title", "hypothesis", TargetKind.LOCAL, 1, "0.1.0",
                List.of("cell-1", "cell-2"), List.of("az1", "az2"), 150, 40, 120, "owner", 1);
    }

    /// A run with a fault in force, so that nothing opens up.
    private AudienceFilter during(boolean strict) {
        AudienceFilter filter = new AudienceFilter(strict);
        Fault fault = new Fault.ZonePowerLoss("az1");
        filter.of(entry(started()));
        filter.of(entry(new Event.FaultPlanned("f9", fault, Duration.ZERO, Duration.ofSeconds(40), List.of(), List.of(),
                List.of(), "equal", "undo", "host")));
        filter.of(entry(new Event.FaultInjected("f9", fault, Duration.ofSeconds(40), Duration.ofSeconds(15))));
        return filter;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofNoKindOfEventDoesAPrivateTextComeOut(boolean strict) {
        List<Class<?>> seen = new ArrayList<>();
        for (Event event : Marked.everyKind()) {
            Told told = during(strict).of(entry(event));
            seen.add(event.getClass());
            if (event instanceof Event.RunEnded) {
                assertThat(told.phase()).isEqualTo(Phase.LEARN);
                continue;
            }
            assertThat(told.phase()).as(event.toString()).isNotEqualTo(Phase.LEARN);
            List<String> marks = MARK.matcher(told.toString()).results()
                    .map(found -> found.group().replace("Mark", "mark")).toList();
            if (event instanceof Event.RunStarted && !strict) {
                assertThat(marks).containsOnly("mark-RunStarted-zones");
            } else {
                assertThat(strict ? FOR_ALL_STRICTLY : FOR_ALL).as(event.toString()).containsAll(marks);
            }
            if (!TOLD.contains(event.getClass())) {
                assertThat(told.entry()).as(event.toString()).isNull();
                assertThat(told.lines()).as(event.toString()).isEmpty();
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void whoFindsOutIsHeardAndWhoKnowsIsNot() {
        AudienceFilter filter = during(false);

        assertThat(filter.of(entry(new Event.NoteTaken("observer", "orders fail in az2"))).lines())
                .extracting(Told.Line::text).containsExactly("Observer: orders fail in az2");
        assertThat(filter.of(entry(new Event.NoteTaken("facilitator", "now the power goes"))).lines()).isEmpty();
        assertThat(filter.of(entry(new Event.NoteTaken("owner", "we knew it"))).lines()).isEmpty();
        assertThat(filter.of(entry(new Event.InterventionRecorded(null, "scale", Scope.SITE, "doubled", AT))).lines())
                .isEmpty();
    }

    @Test
    void whosePredictionItWasIsNotToldEither() {
        AudienceFilter filter = during(false);
        filter.of(entry(new Event.PersonActed("responder 2", new PersonAct.Sealed("q1", "ab"))));
        filter.of(entry(new Event.PersonActed("responder 2", new PersonAct.Opened("q1", "a page within 20 s", "salt",
                PersonAct.Opened.Outcome.MISS, "it did not come"))));

        List<Told.Line> learned = filter
                .of(entry(
                        Marked.everyKind().stream().filter(Event.RunEnded.class::isInstance).findFirst().orElseThrow()))
                .lines();

        assertThat(learned).extracting(Told.Line::text).contains("A prediction was sealed",
                "A sealed prediction, miss: a page within 20 s (it did not come)");
        assertThat(learned.toString()).doesNotContain("responder 2");
    }

    @Test
    void lookingBackTellsEverythingAtItsInstantAndMarksWhatWasWithheld() {
        AudienceFilter filter = AudienceFilter.lookingBack();
        filter.of(entry(started()));
        Event injected = new Event.FaultInjected("f9", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                Duration.ofSeconds(15));

        Told told = filter.of(entry(injected));

        assertThat(Objects.requireNonNull(told.entry()).event()).isEqualTo(injected);
        assertThat(told.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Told.Kind.HIDDEN);
            assertThat(line.text()).contains("az1").contains("injected");
        });
        assertThat(filter.of(entry(new Event.NoteTaken("observer", "orders fail in az2"))).lines())
                .extracting(Told.Line::kind).containsExactly(Told.Kind.PERSON);
    }

    @Test
    void ofThePlatformItIsToldWhatItDidAndNotWhy() {
        Event acted = new Event.AutomationActed("placement-failure", new Scope.Zone("az1"),
                "no task placed. Reason: NO_POWER, az1 has no power", AT);

        assertThat(during(false).of(entry(acted)).lines()).extracting(Told.Line::text)
                .containsExactly("The platform acted: placement-failure, az1");
        assertThat(during(true).of(entry(acted)).lines()).extracting(Told.Line::text)
                .containsExactly("The platform acted: placement-failure");
    }

    @Test
    void ofASecondOnlyCustomersAtSiteAndZonesAreLeft() {
        Tally tally = new Tally(10, 7, 1, 2);
        Event second = new Event.SecondMeasured(AT, Map.of("customer site", tally, "customer zone az1", tally,
                "customer cell cell-1", tally, "canary zone az1", tally, "server zone az1", tally), 3, 17, 40);

        assertThat(left(during(false).of(entry(second)))).containsOnlyKeys("customer site", "customer zone az1");
        assertThat(left(during(true).of(entry(second)))).containsOnlyKeys("customer site");
    }

    private static Map<String, Tally> left(Told told) {
        return ((Event.SecondMeasured) Objects.requireNonNull(told.entry()).event()).series();
    }

    @Test
    void strictlyNoZoneAndNoCellIsNamed() {
        AudienceFilter filter = during(true);
        List<Told> told = List.of(filter.of(entry(alarm("zone-impact", new Scope.Zone("az1"), AlarmState.ALARM))),
                filter.of(entry(alarm("cell-impact", new Scope.Cell("cell-2"), AlarmState.ALARM))),
                filter.of(entry(alarm("AZ1 is dark", Scope.SITE, AlarmState.ALARM))),
                filter.of(entry(new Event.AutomationActed("leave-az1", new Scope.Zone("az1"), "leaves az1 out", AT))),
                filter.of(entry(new Event.PageSent("team-cell-1", "inbox", "az1", "az1", Scope.SITE))),
                filter.of(entry(new Event.NoteTaken("observer", "az1 fails"))));

        assertThat(told.toString().toLowerCase(Locale.ROOT)).doesNotContain("az1", "cell-1", "cell-2");
    }

    @Test
    void strictlyAnAlarmIsRaisedAsLongAsItIsRaisedAnywhere() {
        AudienceFilter filter = during(true);
        filter.of(entry(alarm("zone-impact", new Scope.Zone("az1"), AlarmState.ALARM)));

        assertThat(state(filter.of(entry(alarm("zone-impact", new Scope.Zone("az2"), AlarmState.OK)))))
                .isEqualTo(AlarmState.ALARM);
        assertThat(state(filter.of(entry(alarm("zone-impact", new Scope.Zone("az1"), AlarmState.OK)))))
                .isEqualTo(AlarmState.OK);
    }

    private static Event alarm(String name, Scope scope, AlarmState to) {
        return new Event.AlarmChanged(name, scope, AlarmState.OK, to, "az1 has 0 of 10");
    }

    private static AlarmState state(Told told) {
        return ((Event.AlarmChanged) Objects.requireNonNull(told.entry()).event()).to();
    }

    @Test
    void withLearnAllThatWasWithheldOpensUp() {
        AudienceFilter filter = during(false);
        filter.of(entry(new Event.NoteTaken("facilitator", "now the power goes")));

        Told told = filter.of(entry(new Event.FaultReverted("f9", "planned end", true, "")));

        assertThat(told.phase()).isEqualTo(Phase.LEARN);
        assertThat(told.lines()).extracting(Told.Line::text).anyMatch(text -> text.contains("now the power goes"))
                .anyMatch(text -> text.contains("injected")).anyMatch(text -> text.contains("lose-az1"));
        assertThat(filter.of(entry(new Event.NoteTaken("owner", "we knew it"))).lines()).extracting(Told.Line::text)
                .containsExactly("note by owner: we knew it");
    }
}
