package io.gameday.agent.driver;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What the driver promises on a Toxiproxy that knows nothing of leases.
abstract class ForeignToxiproxyContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final String SERVICE = "gameday.az1.cell-1.orders-1.service";
    private static final Fault SLOW = new Fault.ZoneLatency("az1", Duration.ofMillis(150), Duration.ZERO);

    private final Network network = new Network("test");
    private final RealClock clock = new RealClock("test", Throwable::printStackTrace);
    private final HttpCaller caller = new HttpCaller(network);
    private ToxiproxyClient client;
    private ToxiproxyDriver driver;

    abstract InetSocketAddress server();

    @BeforeEach
    void links() throws IOException {
        client = new ToxiproxyClient(server().getHostString(), server().getPort());
        link(SERVICE);
        link("gameday.az2.cell-1.orders-2.service");
        link("theirs");
        driver = anotherDriver();
    }

    @AfterEach
    void close() {
        driver.close();
        caller.close();
        clock.close();
        network.close();
    }

    private ToxiproxyDriver anotherDriver() {
        return new ToxiproxyDriver(caller, server(), clock, clock);
    }

    private void link(String name) throws IOException {
        client.createProxy(name, "127.0.0.1:0", "127.0.0.1:9");
    }

    private static Injection injection(Fault fault, Duration duration, Duration lease) {
        return new Injection("2026-11-22T01-00-00Z-r.f1", "r", fault, duration, lease);
    }

    private static DriverAnswer ask(Consumer<Consumer<DriverAnswer>> call) {
        CompletableFuture<DriverAnswer> told = new CompletableFuture<>();
        call.accept(told::complete);
        return told.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private DriverAnswer inject(Injection injection) {
        return ask(told -> driver.inject(injection, told));
    }

    /// `proxy/toxic` of every toxic there is.
    private List<String> toxics() throws IOException {
        List<String> found = new ArrayList<>();
        for (Proxy proxy : client.getProxies()) {
            for (var toxic : proxy.toxics().getAll()) {
                found.add(proxy.getName() + "/" + toxic.getName());
            }
        }
        return found;
    }

    private void awaitNoToxics() throws IOException {
        while (!toxics().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aZonesLinksAreHitAndFreedAgain() throws IOException {
        Injection slow = injection(SLOW, MINUTE, MINUTE);
        assertThat(inject(slow)).isInstanceOf(DriverAnswer.Done.class);
        assertThat(toxics()).containsExactly(SERVICE + "/2026-11-22T01-00-00Z-r:f1.toxic");
        assertThat(ask(told -> driver.revert(slow, told))).isInstanceOf(DriverAnswer.Done.class);
        assertThat(ask(told -> driver.revert(slow, told))).isInstanceOf(DriverAnswer.Done.class);
        assertThat(toxics()).isEmpty();
    }

    @Test
    void theToxicsOfOthersAreLetAlone() throws IOException {
        client.getProxy("theirs").toxics().latency("slow", ToxicDirection.DOWNSTREAM, 10);
        client.getProxy(SERVICE).toxics().latency("mine", ToxicDirection.DOWNSTREAM, 10);
        Injection slow = injection(SLOW, MINUTE, MINUTE);
        inject(slow);
        ask(told -> driver.revert(slow, told));
        assertThat(toxics()).containsExactlyInAnyOrder("theirs/slow", SERVICE + "/mine");
    }

    @Test
    void aFaultWhoseLeaseIsNotRenewedEndsByItself() throws IOException {
        Injection slow = injection(SLOW, MINUTE, MOMENT);
        assertThat(inject(slow)).isInstanceOf(DriverAnswer.Done.class);
        awaitNoToxics();
        assertThat(ask(told -> driver.renew(slow, told))).isInstanceOf(DriverAnswer.NotInForce.class);
    }

    @Test
    void aFaultWhoseDurationIsOverEndsByItself() throws IOException {
        inject(injection(SLOW, MOMENT, MINUTE));
        awaitNoToxics();
    }

    @Test
    void aLinkThatWasOpenedLaterIsHitWithTheNextRenewal() throws IOException {
        Injection slow = injection(SLOW, MINUTE, MINUTE);
        inject(slow);
        link("gameday.az1.cell-1.orders-3.service");
        assertThat(ask(told -> driver.renew(slow, told))).isInstanceOf(DriverAnswer.Done.class);
        assertThat(toxics()).hasSize(2);
    }

    @Test
    void whatADeadAgentLeftTheNextOneEnds() throws IOException {
        inject(injection(SLOW, MINUTE, MINUTE));
        driver.close();
        driver = anotherDriver();
        driver.adopt(injection(SLOW, MINUTE, MOMENT));
        awaitNoToxics();
    }

    @Test
    void anAdoptedFaultCanBeRenewed() throws IOException {
        Injection slow = injection(SLOW, MINUTE, MINUTE);
        inject(slow);
        driver.close();
        driver = anotherDriver();
        driver.adopt(slow);
        assertThat(ask(told -> driver.renew(slow, told))).isInstanceOf(DriverAnswer.Done.class);
        assertThat(toxics()).hasSize(1);
    }

    @Test
    void whatAToxiproxyCannotDoIsRefusedAndLeavesNothing() throws IOException {
        Fault loss = new Fault.ZoneLoss("az1", 50);
        assertThat(LinkKeeper.TOXIPROXY.fidelity(loss)).isInstanceOfSatisfying(Fidelity.Unsupported.class,
                unsupported -> assertThat(unsupported.why()).contains("single requests", "zone-latency"));
        assertThat(inject(injection(loss, MINUTE, MINUTE))).isInstanceOf(DriverAnswer.NotDone.class);
        assertThat(toxics()).isEmpty();
    }

    @Test
    void aFaultWithoutAnyLinkToHitIsNotDone() {
        Fault slow = new Fault.ZoneLatency("az7", MOMENT, Duration.ZERO);
        assertThat(inject(injection(slow, MINUTE, MINUTE))).isInstanceOf(DriverAnswer.NotDone.class);
    }
}
