package io.gameday.endpoint;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the endpoint answers:
///
/// | call | answer |
/// |---|---|
/// | `GET /v1/run` | `{"run","last","ended"}` |
/// | `GET /v1/events?after=N&wait=S` | `{"entries":[…],"more"}`: the journal's entries after N, waiting up to S seconds for one |
/// | `POST /v1/notes {"role","text"}` | `{"seq"}` of what was journalled, as all below |
/// | `POST /v1/acknowledgements {"role"}` | |
/// | `POST /v1/go {"by","for","go","why"}` | whether the run may begin, for one who was invited or for all (`for` left out) |
/// | `POST /v1/stop {"by","why"}` | at once; the faults' ends follow in the journal |
/// | `POST /v1/faults/{id}/begun {"by"}`, `…/ended` | what somebody was asked to break has begun, or ended |
/// | `DELETE /v1/faults/{id}?by=…` or with `{"by"}` | once the fault was reverted; the proof follows in the journal |
///
/// What is wrong with a call is a 4xx with `{"error":…}`: 400 no JSON, 404 no such thing, 409 the run has ended or no
/// page is open, 422 a value that is not allowed.
final class RunApi implements Handler {

    private static final int OK = 200;
    private static final int LONGEST_WAIT = 20;
    private static final int MOST_FOLLOWERS = 32;
    private static final Pattern ANSWER = Pattern.compile("POST /v1/faults/([^/]+)/(begun|ended)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String run;
    private final JournalTail tail;
    private final JournalPages pages;
    private final Executor loop;
    private final RunControl control;
    private final Semaphore followers = new Semaphore(MOST_FOLLOWERS);

    RunApi(String run, JournalTail tail, JournalPages pages, Executor loop, RunControl control) {
        this.run = run;
        this.tail = tail;
        this.pages = pages;
        this.loop = loop;
        this.control = control;
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        try {
            route(request, reply);
        } catch (JacksonException garbage) {
            reply.accept(HttpAnswer.error(400, "the body is not JSON: " + garbage.getOriginalMessage()));
        } catch (IllegalArgumentException notAllowed) {
            reply.accept(HttpAnswer.error(422, String.valueOf(notAllowed.getMessage())));
        }
    }

    private void route(HttpRequest request, Consumer<HttpAnswer> reply) {
        switch (request.method() + " " + request.path()) {
            case "GET /v1/run" ->
                reply.accept(json(Map.of("run", run, "last", tail.last(), "ended", tail.endedAt().isPresent())));
            case "GET /v1/events" -> events(request, reply);
            case "POST /v1/notes" -> {
                CallBody body = CallBody.of(request, List.of("role", "text"));
                String role = PersonText.role("role", body.text("role"));
                String text = PersonText.text("text", body.text("text"));
                journalled(reply, () -> control.note(role, text));
            }
            case "POST /v1/acknowledgements" -> {
                String role = PersonText.role("role", CallBody.of(request, List.of("role")).text("role"));
                acknowledged(role, reply);
            }
            case "POST /v1/stop" -> {
                CallBody body = CallBody.of(request, List.of("by", "why"));
                String by = PersonText.role("by", body.text("by"));
                String why = PersonText.reason("why", body.text("why"));
                onLoop(reply, () -> {
                    control.stop(by, why);
                    reply.accept(seq(tail.last()));
                });
            }
            case "POST /v1/go" -> go(request, reply);
            default -> {
                String faults = "DELETE /v1/faults/";
                String asked = request.method() + " " + request.path();
                Matcher answer = ANSWER.matcher(asked);
                if (answer.matches()) {
                    answered(answer.group(1), answer.group(2).equals("begun") ? Turn.BEGIN : Turn.END, request, reply);
                } else if (asked.startsWith(faults) && asked.length() > faults.length()) {
                    endFault(asked.substring(faults.length()), request, reply);
                } else {
                    reply.accept(HttpAnswer.error(404, "there is no " + CallBody.shortened(asked)));
                }
            }
        }
    }

    private void go(HttpRequest request, Consumer<HttpAnswer> reply) {
        CallBody body = CallBody.of(request, List.of("by", "for", "go", "why"));
        String by = PersonText.role("by", body.text("by"));
        String of = body.text("for").isEmpty() ? "" : PersonText.role("for", body.text("for"));
        String why = PersonText.reason("why", body.text("why"));
        String go = body.text("go");
        if (!go.equals("yes") && !go.equals("no")) {
            throw new IllegalArgumentException("go is '" + CallBody.shortened(go) + "'; allowed: yes or no");
        }
        onLoop(reply, () -> {
            Optional<String> refusal = control.go(by, of, go.equals("yes"), why);
            reply.accept(refusal.map(no -> HttpAnswer.error(409, no)).orElseGet(() -> seq(tail.last())));
        });
    }

    private void events(HttpRequest request, Consumer<HttpAnswer> reply) {
        long after = number(request, "after", Long.MAX_VALUE);
        Duration wait = Duration.ofSeconds(number(request, "wait", LONGEST_WAIT));
        if (!followers.tryAcquire()) {
            reply.accept(HttpAnswer.error(503, MOST_FOLLOWERS + " calls for events are under way, which is the limit;"
                    + " let one end and ask again"));
            return;
        }
        // Waits and reads a file, which neither the network thread nor the loop may do.
        Thread.ofVirtual().name("run-events").start(() -> {
            try {
                tail.awaitBeyond(after, wait);
                JournalPages.Page page = pages.after(after);
                reply.accept(HttpAnswer.json(OK, "{\"entries\":" + page.entries() + ",\"more\":" + page.more() + "}"));
            } catch (IOException unreadable) {
                reply.accept(HttpAnswer.error(500, "the journal cannot be read: " + unreadable));
            } catch (InterruptedException stopped) {
                reply.accept(HttpAnswer.error(503, "the endpoint closes"));
            } finally {
                followers.release();
            }
        });
    }

    private static long number(HttpRequest request, String name, long most) {
        String given = request.query().getOrDefault(name, "0");
        if (!NUMBER.matcher(given).matches() || Long.parseLong(given) > most) {
            throw new IllegalArgumentException(name + " is '" + CallBody.shortened(given)
                    + "'; allowed: a whole number, 0 " + (most == Long.MAX_VALUE ? "or more" : "to " + most));
        }
        return Long.parseLong(given);
    }

    private void answered(String id, Turn turn, HttpRequest request, Consumer<HttpAnswer> reply) {
        String by = PersonText.role("by", CallBody.of(request, List.of("by")).text("by"));
        onLoop(reply, () -> {
            long before = tail.last();
            if (!control.answered(id, turn, by)) {
                reply.accept(HttpAnswer.error(404, "nobody was asked to " + (turn == Turn.BEGIN ? "begin" : "end")
                        + " fault '" + CallBody.shortened(id) + "', or it was answered already"));
            } else {
                reply.accept(seq(Math.max(before, tail.last())));
            }
        });
    }

    private void endFault(String id, HttpRequest request, Consumer<HttpAnswer> reply) {
        String by = PersonText.role("by",
                request.body().length == 0
                        ? request.query().getOrDefault("by", "")
                        : CallBody.of(request, List.of("by")).text("by"));
        onLoop(reply, () -> {
            // Before it is asked: a target may answer at once.
            Predicate<Entry> end = entry -> taken(id, entry, reply);
            tail.watch(end);
            if (!control.endFault(id, by)) {
                tail.forget(end);
                reply.accept(HttpAnswer.error(404, "fault is '" + CallBody.shortened(id)
                        + "'; allowed: a fault in force now, by its id in the journal, such as f1"));
            }
        });
    }

    /// Whether `entry` decides what came of taking the fault away; if so, it is told.
    private boolean taken(String id, Entry entry, Consumer<HttpAnswer> reply) {
        switch (entry.event()) {
            case Event.FaultReverted(String fault, _, boolean done, _) when fault.equals(id) && done ->
                reply.accept(seq(entry.seq()));
            case Event.FaultConfirmedGone(String fault, _, _, _, _, _) when fault.equals(id) ->
                reply.accept(HttpAnswer.error(409, "fault " + id + " could not be taken away; it ends by its lease."
                        + " Check with: gameday recover"));
            case Event.RunEnded _ -> reply.accept(ended());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void acknowledged(String role, Consumer<HttpAnswer> reply) {
        onLoop(reply, () -> {
            long before = tail.last();
            Optional<String> refusal = control.acknowledge(role);
            reply.accept(refusal.map(why -> HttpAnswer.error(409, why)).orElseGet(() -> written(before)));
        });
    }

    /// On the loop, and answered with the entry that came of it.
    private void journalled(Consumer<HttpAnswer> reply, Runnable effect) {
        onLoop(reply, () -> {
            long before = tail.last();
            effect.run();
            reply.accept(written(before));
        });
    }

    private HttpAnswer written(long before) {
        return tail.last() > before
                ? seq(tail.last())
                : HttpAnswer.error(500, "it could not be written into the journal, so it is not recorded");
    }

    private void onLoop(Consumer<HttpAnswer> reply, Runnable effect) {
        loop.execute(() -> {
            if (tail.endedAt().isPresent()) {
                reply.accept(ended());
                return;
            }
            try {
                effect.run();
            } catch (RuntimeException defect) {
                reply.accept(HttpAnswer.error(500, "the controller failed: " + defect));
                // The loop's owner takes the faults away.
                throw defect;
            }
        });
    }

    private HttpAnswer ended() {
        return HttpAnswer.error(409, "the run has ended at " + Objects.requireNonNull(tail.endedAt().orElse(null)));
    }

    private static HttpAnswer seq(long seq) {
        return json(Map.of("seq", seq));
    }

    private static HttpAnswer json(Map<String, ?> fields) {
        return HttpAnswer.json(OK, JSON.writeValueAsString(fields));
    }
}
