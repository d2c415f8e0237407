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
import java.util.Map;
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
        paging.alarms(List.of(raised("zone-impact", AZ1)), Map.of("a", AlarmState.ALARM));
        paging.alarms(List.of(raised("site-availability", Scope.SITE)),
                Map.of("a", AlarmState.ALARM, "b", AlarmState.ALARM));
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
    }

    @Test
    void whatIsOverIsResolvedAndEscalatesNoMore() {
        Paging paging = paging();
        raise(paging);
        clock.advance(Duration.ofMinutes(1));
        paging.alarms(List.of(), Map.of("a", AlarmState.OK, "b", AlarmState.INSUFFICIENT_DATA));
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
        paging.alarms(List.of(), Map.of("a", AlarmState.OK));
        raise(paging);
        paging.alarms(List.of(), Map.of("a", AlarmState.OK));
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
        paging.alarms(List.of(), Map.of("a", AlarmState.OK));
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
        paging.alarms(List.of(), Map.of("a", AlarmState.OK));
        String tail = " did not go out: Slack answered 400: invalid_payload";
        assertThat(events).containsExactly(new Event.NoteTaken("engine", "a page to on-call" + tail),
                new Event.PageAcknowledged("responder"),
                new Event.NoteTaken("engine", "that responder acknowledged the page" + tail),
                new Event.NoteTaken("engine", "that the page is resolved" + tail));
        assertThat(paged).isEmpty();
    }

    private Paging paging() {
        return new Paging("run", List.of(new Escalation("on-call", Duration.ZERO),
                new Escalation("incident-manager", Duration.ofMinutes(5))), pager, clock, journal, paged::add);
    }

    private static void raise(Paging paging) {
        paging.alarms(List.of(raised("zone-impact", AZ1)), Map.of("a", AlarmState.ALARM));
    }

    private static AlarmChange raised(String alarm, Scope scope) {
        return new AlarmChange(alarm, scope, AlarmState.OK, AlarmState.ALARM, "50 of 50 failed");
    }
}
