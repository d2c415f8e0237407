package io.gameday.agent.driver;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/// What our proxy offers beyond Toxiproxy: leases, and faults of single requests. Every call blocks, for at most
/// [#LIMIT].
final class ProxyLink implements LeaseKeeper {

    static final Duration LIMIT = Duration.ofMillis(1500);

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final HttpCaller caller;
    private final InetSocketAddress server;

    ProxyLink(HttpCaller caller, InetSocketAddress server) {
        this.caller = caller;
        this.server = server;
    }

    @Override
    public String name() {
        return "the proxy server at " + server.getHostString() + ":" + server.getPort();
    }

    String url() {
        return "http://" + server.getHostString() + ":" + server.getPort();
    }

    /// Whether it keeps leases itself; a Toxiproxy knows none.
    ///
    /// @throws IOException when it did not tell
    boolean knowsLeases() throws IOException {
        HttpAnswer answer = ask(HttpRequest.get("/gameday/leases"));
        if (answer.status() == 404) {
            return false;
        }
        check(200, answer);
        return true;
    }

    @Override
    public void grant(String id, Duration lease, Duration duration) throws IOException {
        expect(201, new HttpRequest("PUT", "/gameday/leases/" + id, Map.of(), Map.of(),
                JSON.writeValueAsBytes(Map.of("lease", lease.toString(), "duration", duration.toString()))));
    }

    @Override
    public boolean renew(String id) throws IOException {
        HttpAnswer answer = ask(HttpRequest.post("/gameday/leases/" + id + "/renew", ""));
        if (answer.status() == 404) {
            return false;
        }
        check(200, answer);
        return true;
    }

    @Override
    public void end(String id) throws IOException {
        expect(200, new HttpRequest("DELETE", "/gameday/leases/" + id, Map.of(), Map.of(), new byte[0]));
    }

    @Override
    public void adopt(String id, Duration lease, Duration duration) {
        // The server has kept it all the while.
    }

    /// @throws AlreadyThere when the proxy has one of that name
    void loseRequests(String proxy, String name, double share) throws IOException {
        HttpAnswer answer = ask(HttpRequest.post("/proxies/" + proxy + "/gameday/requests",
                JSON.writeValueAsString(Map.of("name", name, "share", share, "effect", "drop"))));
        if (answer.status() == 409 && answer.text().contains("already exists")) {
            throw new AlreadyThere();
        }
        check(201, answer);
    }

    static final class AlreadyThere extends IOException {
        private AlreadyThere() {
            super("it is there already");
        }
    }

    private void expect(int status, HttpRequest request) throws IOException {
        check(status, ask(request));
    }

    private void check(int status, HttpAnswer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException(name() + " answered " + answer.status() + ": " + answer.text().strip());
        }
    }

    private HttpAnswer ask(HttpRequest request) throws IOException {
        CompletableFuture<CallResult> told = new CompletableFuture<>();
        caller.call(server, request, LIMIT, told::complete);
        return switch (told.join()) {
            case CallResult.Answered(HttpAnswer answer) -> answer;
            case CallResult.Unreachable(String why) -> throw new IOException(name() + " cannot be reached: " + why);
            case CallResult.Broken(String why) -> throw new IOException(name() + " broke off: " + why);
            case CallResult.TimedOut() ->
                throw new IOException(name() + " did not answer within " + LIMIT.toMillis() + " ms");
        };
    }
}
