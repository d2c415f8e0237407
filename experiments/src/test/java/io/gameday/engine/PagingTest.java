package io.gameday.engine;

import io.gameday.engine.Pager.Message;
import io.gameday.engine.Pager.Message.Page;
import io.gameday.engine.Pager.Message.Page.Standing;
import io.gameday.experiment.Experiment.Escalation;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Reply;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Incidents in virtual time: who is told what, and when.
class PagingTest {

    private static final Scope AZ1 = new Scope.Zone("az1");
    private static final Instant START = Instant.parse("2026-11-19T14:00:00Z");

    private final VirtualClock clock = new VirtualClock(START);
    private final List<Message> messages = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> paged = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private int opened;
    private int resolved;
    private final Journal journal = event -> {
        events.add(event);
        return new Entry(events.size(), clock.now(), "run", event);
    };
    private Pager pager = (message, sent) -> {
        messages.add(message);
        sent.ok("inbox");
    };

    @Test
    void manyAlarmsWakePeopleOnce() {
        Paging paging = paging();
        raise(paging);
        paging.alarms(List.of(raised("site-availability", Scope.SITE)));
        assertThat(messages).singleElement().isInstanceOfSatisfying(Page.class, page -> {
            assertThat(page.to()).isEqualTo("on-call");
            assertThat(page.standing()).isEqualTo(Standing.FIRST);
            assertThat(page.text()).isEqualTo("on-call: zone-impact zone az1 is in ALARM (50 of 50 failed)");
            assertThat(page.incident().began()).isEqualTo(START);
        });
        assertThat(events).containsExactly(
                new Event.PageSent("on-call", "inbox", "zone-impact zone az1 is in ALARM", "zone-impact", AZ1));
        assertThat(paged).containsExactly("on-call");
    }

    @Test
    void whereNobodyAcknowledgesTheNextIsPaged() {
        Paging paging = paging();
        raise(paging);
        clock.advance(Duration.ofSeconds(299));
        assertThat(paged).containsExactly("on-call");
        clock.advance(Duration.ofSeconds(1));
        assertThat(paged).containsExactly("on-call", "incident-manager");
        assertThat(messages.getLast()).isInstanceOfSatisfying(Page.class,
                page -> assertThat(page.standing()).isEqualTo(Standing.ESCALATED));
        clock.advance(Duration.ofHours(1));
        assertThat(messages).hasSize(2);
    }

    @Test
    void whoAcknowledgesEndsTheEscalation() {
        Paging paging = paging();
        raise(paging);
        clock.advance(Duration.ofSeconds(299));
        assertThat(paging.acknowledge("responder")).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(paged).containsExactly("on-call");
        assertThat(messages.getLast().text()).isEqualTo("zone-impact zone az1: acknowledged by responder");
        assertThat(events).containsOnlyOnce(new Event.PageAcknowledged("responder"));
        assertThat(paging.acknowledge("facilitator")).contains("the page was acknowledged already, by responder");
        assertThat(acknowledged).containsExactly("responder");
        assertThat(resolved).isZero();
        over(paging);
        assertThat(resolved).isEqualTo(1);
    }

    @Test
    void whatIsOverIsResolvedAndEscalatesNoMore() {
        Paging paging = paging();
        raise(paging);
        clock.advance(Duration.ofMinutes(1));
        over(paging);
        clock.advance(Duration.ofHours(1));
        assertThat(messages.getLast().text()).isEqualTo("zone-impact zone az1: resolved, every alarm has left ALARM");
        assertThat(paged).containsExactly("on-call");
        assertThat(paging.acknowledge("responder")).hasValueSatisfying(
                why -> assertThat(why).startsWith("no page is open: every alarm has left ALARM since the last one"));
    }

    @Test
    void eachIncidentHasAKeyOfItsOwnThatAllItsMessagesShare() {
        Paging paging = paging();
        raise(paging);
        paging.acknowledge("responder");
        over(paging);
        raise(paging);
        over(paging);
        assertThat(messages).extracting(message -> message.incident().key()).containsExactly("run/1", "run/1", "run/1",
                "run/2", "run/2");
    }

    @Test
    void whereNobodyWasPagedThereIsNothingToAcknowledge() {
        assertThat(paging().acknowledge("responder"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("no page is open: nobody was paged so far"));
        assertThat(events).isEmpty();
    }

    @Test
    void whatStandsWhenNobodyLooksAnyMoreIsNotCalledResolved() {
        Paging paging = paging();
        raise(paging);
        paging.watchNoMore();
        clock.advance(Duration.ofHours(1));
        paging.end();
        assertThat(messages).hasSize(1);
        assertThat(events.getLast()).isEqualTo(new Event.NoteTaken("engine", "the page of zone-impact zone az1 is not "
                + "resolved: an alarm was in ALARM when the run ended. Look whether the system is well, and resolve it "
                + "by hand"));
    }

    @Test
    void whatIsNotOutAtTheEndIsTold() {
        pager = new Pager() {
            @Override
            public void send(Message message, Reply<String> sent) {
                messages.add(message);
            }

            @Override
            public List<String> underWay() {
                return messages.stream().map(Message::text).toList();
            }
        };
        Paging paging = paging();
        raise(paging);
        over(paging);
        paging.end();
        assertThat(events).containsExactly(
                new Event.NoteTaken("engine",
                        "when the run ended it was not known whether this went out: on-call: "
                                + "zone-impact zone az1 is in ALARM (50 of 50 failed)"),
                new Event.NoteTaken("engine", "when the run ended it was not known whether this went out: zone-impact "
                        + "zone az1: resolved, every alarm has left ALARM"));
    }

    @Test
    void whatDoesNotGoOutIsJournalledWhateverItIs() {
        pager = (message, sent) -> sent.failed("Slack answered 400: invalid_payload");
        Paging paging = paging();
        raise(paging);
        paging.acknowledge("responder");
        over(paging);
        String tail = " did not go out: Slack answered 400: invalid_payload";
        assertThat(events).containsExactly(new Event.NoteTaken("engine", "a page to on-call" + tail),
                new Event.PageAcknowledged("responder"),
                new Event.NoteTaken("engine", "that responder acknowledged the page" + tail),
                new Event.NoteTaken("engine", "that the page is resolved" + tail));
        assertThat(paged).isEmpty();
    }

    @Test
    void oneAlarmOfSeveralThatEndsIsNotTheEndOfTheIncident() {
        Paging paging = paging();
        raise(paging);
        paging.alarms(List.of(raised("site-availability", Scope.SITE)));
        over(paging);
        assertThat(paging.isOpen()).isTrue();
        paging.alarms(List.of(ended("site-availability", Scope.SITE)));
        assertThat(paging.isOpen()).isFalse();
        assertThat(messages).extracting(Message::text).containsExactly(
                "on-call: zone-impact zone az1 is in ALARM (50 of 50 failed)",
                "zone-impact zone az1: resolved, every alarm has left ALARM");
    }

    @Test
    void whereAlarmsAreNamedEachPlaceOfEachIsAnIncidentAndNothingElseIs() {
        Paging paging = paging(List.of("cell-impact", "customers-hurt"));
        paging.alarms(
                List.of(raised("site-availability", Scope.SITE), raised("cell-impact", new Scope.Cell("cell-1"))));
        paging.alarms(List.of(raised("cell-impact", new Scope.Cell("cell-2")), raised("customers-hurt", Scope.SITE)));
        paging.alarms(List.of(ended("cell-impact", new Scope.Cell("cell-1"))));
        assertThat(messages).extracting(Message::text).containsExactly(
                "on-call: cell-impact cell cell-1 is in ALARM (50 of 50 failed)",
                "on-call: cell-impact cell cell-2 is in ALARM (50 of 50 failed)",
                "on-call: customers-hurt site is in ALARM (50 of 50 failed)",
                "cell-impact cell cell-1: resolved, the alarm has left ALARM");
        assertThat(opened).isEqualTo(3);
        assertThat(paging.acknowledge("responder")).isEmpty();
        assertThat(events).filteredOn(Event.PageAcknowledged.class::isInstance).hasSize(1);
        assertThat(messages).filteredOn(Message.Acknowledged.class::isInstance).hasSize(2);
    }

    @Test
    void aCompositeAddsNothingWhereAllAlarmsTogetherAreOneIncident() {
        Paging paging = paging();
        paging.alarms(List.of(raised("nothing-wrong", Scope.SITE)));
        assertThat(paging.isOpen()).isFalse();
        assertThat(messages).isEmpty();
    }

    @Test
    void anAlarmOfTheFilesOwnIsOneOfAll() {
        Paging paging = paging();
        paging.alarms(List.of(raised("latency-by-cell", new Scope.Cell("cell-1"))));
        assertThat(messages).singleElement().isInstanceOfSatisfying(Page.class,
                page -> assertThat(page.text()).contains("latency-by-cell cell cell-1 is in ALARM"));
    }

    private Paging paging() {
        return paging(List.of());
    }

    private Paging paging(List<String> pageOn) {
        return new Paging("run", pageOn, Set.of("customers-hurt", "nothing-wrong"),
                List.of(new Escalation("on-call", Duration.ZERO),
                        new Escalation("incident-manager", Duration.ofMinutes(5))),
                pager, clock, journal, new Paging.Listener() {
                    @Override
                    public void opened() {
                        opened++;
                    }

                    @Override
                    public void paged(String role) {
                        paged.add(role);
                    }

                    @Override
                    public void acknowledged(String role) {
                        acknowledged.add(role);
                    }

                    @Override
                    public void resolved() {
                        resolved++;
                    }
                });
    }

    private static void raise(Paging paging) {
        paging.alarms(List.of(raised("zone-impact", AZ1)));
    }

    private static void over(Paging paging) {
        paging.alarms(List.of(ended("zone-impact", AZ1)));
    }

    private static AlarmChange raised(String alarm, Scope scope) {
        return new AlarmChange(alarm, scope, AlarmState.OK, AlarmState.ALARM, "50 of 50 failed");
    }

    private static AlarmChange ended(String alarm, Scope scope) {
        return new AlarmChange(alarm, scope, AlarmState.ALARM, AlarmState.OK, "0 of 50 failed");
    }
}
