package io.gameday.reference.control;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.OnLoop;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.Address;
import io.gameday.reference.event.Caller;
import io.gameday.reference.policy.ZoneShift.Shift;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The control plane's HTTP endpoint. Requests are answered on the loop.
final class ControlApi implements Handler {

    private static final JsonMapper JSON = JournalFormat.mapper();
    private static final JsonMapper STRICT = JournalFormat.strict();

    private static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}:\\d{1,5}");

    private final ControlPlane plane;
    private final Routes routes;
    private final Handler onLoop;

    ControlApi(ControlPlane plane, Executor loop) {
        this.plane = plane;
        this.routes = new Routes(plane);
        onLoop = new OnLoop(loop, (request, reply) -> reply.accept(answer(request)));
    }

    private record Customers(@Nullable List<String> customers) {
    }

    /// @param desired  tasks wanted
    /// @param running  tasks that run and were not asked to stop
    /// @param revision that every task is to have
    private record Service(String cell, int desired, int running, String revision) {
    }

    private record Desired(@Nullable Integer count) {
    }

    private record Lasting(int seconds) {
    }

    private record Share(int newPercent) {
    }

    /// @param shift null when no zone is shifted away
    private record Shifted(@Nullable Shift shift) {
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        onLoop.handle(request, reply);
    }

    private HttpAnswer answer(HttpRequest request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /topology" -> json(routes.topology());
                case "GET /routes" -> {
                    String admin = request.query().get("admin");
                    if (admin != null) {
                        plane.routerAt(ofThisMachine(admin));
                    }
                    yield plane.informed()
                            ? json(routes.table())
                            : HttpAnswer.error(503, "the tasks have not all been checked yet; ask again");
                }
                case "GET /events" -> json(plane.log().answer(request.query()));
                case "POST /customers" -> customers(request);
                case "GET /shift" -> json(new Shifted(plane.shift().orElse(null)));
                case "GET /weights" -> json(new Share(plane.newPercent()));
                case "PUT /weights" -> weights(request);
                default -> request.path().startsWith("/shifts/") ? shift(request) : other(request);
            };
        } catch (JacksonException e) {
            return HttpAnswer.error(400, "body is not the JSON that is wanted here: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return HttpAnswer.error(400, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return HttpAnswer.error(500, "cannot be remembered: " + e.getMessage());
        }
    }

    /// The router is polled with the app's token, which must not be sent anywhere else.
    private static InetSocketAddress ofThisMachine(String admin) {
        if (!LOOPBACK.matcher(admin).matches()) {
            throw new IllegalArgumentException("admin is '" + admin + "'; allowed: 127.0.0.1:PORT");
        }
        return Address.parse(admin);
    }

    private static <T> T read(HttpRequest request, Class<T> type) {
        T body = request.body().length == 0 ? null : STRICT.readValue(request.body(), type);
        if (body == null) {
            throw new IllegalArgumentException("the body is empty or null; allowed: a JSON object");
        }
        return body;
    }

    private HttpAnswer customers(HttpRequest request) throws IOException {
        List<String> asked = read(request, Customers.class).customers();
        if (asked == null || asked.isEmpty()) {
            return HttpAnswer.error(400, "customers is missing; wanted: {\"customers\":[\"c-01\"]}");
        }
        for (String customer : asked) {
            if (customer == null || !CUSTOMER.matcher(customer).matches()) {
                throw new IllegalArgumentException("customers has '" + customer + "'; allowed: " + CUSTOMER.pattern());
            }
        }
        return json(plane.assign(asked));
    }

    /// The paths of one cell, which is not there for anybody while its control plane is down.
    private HttpAnswer other(HttpRequest request) throws IOException {
        String[] path = request.path().split("/");
        boolean desired = path.length == 4 && path[1].equals("services") && path[3].equals("desired");
        boolean service = path.length == 3 && path[1].equals("services");
        if (!desired && !service) {
            return HttpAnswer.error(404, "no such thing: " + request.method() + " " + request.path());
        }
        String method = desired ? "PUT" : "GET";
        if (!request.method().equals(method)) {
            return HttpAnswer.error(405, "only " + method + " is allowed here");
        }
        CellControl cell = plane.cells().get(path[2]);
        if (cell == null) {
            return HttpAnswer.error(404,
                    "cell is '" + path[2] + "'; allowed: " + String.join(", ", plane.cells().keySet()));
        }
        if (plane.down(cell.cell())) {
            return HttpAnswer.error(503, "the control plane of " + cell.cell() + " is down");
        }
        return desired ? scale(cell, request) : service(cell);
    }

    private static HttpAnswer service(CellControl cell) {
        return cell.told()
                ? json(new Service(cell.cell(), cell.scheduler().desired(), cell.running(), cell.revision()))
                : HttpAnswer.error(503, "the host has not told of the tasks of " + cell.cell() + " yet; ask again");
    }

    /// `PUT /shifts/{zone}` has new requests leave the zone for a while, `DELETE` takes that back.
    private HttpAnswer shift(HttpRequest request) throws IOException {
        String zone = request.path().substring("/shifts/".length());
        if (request.method().equals("DELETE")) {
            return json(Map.of("zone", zone, "text", plane.takeBackShift(zone, caller(request))));
        }
        if (!request.method().equals("PUT")) {
            return HttpAnswer.error(405, "only PUT and DELETE are allowed here");
        }
        int seconds = read(request, Lasting.class).seconds();
        try {
            return json(
                    Map.of("zone", zone, "text", plane.shiftAway(zone, Duration.ofSeconds(seconds), caller(request))));
        } catch (Shifting.Refused now) {
            return HttpAnswer.error(409, zone + " cannot be shifted away: " + now.getMessage());
        }
    }

    private HttpAnswer weights(HttpRequest request) throws IOException {
        int share = read(request, Share.class).newPercent();
        return json(Map.of("newPercent", share, "text", plane.weigh(share, caller(request))));
    }

    private HttpAnswer scale(CellControl cell, HttpRequest request) throws IOException {
        Integer count = read(request, Desired.class).count();
        if (count == null) {
            return HttpAnswer.error(400, "count is missing; wanted: {\"count\":3}");
        }
        plane.scale(cell, count, caller(request));
        return json(Map.of("cell", cell.cell(), "count", count));
    }

    private static Caller caller(HttpRequest request) {
        if (request.headers().getOrDefault("x-gameday-actor", "person").equals("step")) {
            return Caller.PLATFORM;
        }
        String role = request.headers().get("x-gameday-role");
        if (role != null && !ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("x-gameday-role is '" + role + "'; allowed: " + ROLE.pattern());
        }
        return Caller.person(role);
    }

    private static HttpAnswer json(Object value) {
        return HttpAnswer.json(200, JSON.writeValueAsString(value));
    }
}
