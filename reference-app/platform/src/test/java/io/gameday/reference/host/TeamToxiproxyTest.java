package io.gameday.reference.host;

import io.gameday.http.Admission;
import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.proxy.api.ProxyServer;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TeamToxiproxyTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);
    private static final String NOBODY = "127.0.0.1:9";

    private final Network network = new Network("test");
    private final RealClock loop = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private ProxyServer server;

    @BeforeEach
    void start() throws IOException {
        server = ProxyServer.start(network, loop, ANY_PORT, 1, upstream -> true, line -> {
        });
    }

    @AfterEach
    void stop() {
        server.close();
        caller.close();
        loop.close();
        network.close();
    }

    private TeamToxiproxy toxiproxy(InetSocketAddress address) {
        return new TeamToxiproxy(caller, address, line -> {
        });
    }

    private String ask(HttpRequest request) {
        CompletableFuture<CallResult> told = new CompletableFuture<>();
        caller.call(server.address(), request, Duration.ofSeconds(10), told::complete);
        return told.join() instanceof CallResult.Answered(HttpAnswer answer) ? answer.text() : "";
    }

    private void proxy(String name, String upstream) {
        assertThat(ask(HttpRequest.post("/proxies",
                "{\"name\":\"" + name + "\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"" + upstream + "\"}")))
                .contains(name);
    }

    @Test
    void whatAKilledAppLeftIsRemovedAndWhatIsOthersStays() {
        proxy("gameday.az1.machine", NOBODY);
        proxy("gameday.az1.cell-1.orders-1.service", NOBODY);
        proxy("theirs", NOBODY);
        assertThat(toxiproxy(server.address()).ready().join()).isEqualTo("gameday");
        assertThat(ask(HttpRequest.get("/proxies"))).contains("theirs").doesNotContain("gameday.");
    }

    @Test
    void theLinksOfAnAppThatRunsAreLetAlone() throws IOException {
        try (HttpServer machine = HttpServer.start(network, ANY_PORT, Admission.open(),
                (request, reply) -> reply.accept(HttpAnswer.json(200, "{}")))) {
            proxy("gameday.az1.machine", Host.text(machine.address()));
            assertThatThrownBy(() -> toxiproxy(server.address()).ready().join())
                    .hasMessageContaining("another app that is running").hasMessageContaining("gameday app down");
            assertThat(ask(HttpRequest.get("/proxies"))).contains("gameday.az1.machine");
        }
    }

    @Test
    void oneThatIsNotThereIsNamed() {
        InetSocketAddress nobody = new InetSocketAddress("127.0.0.1", 9);
        assertThatThrownBy(() -> toxiproxy(nobody).ready().join())
                .hasMessageContaining("the Toxiproxy at 127.0.0.1:9 cannot be reached");
    }

    @Test
    void somethingElseIsNotTakenForAToxiproxy() throws IOException {
        try (HttpServer other = HttpServer.start(network, ANY_PORT, Admission.open(),
                (request, reply) -> reply.accept(HttpAnswer.error(403, "go away")))) {
            assertThatThrownBy(() -> toxiproxy(other.address()).ready().join())
                    .hasMessageContaining("answered GET /proxies with 403; is it a Toxiproxy?");
        }
    }

    @Test
    void theLinksThatAreLeftAreClosedAtTheEnd() {
        Links links = new Links(caller, server.address(), loop, line -> {
        });
        proxy("theirs", NOBODY);
        CompletableFuture.supplyAsync(() -> links.open("az1.machine", "127.0.0.1", NOBODY, false), loop)
                .thenCompose(opened -> opened).join();
        assertThat(ask(HttpRequest.get("/proxies"))).contains("gameday.az1.machine");
        CompletableFuture.supplyAsync(links::closeAll, loop).thenCompose(closed -> closed).join();
        assertThat(ask(HttpRequest.get("/proxies"))).contains("theirs").doesNotContain("gameday.");
    }
}
