package io.gameday.reference.control;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.event.AppEvent;
import io.gameday.reference.event.EventLog;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Follows the router: its events become ours, its attempts an observation of the zones. Belongs to the loop.
final class RouterWatch {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Calls calls;
    private final EventLog log;
    private final Observations observations;
    private @Nullable InetSocketAddress admin;
    private final AttemptCounts counts = new AttemptCounts();
    private Map<String, Attempts> newest = Map.of();
    private long seen;
    private boolean asking;

    RouterWatch(Calls calls, EventLog log, Observations observations) {
        this.calls = calls;
        this.log = log;
        this.observations = observations;
    }

    private record Events(List<AppEvent> events) {
    }

    private record AllAttempts(Map<String, Attempts> attempts) {
    }

    /// The router says with every poll where it can be asked. A new address is a new router, counting from zero.
    void at(InetSocketAddress address) {
        if (!address.equals(admin)) {
            // The first counts of a router that was there before this control plane are only where to count from.
            if (admin == null) {
                counts.fromNext();
            } else {
                counts.fromZero();
            }
            admin = address;
        }
    }

    /// What the router counted up to its last answer, which is taken: empty when none came since.
    Map<String, Attempts> takeCounts() {
        Map<String, Attempts> taken = newest;
        newest = Map.of();
        return taken;
    }

    /// Once a second.
    void poll() {
        InetSocketAddress at = admin;
        if (at == null || asking) {
            return;
        }
        asking = true;
        calls.ask(at, HttpRequest.get("/attempts"), result -> {
            asking = false;
            read(result, text -> {
                newest = JSON.readValue("{\"attempts\":" + text + "}", AllAttempts.class).attempts();
                counts.taken(newest, observations);
            });
        });
        HttpRequest events = new HttpRequest("GET", "/events", Map.of("after", Long.toString(seen)), Map.of(),
                new byte[0]);
        calls.ask(at, events, result -> read(result, text -> merge(JSON.readValue(text, Events.class).events())));
    }

    private static void read(CallResult result, Consumer<String> then) {
        if (result instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200) {
            try {
                then.accept(answer.text());
            } catch (JacksonException notOurs) {
                System.err.println("router's answer cannot be read: " + notOurs.getOriginalMessage());
            }
        }
    }

    private void merge(List<AppEvent> events) {
        events.stream().filter(event -> event.seq() > seen).forEach(event -> {
            seen = event.seq();
            log.merge(event);
        });
    }
}
