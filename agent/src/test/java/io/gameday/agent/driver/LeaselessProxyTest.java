package io.gameday.agent.driver;

import io.gameday.http.Admission;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.proxy.api.ProxyServer;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Our own proxy server, with everything hidden that a Toxiproxy does not know.
class LeaselessProxyTest extends ForeignToxiproxyContract {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    private final Network network = new Network("proxy");
    private final RealClock clock = new RealClock("proxy", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private ProxyServer proxies;
    private HttpServer front;

    @BeforeEach
    @Override
    void links() throws IOException {
        proxies = ProxyServer.start(network, clock, ANY_PORT, 1, upstream -> true, line -> {
        });
        front = HttpServer.start(network, ANY_PORT, Admission.open(), (request, reply) -> {
            if (request.path().contains("/gameday/")) {
                reply.accept(new HttpAnswer(404, Map.of(), "404 page not found\n".getBytes(StandardCharsets.UTF_8)));
                return;
            }
            caller.call(proxies.address(), request, Duration.ofSeconds(10),
                    result -> reply.accept(result instanceof CallResult.Answered(HttpAnswer answer)
                            ? answer
                            : HttpAnswer.error(502, String.valueOf(result))));
        });
        super.links();
    }

    @AfterEach
    @Override
    void close() {
        super.close();
        front.close();
        proxies.close();
        caller.close();
        clock.close();
        network.close();
    }

    @Override
    InetSocketAddress server() {
        return front.address();
    }
}
