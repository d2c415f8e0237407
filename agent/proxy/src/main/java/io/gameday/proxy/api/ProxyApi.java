package io.gameday.proxy.api;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.proxy.Proxies;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Toxiproxy's HTTP API: finds the route, checks who asks, and has one thread do what is asked, so that calls do not
/// mix. A call that takes too long is answered all the same.
final class ProxyApi implements Handler {

    /// What clients of Toxiproxy may rely on; some ask for it before they use `PATCH`.
    static final String VERSION = "2.12.0";

    private static final Duration GIVE_UP = Duration.ofSeconds(25);
    private static final int LONGEST_AUDITED_BODY = 400;

    private final Clock clock;
    private final ExecutorService thread;
    private final Proxies proxies;
    private final Consumer<String> audit;
    private final List<Route> routes;
    private final AtomicLong requests;

    /// @param requests what the ids of requests count on from
    ProxyApi(Clock clock, ExecutorService thread, Proxies proxies, Consumer<String> audit, List<Route> routes,
            long requests) {
        this.clock = clock;
        this.thread = thread;
        this.proxies = proxies;
        this.audit = audit;
        this.routes = List.copyOf(routes);
        this.requests = new AtomicLong(requests);
    }

    static List<Route> routes(ProxyCalls proxies, ToxicCalls toxics, RequestFaultCalls requests, LeaseCalls leases) {
        Set<String> get = Set.of("GET");
        Set<String> post = Set.of("POST");
        Set<String> change = Set.of("POST", "PATCH");
        Set<String> delete = Set.of("DELETE");
        return List.of(new Route(post, "/reset", proxies::reset), new Route(get, "/proxies", proxies::index),
                new Route(post, "/proxies", proxies::create), new Route(post, "/populate", proxies::populate),
                new Route(get, "/proxies/{proxy}", proxies::show),
                new Route(change, "/proxies/{proxy}", proxies::update),
                new Route(delete, "/proxies/{proxy}", proxies::delete),
                new Route(get, "/proxies/{proxy}/toxics", toxics::index),
                new Route(post, "/proxies/{proxy}/toxics", toxics::create),
                new Route(get, "/proxies/{proxy}/toxics/{toxic}", toxics::show),
                new Route(change, "/proxies/{proxy}/toxics/{toxic}", toxics::update),
                new Route(delete, "/proxies/{proxy}/toxics/{toxic}", toxics::delete),
                new Route(get, "/version",
                        call -> Replies.text(200, "application/json;charset=utf-8",
                                "{\"version\": \"" + VERSION + "\"}\n")),
                new Route(get, "/proxies/{proxy}/gameday/requests", requests::index),
                new Route(post, "/proxies/{proxy}/gameday/requests", requests::create),
                new Route(delete, "/proxies/{proxy}/gameday/requests/{request}", requests::delete),
                new Route(get, "/gameday/leases", leases::index),
                new Route(Set.of("PUT"), "/gameday/leases/{lease}", leases::grant),
                new Route(delete, "/gameday/leases/{lease}", leases::end),
                new Route(post, "/gameday/leases/{lease}/renew", leases::renew));
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        boolean knownPath = false;
        for (Route route : routes) {
            Optional<List<String>> names = route.names(request.path());
            if (names.isPresent() && route.methods().contains(request.method())) {
                matched(route, new Call(request, names.get()), reply);
                return;
            }
            knownPath |= names.isPresent();
        }
        reply.accept(knownPath ? Replies.empty(405) : Replies.notFound());
    }

    private void matched(Route route, Call call, Consumer<HttpAnswer> reply) {
        String id = requestId();
        AtomicBoolean answered = new AtomicBoolean();
        Clock.Cancellable giveUp = clock.at(GIVE_UP, () -> {
            if (answered.compareAndSet(false, true)) {
                reply.accept(with(id, Replies.error(503, tooLate(call))));
            }
        });
        try {
            thread.execute(() -> {
                HttpAnswer answer = Guard.refusal(call.request()).orElseGet(() -> answer(route, call));
                audited(call.request(), answer);
                giveUp.cancel();
                if (answered.compareAndSet(false, true)) {
                    reply.accept(with(id, answer));
                }
            });
        } catch (RejectedExecutionException closed) {
            giveUp.cancel();
            reply.accept(with(id, Replies.error(503, "the proxy is closing")));
        }
    }

    private HttpAnswer answer(Route route, Call call) {
        try {
            return route.action().act(call);
        } catch (Refusal refusal) {
            return Replies.error(refusal.status(), refusal.message());
        } catch (RuntimeException unexpected) {
            return Replies.error(500, "unexpected: " + unexpected);
        }
    }

    /// What the call was about, and the connections that may be in its way.
    private String tooLate(Call call) {
        String held = call.names().isEmpty()
                ? ""
                : proxies.find(call.name(0))
                        .map(proxy -> "; connections held by " + call.name(0) + ": " + proxy.connections()).orElse("");
        return call.request().method() + " " + call.request().path() + " is not done after " + GIVE_UP.toSeconds()
                + " s and may still be done" + held;
    }

    private void audited(HttpRequest request, HttpAnswer answer) {
        if (request.method().equals("GET")) {
            return;
        }
        String body = request.text();
        String shown = body.length() > LONGEST_AUDITED_BODY ? body.substring(0, LONGEST_AUDITED_BODY) + "…" : body;
        String said = answer.status() < 400 ? "" : answer.text();
        audit.accept(
                oneLine(request.method() + " " + request.path() + " " + shown + " -> " + answer.status() + " " + said));
    }

    /// Whoever writes a line break into a body must not be able to write a line of the audit.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").replaceAll(" {2,}", " ").strip();
    }

    /// As long as Toxiproxy's.
    private String requestId() {
        String digits = Long.toUnsignedString(requests.getAndIncrement(), 32);
        return "0".repeat(Math.max(0, 20 - digits.length())) + digits;
    }

    private static HttpAnswer with(String id, HttpAnswer answer) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("X-Toxiproxy-Request-Id", id);
        return new HttpAnswer(answer.status(), Map.copyOf(headers), answer.body());
    }
}
