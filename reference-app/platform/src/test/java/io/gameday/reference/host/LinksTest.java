package io.gameday.reference.host;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.reference.fake.Await;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/// Against a proxy server that fails when told to.
@Timeout(120)
class LinksTest {

    private static final String ON = "POST /proxies/gameday.link {\"enabled\":true}";
    private static final String OFF = "POST /proxies/gameday.link {\"enabled\":false}";

    private final Network network = new Network("test");
    private final RealClock loop = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    /// Statuses of the answers to come; afterwards all is well.
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private Links links;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(), this::answer);
        links = new Links(caller, server.address(), loop, log::add);
    }

    @AfterEach
    void stop() {
        server.close();
        caller.close();
        loop.close();
        network.close();
    }

    private void answer(HttpRequest request, Consumer<HttpAnswer> reply) {
        asked.add((request.method() + " " + request.path() + " " + request.text()).strip());
        Integer wrong = statuses.poll();
        if (wrong != null) {
            reply.accept(HttpAnswer.error(wrong, "not now"));
        } else if (request.path().equals("/proxies")) {
            reply.accept(HttpAnswer.json(201, "{\"listen\":\"127.0.0.1:9\"}"));
        } else {
            reply.accept(HttpAnswer.json(200, "{}"));
        }
    }

    @Test
    void aRetryThatIsWantedNoMoreIsNotMade() {
        statuses.add(503);
        loop.execute(() -> links.enable("link", false));
        Await.until(() -> !log.isEmpty(), () -> asked);
        loop.execute(() -> links.enable("link", true));

        // Later than the retry would have been.
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        loop.execute(() -> loop.at(Duration.ofMillis(750), () -> later.complete(true)));
        later.join();

        assertThat(asked).containsExactly(OFF, ON);
    }

    @Test
    void aSharedLinkThatCouldNotBeOpenedIsClosedAndThenOpenedAnew() {
        statuses.addAll(List.of(500, 500));
        assertThat(shared()).failsWithin(Duration.ofSeconds(60));
        String create = asked.getFirst();

        Await.until(() -> shared().handle((address, failure) -> failure == null).join(), () -> asked);

        assertThat(shared().join()).isEqualTo("127.0.0.1:9");
        String close = "DELETE /proxies/gameday.link";
        assertThat(asked).containsExactly(create, close, close, create);
    }

    private CompletableFuture<String> shared() {
        CompletableFuture<String> told = new CompletableFuture<>();
        loop.execute(() -> links.shared("link", "127.0.0.1", "127.0.0.1:9").whenComplete((address, failure) -> {
            if (failure == null) {
                told.complete(address);
            } else {
                told.completeExceptionally(failure);
            }
        }));
        return told;
    }
}
