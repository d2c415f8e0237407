package io.gameday.cli.fault;

import io.gameday.http.Admission;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands between the agent's drivers and where faults act, and lies to them.
///
/// ```
/// agent ─► saboteur ─► the app's host, or its proxies
/// ```
final class Saboteur implements AutoCloseable {

    /// How it lies.
    enum Lie {
        NONE, INJECT_IS_REFUSED, INJECT_DOES_NOTHING, REVERT_DOES_NOTHING, HITS_ANOTHER
    }

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern LINK = Pattern.compile("/proxies/(gameday\\.[^/]+)(/.*)");
    private static final HttpAnswer NOTHING_TAKEN = HttpAnswer.json(200,
            "{\"id\":\"none\",\"ended\":\"\",\"taken\":[]}");

    private final HttpCaller caller;
    private final InetSocketAddress real;
    private final HttpServer server;
    private volatile Lie lie = Lie.NONE;

    Saboteur(Network network, HttpCaller caller, InetSocketAddress real) throws IOException {
        this.caller = caller;
        this.real = real;
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(), this::answer);
    }

    void lie(Lie next) {
        lie = next;
    }

    String address() {
        return "127.0.0.1:" + server.address().getPort();
    }

    private void answer(HttpRequest request, Consumer<HttpAnswer> reply) {
        String call = request.method() + " " + request.path();
        boolean injects = call.equals("POST /faults")
                || call.matches("POST /proxies/.*/(toxics(/.*)?|gameday/requests)");
        boolean reverts = call.matches("DELETE (/faults|/gameday/leases)/.*");
        Lie now = lie;
        if (injects && now == Lie.INJECT_IS_REFUSED) {
            reply.accept(HttpAnswer.json(409, "{\"error\":\"refused by the test\",\"status\":409}"));
        } else if (injects && now == Lie.INJECT_DOES_NOTHING) {
            reply.accept(call.equals("POST /faults")
                    ? HttpAnswer.json(201, "{\"id\":\"x\"}")
                    : HttpAnswer.json(call.contains("/toxics") ? 200 : 201, full(request.text())));
        } else if (reverts && now == Lie.REVERT_DOES_NOTHING) {
            reply.accept(NOTHING_TAKEN);
        } else if (injects && now == Lie.HITS_ANOTHER && call.equals("POST /faults")) {
            pass(new HttpRequest(request.method(), request.path(), request.query(), request.headers(),
                    elsewhere(request.text())), reply);
        } else if (injects && now == Lie.HITS_ANOTHER) {
            anotherLink(request, reply);
        } else {
            pass(request, reply);
        }
    }

    /// A toxic as the server would answer it, whatever of it was sent.
    private static String full(String sent) {
        return sent.contains("\"name\"")
                ? sent
                : "{\"name\":\"x\",\"type\":\"latency\",\"stream\":\"downstream\",\"toxicity\":1,\"attributes\":"
                        + "{\"latency\":1,\"jitter\":1}}";
    }

    /// The other zone where a zone was meant, else the other cell.
    private static byte[] elsewhere(String aim) {
        String other = aim.contains("az1") ? aim.replace("az1", "az2") : aim.replace("cell-1", "cell-2");
        return other.getBytes(StandardCharsets.UTF_8);
    }

    /// Links are told by their names, and one of a task holds the task's id, so the other one is looked up.
    private void anotherLink(HttpRequest request, Consumer<HttpAnswer> reply) {
        Matcher link = LINK.matcher(request.path());
        if (!link.matches()) {
            pass(request, reply);
            return;
        }
        String name = link.group(1);
        String pattern = (name.endsWith(".database") ? name.replace("cell-1", "cell-2") : name.replace("az1", "az2"))
                .replaceAll("orders-\\d+", "orders-\\\\d+");
        pass(HttpRequest.get("/proxies"), all -> {
            Matcher other = Pattern.compile("\"name\":\"(" + pattern + ")\"").matcher(all.text());
            if (other.find()) {
                pass(new HttpRequest(request.method(), "/proxies/" + other.group(1) + link.group(2), Map.of(),
                        request.headers(), request.body()), reply);
            } else {
                reply.accept(HttpAnswer.error(500, "the saboteur found no link like " + pattern));
            }
        });
    }

    private void pass(HttpRequest request, Consumer<HttpAnswer> reply) {
        caller.call(real, request, LIMIT, result -> reply.accept(switch (result) {
            case CallResult.Answered(HttpAnswer answer) -> answer;
            case CallResult.Unreachable(String why) -> HttpAnswer.error(502, why);
            case CallResult.Broken(String why) -> HttpAnswer.error(502, why);
            case CallResult.TimedOut() -> HttpAnswer.error(504, "no answer");
        }));
    }

    @Override
    public void close() {
        server.close();
    }
}
