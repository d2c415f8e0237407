package io.gameday.agent;

import io.gameday.agent.ledger.Ledger;
import io.gameday.http.Admission;
import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/// The agent's endpoint:
///
/// | call | answer |
/// |---|---|
/// | `GET /faults` | what may be in force, of this run and by the ledgers of others |
/// | `GET /faults/{id}` | [FaultState] |
/// | `GET /events?after=N&wait=S` | `{"entries":[…],"more"}`: the ledger's entries of this run after number N, waiting up to S seconds for one |
/// | `POST /plan {"fault"}` | what it would reach |
/// | `POST /faults {"id","plan","duration","lease"}` | 201 once it is in force |
/// | `POST /faults/{id}/renew`, `…/observe` | |
/// | `DELETE /faults/{id}` | 200 once it is taken away, or was never begun |
///
/// Whatever is wrong with a call is a 4xx with `{"error":…}`: 400 no JSON, 401, 403 and 415 who may not call, 404 no such
/// thing, 405 another method, 409 refused, 422 a value that is not allowed; 503 when too many follow the events. Each
/// call has its line in the audit log.
final class AgentApi implements Handler {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int REFUSED = 409;
    private static final int LONGEST_WAIT = 20;
    private static final int SHOWN = 80;
    /// As the library puts it, with words about its own settings behind.
    private static final Pattern MISSING = Pattern.compile("Missing creator property '(\\w+)'.*", Pattern.DOTALL);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_LEASE = Duration.ofMinutes(1);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final JsonMapper JSON = JournalFormat.mapper();
    private static final JsonMapper STRICT = JournalFormat.strict();

    private final Agent agent;
    private final Clock clock;
    private final Executor loop;
    private final AuditLog audit;

    AgentApi(Agent agent, Clock clock, Executor loop, AuditLog audit) {
        this.agent = agent;
        this.clock = clock;
        this.loop = loop;
        this.audit = audit;
    }

    /// Who may call, with an audit line for those who may not.
    static Admission admission(String token, AuditLog audit) {
        Admission byToken = Admission.token(token);
        return request -> {
            Optional<HttpAnswer> refusal = byToken.refusal(request);
            refusal.ifPresent(answer -> audit.add(request, answer.status()));
            return refusal;
        };
    }

    record PlanCall(Fault fault) {
    }

    /// @param duration more than zero, at most one day; zero is allowed for what leaves nothing in force
    /// @param lease    more than zero, at most one minute
    record InjectCall(String id, FaultPlan plan, Duration duration, Duration lease) {
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        Consumer<HttpAnswer> audited = answer -> {
            audit.add(request, answer.status());
            reply.accept(answer);
        };
        try {
            route(request, audited);
        } catch (InvalidTypeIdException unknown) {
            audited.accept(HttpAnswer.error(422, "fault.kind is '" + shown(String.valueOf(unknown.getTypeId()))
                    + "'; allowed: " + String.join(", ", Fault.KINDS)));
        } catch (StreamReadException garbage) {
            audited.accept(HttpAnswer.error(400, "the body is not JSON: " + garbage.getOriginalMessage()));
        } catch (JacksonException misfit) {
            audited.accept(HttpAnswer.error(422, "the body does not fit: "
                    + MISSING.matcher(String.valueOf(misfit.getOriginalMessage())).replaceFirst("'$1' is missing")));
        } catch (IllegalArgumentException outOfRange) {
            audited.accept(HttpAnswer.error(422, String.valueOf(outOfRange.getMessage())));
        }
    }

    private void route(HttpRequest request, Consumer<HttpAnswer> reply) {
        List<String> path = List.of(request.path().substring(1).split("/", -1));
        String verb = path.size() == 3 ? " " + path.get(2) : "";
        switch (path.getFirst() + " " + path.size() + verb) {
            case "faults 1" -> {
                switch (request.method()) {
                    case "GET" -> onLoop(reply, () -> reply.accept(json(OK, agent.inForce())));
                    case "POST" -> inject(request, reply);
                    default -> notAllowed(request, "GET, POST", reply);
                }
            }
            case "faults 2" -> {
                String id = id(path.get(1));
                switch (request.method()) {
                    case "GET" -> known(id, reply, () -> reply.accept(agent.state(id).map(state -> json(OK, state))
                            .orElseGet(() -> HttpAnswer.error(REFUSED, id + " is being injected; ask again"))));
                    case "DELETE" -> onLoop(reply, () -> agent.revert(id, answer(OK, reply)));
                    default -> notAllowed(request, "GET, DELETE", reply);
                }
            }
            case "faults 3 renew" -> only("POST", request, reply, () -> {
                String id = id(path.get(1));
                known(id, reply, () -> agent.renew(id, answer(OK, reply)));
            });
            case "faults 3 observe" -> only("POST", request, reply, () -> {
                String id = id(path.get(1));
                onLoop(reply, () -> agent.observe(id, answer(OK, reply)));
            });
            case "plan 1" -> only("POST", request, reply, () -> {
                PlanCall call = read(request, PlanCall.class);
                onLoop(reply, () -> agent.plan(call.fault(), answer(OK, reply)));
            });
            case "events 1" -> only("GET", request, reply, () -> events(request, reply));
            default -> reply.accept(HttpAnswer.error(404, "there is no " + shown(request.path())
                    + "; allowed: /faults, /faults/{id}, /faults/{id}/renew, /faults/{id}/observe, /plan, /events"));
        }
    }

    private static void only(String method, HttpRequest request, Consumer<HttpAnswer> reply, Runnable then) {
        if (request.method().equals(method)) {
            then.run();
        } else {
            notAllowed(request, method, reply);
        }
    }

    private static void notAllowed(HttpRequest request, String methods, Consumer<HttpAnswer> reply) {
        reply.accept(HttpAnswer.error(405,
                "the method is '" + shown(request.method()) + "'; allowed at " + request.path() + ": " + methods));
    }

    private void inject(HttpRequest request, Consumer<HttpAnswer> reply) {
        InjectCall call = checked(read(request, InjectCall.class));
        onLoop(reply,
                () -> agent.inject(call.id(), call.plan(), call.duration(), call.lease(), answer(CREATED, reply)));
    }

    private void events(HttpRequest request, Consumer<HttpAnswer> reply) {
        long after = number(request, "after", Long.MAX_VALUE);
        Duration wait = Duration.ofSeconds(number(request, "wait", LONGEST_WAIT));
        onLoop(reply, () -> {
            if (agent.tail().full()) {
                reply.accept(HttpAnswer.error(503, LedgerTail.MOST_WAITING
                        + " calls for events are under way, which is the limit; let one end and ask again"));
            } else {
                agent.tail().after(after, wait, clock, page -> reply.accept(json(OK, page)));
            }
        });
    }

    private static long number(HttpRequest request, String name, long most) {
        String given = request.query().getOrDefault(name, "0");
        if (!NUMBER.matcher(given).matches() || Long.parseLong(given) > most) {
            throw new IllegalArgumentException(name + " is '" + shown(given) + "'; allowed: a whole number, 0 "
                    + (most == Long.MAX_VALUE ? "or more" : "to " + most));
        }
        return Long.parseLong(given);
    }

    private void known(String id, Consumer<HttpAnswer> reply, Runnable then) {
        onLoop(reply, () -> {
            if (agent.knows(id)) {
                then.run();
            } else {
                reply.accept(HttpAnswer.error(404, "fault id is '" + id + "'; there is no such fault in this run"));
            }
        });
    }

    private void onLoop(Consumer<HttpAnswer> reply, Runnable task) {
        loop.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                reply.accept(HttpAnswer.error(500, "the agent failed: " + failure.getMessage()));
            }
        });
    }

    private static <T> T read(HttpRequest request, Class<T> type) {
        if (request.body().length == 0) {
            throw new IllegalArgumentException("the body is empty; allowed: a JSON object");
        }
        T call = STRICT.readValue(request.body(), type);
        if (call == null) {
            throw new IllegalArgumentException("the body is null; allowed: a JSON object");
        }
        return call;
    }

    private static InjectCall checked(InjectCall call) {
        id(call.id());
        Fault fault = call.plan().fault();
        // What stays in force ends with its duration; what leaves nothing needs none.
        boolean tooShort = fault.lasting() ? !call.duration().isPositive() : call.duration().isNegative();
        if (tooShort || call.duration().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("duration is " + call.duration() + "; allowed for " + fault.kind() + ": "
                    + (fault.lasting() ? "more than zero, at most " : "zero to ") + LONGEST);
        }
        if (!call.lease().isPositive() || call.lease().compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException(
                    "lease is " + call.lease() + "; allowed: more than zero, at most " + LONGEST_LEASE);
        }
        return call;
    }

    private static String id(String given) {
        if (!Ledger.RUN.matcher(given).matches()) {
            throw new IllegalArgumentException("id is '" + shown(given) + "'; allowed: " + Ledger.RUN.pattern());
        }
        return given;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static <T> Reply<T> answer(int status, Consumer<HttpAnswer> reply) {
        return answer -> reply.accept(switch (answer) {
            case Answer.Ok(T value) -> json(status, value);
            case Answer.Failed(String why) -> HttpAnswer.error(REFUSED, why);
        });
    }

    private static HttpAnswer json(int status, Object value) {
        return HttpAnswer.json(status, JSON.writeValueAsString(value));
    }
}
