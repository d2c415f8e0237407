package io.gameday.reference.host;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.OnLoop;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.AppConfig;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Operations.Done;
import io.gameday.target.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/// The host's endpoint. Every request is answered on the host's loop.
///
/// ```
/// GET  /state                 POST   /tasks               GET  /faults      POST /faults/{id}/renew
/// GET  /logs                  DELETE /tasks/{id}          POST /faults      DELETE /faults/{id}
/// GET  /events                PUT    /left/{zone}         DELETE /left/{zone}
///                             POST   /databases/{cell}/backup        POST /databases/{cell}/restore
/// ```
final class HostApi implements Handler {

    private static final JsonMapper JSON = JournalFormat.mapper();
    private static final JsonMapper STRICT = JournalFormat.strict();
    /// It names files and goes into the environment of processes.
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");
    private static final Pattern TASK = Pattern.compile("/tasks/([^/]+)");
    private static final Pattern LEFT = Pattern.compile("/left/([^/]+)");
    private static final Pattern DATABASE = Pattern.compile("/databases/([^/]+)/(backup|restore)");
    private static final Pattern FAULT = Pattern.compile("/faults/([^/]+)");
    private static final Pattern RENEWAL = Pattern.compile("/faults/([^/]+)/renew");

    private final AppConfig config;
    private final Handler onLoop;
    private final Zones zones;
    private final HostFaults faults;
    private final HostLogs logs;
    private final PlatformSettings settings;
    private final ZoneLeave leave;
    private final Backups backups;

    HostApi(AppConfig config, Executor loop, Zones zones, HostFaults faults, HostLogs logs, PlatformSettings settings,
            Backups backups) {
        this.config = config;
        onLoop = new OnLoop(loop, this::answer);
        this.zones = zones;
        this.faults = faults;
        this.settings = settings;
        leave = new ZoneLeave(settings, config.layout());
        this.logs = logs;
        this.backups = backups;
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        onLoop.handle(request, reply);
    }

    void answer(HttpRequest request, Consumer<HttpAnswer> reply) {
        Matcher fault = FAULT.matcher(request.path());
        Matcher database = DATABASE.matcher(request.path());
        try {
            if (request.method().equals("DELETE") && fault.matches()) {
                String id = fault.group(1);
                faults.revert(id, () -> reply.accept(json(200, Map.of("id", id))));
            } else if (request.method().equals("POST") && database.matches()) {
                restoreOrBackUp(database.group(1), database.group(2).equals("restore"), reply);
            } else if (request.method().equals("POST") && request.path().equals("/faults")) {
                inject(read(request, FaultRequest.class), reply);
            } else {
                reply.accept(atOnce(request));
            }
        } catch (JacksonException unreadable) {
            reply.accept(refusal(unreadable));
        } catch (IllegalArgumentException notAllowed) {
            reply.accept(HttpAnswer.error(422, String.valueOf(notAllowed.getMessage())));
        }
    }

    private static <T> T read(HttpRequest request, Class<T> type) {
        T body = request.body().length == 0 ? null : STRICT.readValue(request.body(), type);
        if (body == null) {
            throw new IllegalArgumentException("the body is empty or null; allowed: a JSON object");
        }
        return body;
    }

    private HttpAnswer atOnce(HttpRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /state" -> ok(state());
            case "GET /logs" -> ok(logs.view());
            case "POST /tasks" -> place(read(request, TaskRequest.class));
            case "GET /events" -> ok(zones.events().answer(request.query()));
            case "GET /faults" -> ok(Map.of("faults", faults.inForce()));
            default -> oneOf(request);
        };
    }

    private State state() {
        HostState state = zones.state();
        return new State(state.zones(), state.tasks(), settings.view());
    }

    private static HttpAnswer refusal(JacksonException unreadable) {
        if (unreadable instanceof InvalidTypeIdException unknown) {
            return HttpAnswer.error(422,
                    "fault.kind is '" + unknown.getTypeId() + "'; allowed: " + String.join(", ", Fault.KINDS));
        }
        return unreadable.getCause() instanceof IllegalArgumentException range
                ? HttpAnswer.error(422, "fault." + range.getMessage())
                : HttpAnswer.error(400, "the body is not what this path takes: " + unreadable.getOriginalMessage());
    }

    private HttpAnswer oneOf(HttpRequest request) {
        return switch (request.method()) {
            case "DELETE" -> LEFT.matcher(request.path()).matches()
                    ? match(request, LEFT, this::comeBack)
                    : match(request, TASK, this::stop);
            case "PUT" -> match(request, LEFT, this::leave);
            case "POST" -> match(request, RENEWAL, this::renew);
            default -> noSuchPath();
        };
    }

    private HttpAnswer place(TaskRequest order) {
        if (!config.cells().contains(order.cell()) || !config.zones().contains(order.zone())) {
            return HttpAnswer.error(422, "cell is '" + order.cell() + "', zone is '" + order.zone() + "'; allowed: "
                    + String.join(", ", config.cells()) + " in " + String.join(", ", config.zones()));
        }
        if (order.slots() < 1 || order.revision() == null || !REVISION.matcher(order.revision()).matches()) {
            return HttpAnswer.error(422, "slots is " + order.slots() + ", revision is '" + order.revision()
                    + "'; allowed: 1 or more slots, and a revision such as 1, by " + REVISION.pattern());
        }
        if (settings.controlPlaneDown(order.cell())) {
            return down(order.cell());
        }
        return switch (zones.place(order.cell(), order.zone(), order.slots(), order.revision())) {
            case Placement.Placed(String id) -> json(201, Map.of("id", id));
            case Placement.Refused(var reason, String why) -> json(409, Map.of("error", why, "reason", reason));
        };
    }

    private void restoreOrBackUp(String cell, boolean restore, Consumer<HttpAnswer> reply) {
        Reply<Done> told = answer -> reply.accept(switch (answer) {
            case Answer.Ok<Done>(Done done) -> json(200, Map.of("cell", cell, "text", done.text()));
            case Answer.Failed<Done>(String why) -> HttpAnswer.error(409, why);
        });
        if (restore) {
            backups.restore(cell, told);
        } else {
            backups.backup(cell, told);
        }
    }

    private HttpAnswer leave(String zone) {
        config.zoneNumber(zone);
        try {
            return json(200, Map.of("zone", zone, "text", leave.order(zone)));
        } catch (ZoneLeave.Refused now) {
            return HttpAnswer.error(409, zone + " cannot be left: " + now.getMessage());
        }
    }

    private HttpAnswer comeBack(String zone) {
        config.zoneNumber(zone);
        return json(200, Map.of("zone", zone, "text", leave.takeBack(zone)));
    }

    private HttpAnswer stop(String id) {
        Optional<String> down = zones.cellOf(id).filter(settings::controlPlaneDown);
        if (down.isPresent()) {
            return down(down.get());
        }
        return zones.stop(id) ? json(202, Map.of("id", id)) : HttpAnswer.error(404, "no task " + id);
    }

    /// What the control plane of a cell is told that is down, should it ask nevertheless.
    private static HttpAnswer down(String cell) {
        return HttpAnswer.error(503, "the control plane of " + cell + " is down");
    }

    private void inject(FaultRequest request, Consumer<HttpAnswer> reply) {
        faults.inject(request, outcome -> reply.accept(switch (outcome) {
            case HostFaults.Outcome.Done() -> json(201, Map.of("id", String.valueOf(request.id())));
            case HostFaults.Outcome.Refused(String why) -> HttpAnswer.error(409, why);
            case HostFaults.Outcome.Invalid(String why) -> HttpAnswer.error(422, why);
        }));
    }

    private HttpAnswer renew(String id) {
        return faults.renew(id)
                ? json(200, Map.of("id", id))
                : HttpAnswer.error(404, "fault " + id + " is not in force");
    }

    private static HttpAnswer match(HttpRequest request, Pattern path, Function<String, HttpAnswer> then) {
        Matcher matcher = path.matcher(request.path());
        return matcher.matches() ? then.apply(matcher.group(1)) : noSuchPath();
    }

    private static HttpAnswer noSuchPath() {
        return HttpAnswer.error(404,
                "no such path; allowed: GET /state, GET /logs, GET /events, POST /tasks, DELETE /tasks/{id}, "
                        + "GET and POST /faults, POST /faults/{id}/renew, DELETE /faults/{id}, PUT and DELETE /left/{zone}, "
                        + "POST /databases/{cell}/backup and /databases/{cell}/restore");
    }

    private static HttpAnswer ok(Object body) {
        return json(200, body);
    }

    private static HttpAnswer json(int status, Object body) {
        return HttpAnswer.json(status, JSON.writeValueAsString(body));
    }

    /// What `GET /state` tells.
    private record State(List<HostState.Zone> zones, List<HostState.Task> tasks, PlatformSettings.View settings) {
    }

    /// What `POST /tasks` asks for.
    private record TaskRequest(@Nullable String cell, @Nullable String zone, int slots, @Nullable String revision) {
    }
}
