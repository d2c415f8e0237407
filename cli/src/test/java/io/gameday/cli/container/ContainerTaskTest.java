package io.gameday.cli.container;

import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.gameday.agent.driver.DriverAnswer;
import io.gameday.agent.driver.Injection;
import io.gameday.agent.driver.ToxiproxyDriver;
import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.Network;
import io.gameday.target.Fault;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import static org.assertj.core.api.Assertions.assertThat;

/// A task in a container, and beside it, in the same network namespace, a Toxiproxy that keeps the link to it. The
/// images are made by `reference-app/images/build.sh`.
///
/// ```
/// this test ─► published port ─► Toxiproxy ─┐ the task's network namespace
///      └─ ToxiproxyDriver ─► API ───┘       └─► 127.0.0.1, the orders service
/// ```
@Tag("alone")
class ContainerTaskTest {

    private static final String ORDERS = "local/orders:test";
    private static final String TOXIPROXY = "local/toxiproxy:2.12.0";
    private static final int API = 8474;
    private static final int LINK = 9001;
    private static final Pattern READY = Pattern.compile("GAMEDAY-READY \\{\"service\":(\\d+),");
    private static final Duration DELAY = Duration.ofMillis(800);
    private static final Injection SLOW = new Injection("container.f1", "container",
            new Fault.ZoneLatency("az1", DELAY, Duration.ZERO), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private @Nullable GenericContainer<?> task;
    private @Nullable GenericContainer<?> toxiproxy;
    private InetSocketAddress api = new InetSocketAddress("127.0.0.1", 0);
    private InetSocketAddress link = new InetSocketAddress("127.0.0.1", 0);

    @BeforeEach
    @SuppressWarnings("resource") // Closed by stop().
    void start() {
        Images.needed(ORDERS);
        Images.needed(TOXIPROXY);
        GenericContainer<?> orders = new GenericContainer<>(DockerImageName.parse(ORDERS))
                .withImagePullPolicy(image -> false).withExposedPorts(API, LINK)
                .withEnv(Map.of("GAMEDAY_ADDRESS", "127.0.0.1", "GAMEDAY_INSTANCE", "orders-1", "GAMEDAY_CELL",
                        "cell-1", "GAMEDAY_ZONE", "az1", "GAMEDAY_REVISION", "1", "GAMEDAY_SLOTS", "3",
                        "GAMEDAY_DATABASE", "jdbc:postgresql://127.0.0.1:9/none", "GAMEDAY_DATABASE_USER", "none"))
                // Its standard input is its parent.
                .withCreateContainerCmdModifier(command -> command.withStdinOpen(true))
                .waitingFor(Wait.forLogMessage(".*GAMEDAY-READY.*", 1).withStartupTimeout(Duration.ofMinutes(3)));
        task = orders;
        orders.start();
        GenericContainer<?> proxies = new GenericContainer<>(DockerImageName.parse(TOXIPROXY))
                .withImagePullPolicy(image -> false).withNetworkMode("container:" + orders.getContainerId())
                .waitingFor(Wait.forLogMessage(".*[Ss]tarting.*", 1));
        toxiproxy = proxies;
        proxies.start();
        api = new InetSocketAddress(orders.getHost(), orders.getMappedPort(API));
        link = new InetSocketAddress(orders.getHost(), orders.getMappedPort(LINK));
    }

    @AfterEach
    void stop() {
        for (GenericContainer<?> container : new GenericContainer<?>[]{toxiproxy, task}) {
            if (container != null) {
                container.stop();
            }
        }
        caller.close();
        clock.close();
        network.close();
    }

    private void openLink() throws IOException {
        Matcher ready = READY.matcher(task == null ? "" : task.getLogs());
        assertThat(ready.find()).isTrue();
        new ToxiproxyClient(api.getHostString(), api.getPort()).createProxy("gameday.az1.cell-1.orders-1.service",
                "0.0.0.0:" + LINK, "127.0.0.1:" + ready.group(1));
    }

    /// How long the task takes to answer. What it answers needs no database.
    private Duration answered() {
        long began = System.nanoTime();
        CompletableFuture<CallResult> told = new CompletableFuture<>();
        caller.call(link, HttpRequest.get("/"), Duration.ofSeconds(30), told::complete);
        CallResult result = told.join();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(result).isInstanceOfSatisfying(CallResult.Answered.class,
                answered -> assertThat(answered.answer().headers()).containsEntry("x-gameday-instance", "orders-1"));
        return took;
    }

    /// The quickest of some: a busy machine delays single ones, a toxic every one.
    private Duration quickest() {
        Duration quickest = answered();
        for (int i = 0; i < 8; i++) {
            Duration next = answered();
            quickest = next.compareTo(quickest) < 0 ? next : quickest;
        }
        return quickest;
    }

    private static DriverAnswer ask(Consumer<Consumer<DriverAnswer>> call) {
        CompletableFuture<DriverAnswer> told = new CompletableFuture<>();
        call.accept(told::complete);
        return told.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void aTaskInAContainerIsSlowWhileItsZoneIsAndQuickAfterwards() throws IOException {
        openLink();
        assertThat(quickest()).isLessThan(DELAY);
        try (ToxiproxyDriver driver = new ToxiproxyDriver(caller, api, clock, clock)) {
            assertThat(ask(told -> driver.inject(SLOW, told))).isInstanceOf(DriverAnswer.Done.class);
            assertThat(quickest()).isGreaterThanOrEqualTo(DELAY);
            assertThat(ask(told -> driver.revert(SLOW, told))).isInstanceOf(DriverAnswer.Done.class);
        }
        assertThat(quickest()).isLessThan(DELAY);
    }
}
