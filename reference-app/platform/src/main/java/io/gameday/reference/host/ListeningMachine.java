package io.gameday.reference.host;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A zone's machine as an HTTP endpoint at 127.0.n.1 that says which zone it stands in. Runs on the host's loop.
final class ListeningMachine implements Machine {

    private static final Duration AGAIN = Duration.ofMillis(250);

    private final Network network;
    private final Clock clock;
    private final String zone;
    private final Consumer<String> log;
    private final InetSocketAddress address;
    private @Nullable HttpServer server;
    private boolean wanted = true;

    /// Listens at once.
    ///
    /// @throws IOException when the zone's address cannot be bound
    ListeningMachine(Network network, Clock clock, String zone, int number, Consumer<String> log) throws IOException {
        this.network = network;
        this.clock = clock;
        this.zone = zone;
        this.log = log;
        HttpServer first = listen(new InetSocketAddress("127.0." + number + ".1", 0));
        address = first.address();
        server = first;
    }

    @Override
    public String address() {
        return address.getHostString() + ":" + address.getPort();
    }

    @Override
    public void off() {
        wanted = false;
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public void on() {
        wanted = true;
        tryToListen();
    }

    private void tryToListen() {
        if (!wanted || server != null) {
            return;
        }
        try {
            server = listen(address);
        } catch (IOException taken) {
            log.accept("the machine of " + zone + " is not back yet: " + taken.getMessage());
            clock.at(AGAIN, this::tryToListen);
        }
    }

    private HttpServer listen(InetSocketAddress at) throws IOException {
        String answer = JsonMapper.builder().build().writeValueAsString(Map.of("zone", zone));
        return HttpServer.start(network, at, Admission.open(),
                (request,
                        reply) -> reply.accept(request.method().equals("GET") && request.path().equals("/")
                                ? HttpAnswer.json(200, answer)
                                : HttpAnswer.error(404, "no such path; allowed: GET /")));
    }
}
