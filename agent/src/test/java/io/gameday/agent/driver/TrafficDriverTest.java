package io.gameday.agent.driver;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.target.Fault;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrafficDriverTest {

    @Test
    void whatMayNotLastIsAnsweredAsNotDone() throws IOException {
        try (Network network = new Network("test");
                RealClock clock = new RealClock("test", Throwable::printStackTrace);
                HttpServer app = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.open(),
                        (request, reply) -> reply.accept(HttpAnswer.json(200, "{}")))) {
            TrafficDriver driver = new TrafficDriver(new HttpCaller(network), clock, clock, app.address(),
                    app.address(), "secret");
            Injection poison = new Injection("r1.f1", "r1", new Fault.PoisonPill("ann"), Duration.ZERO,
                    Duration.ofSeconds(8));
            CompletableFuture<DriverAnswer> answer = new CompletableFuture<>();
            driver.inject(poison, answer::complete);
            assertThat(answer.orTimeout(10, TimeUnit.SECONDS).join())
                    .isEqualTo(new DriverAnswer.NotDone("duration is PT0S; allowed: more than zero"));
        }
    }
}
