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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/// The agent's endpoint: `GET /faults`, `POST /plan`, `POST /faults`, `POST /faults/{id}/renew`,
/// `POST /faults/{id}/observe`, `DELETE /faults/{id}`. Whatever is wrong with a call is a 4xx with `{"error":…}`.
final class AgentApi implements Handler {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int REFUSED = 409;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_LEASE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JournalFormat.mapper().rebuild()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Agent agent;
    private final Executor loop;
    private final AuditLog audit;

    AgentApi(Agent agent, Executor loop, AuditLog audit) {
        this.agent = agent;
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

    /// @param duration at most one day
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
            audited.accept(HttpAnswer.error(422,
                    "fault kind is '" + unknown.getTypeId() + "'; allowed: " + String.join(", ", Fault.KINDS)));
        } catch (StreamReadException garbage) {
            audited.accept(HttpAnswer.error(400, "the body is not JSON: " + garbage.getOriginalMessage()));
        } catch (JacksonException misfit) {
            audited.accept(HttpAnswer.error(422, "the body does not fit: " + misfit.getOriginalMessage()));
        } catch (IllegalArgumentException outOfRange) {
            audited.accept(HttpAnswer.error(422, String.valueOf(outOfRange.getMessage())));
        }
    }

    private void route(HttpRequest request, Consumer<HttpAnswer> reply) {
        List<String> path = List.of(request.path().substring(1).split("/", -1));
        switch (request.method() + " /" + path.getFirst() + " " + path.size()) {
            case "GET /faults 1" -> onLoop(reply, () -> reply.accept(json(OK, agent.inForce())));
            case "POST /plan 1" -> {
                PlanCall call = read(request, PlanCall.class);
                onLoop(reply, () -> agent.plan(call.fault(), answer(OK, reply)));
            }
            case "POST /faults 1" -> {
                InjectCall call = checked(read(request, InjectCall.class));
                onLoop(reply, () -> agent.inject(call.id(), call.plan(), call.duration(), call.lease(),
                        answer(CREATED, reply)));
            }
            case "DELETE /faults 2" -> onLoop(reply, () -> agent.revert(path.get(1), answer(OK, reply)));
            case "POST /faults 3" -> act(path.get(2), path.get(1), reply);
            default -> reply.accept(HttpAnswer.error(404, "there is no " + request.method() + " " + request.path()));
        }
    }

    private void act(String verb, String fault, Consumer<HttpAnswer> reply) {
        switch (verb) {
            case "renew" -> known(fault, reply, id -> agent.renew(id, answer(OK, reply)));
            case "observe" -> onLoop(reply, () -> agent.observe(fault, answer(OK, reply)));
            default -> reply.accept(HttpAnswer.error(404, "a fault can be renewed and observed, not '" + verb + "'"));
        }
    }

    private void known(String id, Consumer<HttpAnswer> reply, Consumer<String> then) {
        onLoop(reply, () -> {
            if (agent.knows(id)) {
                then.accept(id);
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
        T call = JSON.readValue(request.text(), type);
        if (call == null) {
            throw new IllegalArgumentException("the body is null; allowed: an object");
        }
        return call;
    }

    private static InjectCall checked(InjectCall call) {
        if (!Ledger.RUN.matcher(call.id()).matches()) {
            throw new IllegalArgumentException("id is '" + call.id() + "'; allowed: " + Ledger.RUN.pattern());
        }
        if (call.duration().isNegative() || call.duration().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("duration is " + call.duration() + "; allowed: zero to " + LONGEST);
        }
        if (!call.lease().isPositive() || call.lease().compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException(
                    "lease is " + call.lease() + "; allowed: more than zero, at most " + LONGEST_LEASE);
        }
        return call;
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
