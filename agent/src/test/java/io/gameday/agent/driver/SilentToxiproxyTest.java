package io.gameday.agent.driver;

import com.sun.net.httpserver.HttpServer;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.process.JavaCommand;
import io.gameday.target.Fault;
import io.gameday.time.RealClock;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/// A Toxiproxy that has stopped answering.
class SilentToxiproxyTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    /// In a process of its own: the limits of calls are read once, before the first of them.
    static final class Asking {

        private Asking() {
        }

        public static void main(String[] arguments) {
            Network network = new Network("test");
            RealClock clock = new RealClock("test", Throwable::printStackTrace);
            ToxiproxyDriver driver = new ToxiproxyDriver(new HttpCaller(network),
                    new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), clock, clock);
            CompletableFuture<DriverAnswer> answer = new CompletableFuture<>();
            Duration minute = Duration.ofMinutes(1);
            driver.inject(new Injection("r1.f1", "r1", new Fault.ZonePartition("az1"), minute, minute),
                    answer::complete);
            System.out.println(answer.join());
            System.exit(0);
        }
    }

    @Test
    @Timeout(60)
    void isNotWaitedForForEver() throws Exception {
        HttpServer silent = HttpServer.create(ANY_PORT, 0);
        silent.setExecutor(Executors.newCachedThreadPool());
        silent.createContext("/gameday/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        silent.createContext("/proxies", exchange -> {
            // Accepted, and never answered.
        });
        silent.start();
        Process asking = new ProcessBuilder(
                JavaCommand.of(Asking.class, 64, List.of(String.valueOf(silent.getAddress().getPort()))))
                .redirectErrorStream(true).start();
        try {
            assertThat(asking.waitFor(30, TimeUnit.SECONDS)).as("the driver has answered").isTrue();
            assertThat(new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("InDoubt",
                    "Read timed out");
        } finally {
            asking.destroyForcibly();
            silent.stop(0);
        }
    }
}
