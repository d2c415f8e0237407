package io.gameday.people;

import io.gameday.endpoint.CallBody;
import io.gameday.endpoint.PersonText;
import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the page asks:
///
/// | call | what it does |
/// |---|---|
/// | `GET /` | the page |
/// | `GET /v1/view?after=N` | the run as all may see it, with what happened after line N |
/// | `POST /v1/join {"sent"}` | says that the page is open |
/// | `POST /v1/go {"go":"yes" or "no","for","why"}` | answers for oneself, or for who is not there |
/// | `POST /v1/notes`, `/v1/noticed` `{"id","text","typed","sent"}` | something seen; typed and sent by the page's own clock |
/// | `POST /v1/predictions {"id","signal","within","system","people"}` | seals a prediction; within in seconds |
/// | `POST /v1/acknowledgements {"id"}` | answers the page that somebody was sent |
/// | `POST /v1/stop {"why"}` | stops the run |
///
/// Who asks is known by the token. An `id` is of the page's own making: what is sent again with it is done once and
/// answered the same. What the run says has a code, by which the page says it in its language, beside the English: `said`
/// or `error`, `code`, `with`; see [Phrase].
final class PeopleApi implements Handler {

    private static final int OK = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Desk desk;
    private final Tokens tokens;
    private final Executor loop;
    private final InstantSource machine;
    private final String key;
    private final Farewell farewell = new Farewell();
    private final Page page = Page.read();

    /// @param machine the machine's own clock, which those of phones are compared with
    /// @param key     names the run for the page, which must not know its real name
    PeopleApi(Desk desk, Tokens tokens, Executor loop, InstantSource machine, String key) {
        this.desk = desk;
        this.tokens = tokens;
        this.loop = loop;
        this.machine = machine;
        this.key = key;
    }

    Farewell farewell() {
        return farewell;
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        try {
            if (request.path().equals(Page.PATH)) {
                reply.accept(request.method().equals("GET") ? page.answer() : nothing(request));
                return;
            }
            Participant who = tokens.whose(request)
                    .orElseThrow(() -> new IllegalStateException("a request without a token was let in"));
            route(who, request, reply);
        } catch (JacksonException garbage) {
            reply.accept(HttpAnswer.error(400, "the body is not JSON: " + garbage.getOriginalMessage()));
        } catch (Unfit unfit) {
            reply.accept(refusal(422, unfit.why()));
        } catch (IllegalArgumentException notAllowed) {
            reply.accept(refusal(422, Saying.of(String.valueOf(notAllowed.getMessage()))));
        }
    }

    private void route(Participant who, HttpRequest request, Consumer<HttpAnswer> reply) {
        switch (request.method() + " " + request.path()) {
            case "GET /v1/view" -> {
                String after = request.query().getOrDefault("after", "0");
                if (!NUMBER.matcher(after).matches()) {
                    throw new IllegalArgumentException(
                            "after is '" + CallBody.shortened(after) + "'; allowed: a whole number, 0 or more");
                }
                desk.presence().heard(who);
                reply.accept(json(OK, view(who, Long.parseLong(after))));
            }
            case "POST /v1/join" -> {
                Instant sent = instant("sent", CallBody.of(request, List.of("sent")).text("sent"));
                Duration ahead = sent == null ? null : Duration.between(machine.instant(), sent);
                desk.presence().heard(who);
                onLoop(reply, () -> desk.join(who, ahead));
            }
            case "POST /v1/go" -> {
                CallBody body = CallBody.of(request, List.of("go", "for", "why"));
                String go = body.text("go");
                if (!go.equals("yes") && !go.equals("no")) {
                    throw new IllegalArgumentException("go is '" + CallBody.shortened(go) + "'; allowed: yes or no");
                }
                String of = body.text("for").isEmpty() ? who.title() : PersonText.role("for", body.text("for"));
                String why = PersonText.reason("why", body.text("why"));
                onLoop(reply, () -> desk.answer(who.title(), of, go.equals("yes"), why));
            }
            case "POST /v1/notes", "POST /v1/noticed" -> {
                CallBody body = CallBody.of(request, List.of("id", "text", "typed", "sent"));
                String id = id(body);
                String text = PersonText.text("text", body.text("text"));
                Duration age = age(body);
                boolean note = request.path().equals("/v1/notes");
                onLoop(reply, () -> {
                    Instant typed = age == null ? null : desk.clock().now().minus(age);
                    return note ? desk.note(who, id, text, typed) : desk.noticed(who, id, text, typed);
                });
            }
            case "POST /v1/predictions" -> {
                CallBody body = CallBody.of(request, List.of("id", "signal", "within", "system", "people"));
                String id = id(body);
                Claim claim = new Claim(PersonText.reason("signal", body.text("signal")), within(body.text("within")),
                        PersonText.reason("system", body.text("system")),
                        PersonText.reason("people", body.text("people")));
                onLoop(reply, () -> desk.seal(who, id, claim));
            }
            case "POST /v1/acknowledgements" -> {
                String id = id(CallBody.of(request, List.of("id")));
                onLoop(reply, () -> desk.acknowledge(who, id));
            }
            case "POST /v1/stop" -> {
                String why = PersonText.reason("why", CallBody.of(request, List.of("why")).text("why"));
                onLoop(reply, () -> desk.stop(who, why));
            }
            default -> reply.accept(nothing(request));
        }
    }

    private Map<String, ?> view(Participant who, long after) {
        Commons.Picture picture = desk.commons().picture(after);
        Map<String, Object> view = new LinkedHashMap<>();
        if (picture.ended() != null) {
            farewell.told(who);
        }
        view.put("key", key);
        view.put("you", who.title());
        view.put("role", who.role().code());
        view.put("duty", who.role().duty());
        view.put("avoids", who.role().avoids());
        view.put("deputy", who.deputy());
        view.put("mayAnswerFor", desk.invited().stream().filter(who::mayAnswerFor).map(Participant::title).toList());
        view.put("now", desk.now());
        view.put("machine", machine.instant());
        view.put("lobby", desk.gathering());
        view.put("picture", picture);
        return view;
    }

    private static String id(CallBody body) {
        String id = body.text("id");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id is '" + CallBody.shortened(id)
                    + "'; allowed: 8 to 64 letters, digits and -, a new one for each entry");
        }
        return id;
    }

    /// How long ago something was typed, by the page's own clock alone, so that it does not matter how wrong that is.
    private static @Nullable Duration age(CallBody body) {
        Instant typed = instant("typed", body.text("typed"));
        Instant sent = instant("sent", body.text("sent"));
        if (typed == null || sent == null) {
            return null;
        }
        Duration age = Duration.between(typed, sent);
        if (age.isNegative() || age.compareTo(Duration.ofDays(2)) > 0) {
            throw new Unfit(Saying.TYPED_TOO_LONG_AGO.with("typed", typed.toString(), "sent", sent.toString()));
        }
        return age;
    }

    private static @Nullable Instant instant(String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(
                    field + " is '" + CallBody.shortened(text) + "'; allowed: an instant such as 2026-11-21T14:01:32Z",
                    none);
        }
    }

    private static @Nullable Duration within(String seconds) {
        if (seconds.isBlank()) {
            return null;
        }
        if (!SECONDS.matcher(seconds).matches()) {
            throw new Unfit(Saying.NO_SECONDS.with("value", CallBody.shortened(seconds)));
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private void onLoop(Consumer<HttpAnswer> reply, Supplier<Said> effect) {
        loop.execute(() -> {
            try {
                reply.accept(switch (effect.get()) {
                    case Said.Done(Phrase words) -> json(OK, words.fields("said"));
                    case Said.Refused(Phrase why) -> refusal(409, why);
                });
            } catch (RuntimeException defect) {
                reply.accept(refusal(500, Saying.CONTROLLER_FAILED.with("why", defect.toString())));
                // The loop's owner takes the faults away.
                throw defect;
            }
        });
    }

    private static HttpAnswer nothing(HttpRequest request) {
        return HttpAnswer.error(404, "there is no " + CallBody.shortened(request.method() + " " + request.path()));
    }

    static HttpAnswer refusal(int status, Phrase why) {
        return json(status, why.fields("error"));
    }

    private static HttpAnswer json(int status, Map<String, ?> fields) {
        return new HttpAnswer(status, Map.of("content-type", "application/json", "cache-control", "no-store",
                "x-content-type-options", "nosniff"), JSON.writeValueAsBytes(fields));
    }
}
