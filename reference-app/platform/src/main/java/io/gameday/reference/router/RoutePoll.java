package io.gameday.reference.router;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.policy.Eviction;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks the control plane for the table again and again, and goes on with the last one while it does not answer.
///
/// The clock's loop only sends; everything that is kept is touched on the network thread, where answers arrive.
final class RoutePoll {

    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Clock clock;
    private final HttpCaller caller;
    private final InetSocketAddress controlPlane;
    private final HttpRequest request;
    private final RouteTable table;
    private final Eviction eviction;
    private final RouterMetrics metrics;
    private final Router router;

    /// @param admin our own admin endpoint, told with every poll so that the control plane can ask us
    RoutePoll(Clock clock, HttpCaller caller, InetSocketAddress controlPlane, String token, String admin,
            RouteTable table, Eviction eviction, RouterMetrics metrics, Router router) {
        this.clock = clock;
        this.caller = caller;
        this.controlPlane = controlPlane;
        this.request = new HttpRequest("GET", "/routes", Map.of("admin", admin),
                Map.of("authorization", "Bearer " + token), new byte[0]);
        this.table = table;
        this.eviction = eviction;
        this.metrics = metrics;
        this.router = router;
    }

    void poll() {
        caller.call(controlPlane, request, LIMIT, result -> {
            try {
                take(result);
                router.look();
            } finally {
                clock.at(PERIOD, this::poll);
            }
        });
    }

    private void take(CallResult result) {
        if (!(result instanceof CallResult.Answered(HttpAnswer answer)) || answer.status() != 200) {
            return;
        }
        try {
            RouteTable.Told told = JSON.readValue(answer.text(), RouteTable.Told.class);
            table.replace(told);
            eviction.retain(table.ids());
            metrics.retain(table.ids());
            Optional.ofNullable(told.eviction()).ifPresent(eviction::rule);
        } catch (JacksonException | IllegalArgumentException notOurs) {
            System.err.println("table of routes cannot be read: " + notOurs.getMessage());
        }
    }
}
