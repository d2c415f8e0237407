package io.gameday.agent.driver;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What our proxy offers beyond Toxiproxy: leases, and faults of single requests. Every call blocks, for at most
/// [#LIMIT].
final class ProxyLink implements LeaseKeeper {

    static final Duration LIMIT = Duration.ofMillis(1500);

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Endpoint server;

    ProxyLink(HttpCaller caller, InetSocketAddress server) {
        this.server = new Endpoint(caller, server,
                "the proxy server at " + server.getHostString() + ":" + server.getPort(), LIMIT);
    }

    @Override
    public String name() {
        return server.name();
    }

    /// Touches nothing.
    ///
    /// @return whether it tells requests apart, so that single ones can be lost
    /// @throws IOException when there is no proxy of that name, or it was not told
    boolean tellsRequestsApart(String proxy) throws IOException {
        HttpAnswer answer = server.ask(HttpRequest.get("/proxies/" + proxy));
        if (answer.status() == 404) {
            throw new IOException(name() + " has no proxy '" + proxy + "'");
        }
        server.check(200, answer);
        try {
            return JSON.readTree(answer.text()).path("gameday").path("http").asBoolean(false);
        } catch (JacksonException unreadable) {
            throw new IOException(name() + " told of proxy '" + proxy + "' what is no JSON", unreadable);
        }
    }

    /// Whether it keeps leases itself; a Toxiproxy knows none.
    ///
    /// @throws IOException when it did not tell
    boolean knowsLeases() throws IOException {
        HttpAnswer answer = server.ask(HttpRequest.get("/gameday/leases"));
        if (answer.status() == 404) {
            return false;
        }
        server.check(200, answer);
        return true;
    }

    @Override
    public void grant(String id, Duration lease, Duration duration) throws IOException {
        server.expect(201, new HttpRequest("PUT", "/gameday/leases/" + id, Map.of(), Map.of(),
                JSON.writeValueAsBytes(Map.of("lease", lease.toString(), "duration", duration.toString()))));
    }

    @Override
    public boolean renew(String id) throws IOException {
        HttpAnswer answer = server.ask(HttpRequest.post("/gameday/leases/" + id + "/renew", ""));
        if (answer.status() == 404) {
            return false;
        }
        server.check(200, answer);
        return true;
    }

    @Override
    public void end(String id) throws IOException {
        server.expect(200, new HttpRequest("DELETE", "/gameday/leases/" + id, Map.of(), Map.of(), new byte[0]));
    }

    @Override
    public void adopt(String id, Duration lease, Duration duration) {
        // The server has kept it all the while.
    }

    /// @throws AlreadyThere when the proxy has one of that name
    void loseRequests(String proxy, String name, double share) throws IOException {
        HttpAnswer answer = server.ask(HttpRequest.post("/proxies/" + proxy + "/gameday/requests",
                JSON.writeValueAsString(Map.of("name", name, "share", share, "effect", "drop"))));
        if (answer.status() == 409 && answer.text().contains("already exists")) {
            throw new AlreadyThere();
        }
        server.check(201, answer);
    }

    static final class AlreadyThere extends IOException {
        private AlreadyThere() {
            super("it is there already");
        }
    }
}
