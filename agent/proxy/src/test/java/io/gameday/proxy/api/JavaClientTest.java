package io.gameday.proxy.api;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.Bandwidth;
import eu.rekawek.toxiproxy.model.toxic.Latency;
import eu.rekawek.toxiproxy.model.toxic.LimitData;
import eu.rekawek.toxiproxy.model.toxic.ResetPeer;
import eu.rekawek.toxiproxy.model.toxic.Slicer;
import eu.rekawek.toxiproxy.model.toxic.SlowClose;
import eu.rekawek.toxiproxy.model.toxic.Timeout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The Java client of Toxiproxy drives our server without knowing it from its own.
class JavaClientTest {

    private @Nullable TestServer server;
    private ToxiproxyClient client = new ToxiproxyClient();

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
        client = new ToxiproxyClient("127.0.0.1", server.address().getPort());
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(server).close();
    }

    @Test
    void createsListsAndDeletesProxies() throws IOException {
        client.createProxy("b", "127.0.0.1:0", "127.0.0.1:2");
        Proxy a = client.createProxy("a", "localhost:0", "127.0.0.1:1");

        assertThat(client.getProxies()).extracting(Proxy::getName).containsExactly("a", "b");
        assertThat(client.getProxy("a").getListen()).isEqualTo(a.getListen()).startsWith("127.0.0.1:");
        assertThat(a.isEnabled()).isTrue();
        a.delete();
        assertThat(client.getProxyOrNull("a")).isNull();
        assertThat(client.getProxies()).hasSize(1);
        assertThat(client.version()).contains("2.12.0");
    }

    @Test
    void updatesProxies() throws IOException {
        Proxy proxy = client.createProxy("a", "127.0.0.1:0", "127.0.0.1:1");
        String listen = proxy.getListen();

        proxy.setUpstream("127.0.0.1:2");
        proxy.disable();
        assertThat(proxy.isEnabled()).isFalse();
        proxy.enable();
        assertThat(proxy.isEnabled()).isTrue();
        assertThat(proxy.getListen()).isEqualTo(listen);
        proxy.setListen("127.0.0.1:0");
        assertThat(client.getProxy("a").getListen()).isNotEqualTo(listen);
        assertThat(client.getProxy("a").getUpstream()).isEqualTo("127.0.0.1:2");
    }

    @Test
    void addsEveryToxicItKnows() throws IOException {
        Proxy proxy = client.createProxy("a", "127.0.0.1:0", "127.0.0.1:1");
        ToxicDirection down = ToxicDirection.DOWNSTREAM;

        Latency latency = proxy.toxics().latency("t1", down, 100);
        latency.setJitter(15);
        Bandwidth bandwidth = proxy.toxics().bandwidth("t2", ToxicDirection.UPSTREAM, 1000);
        SlowClose slowClose = proxy.toxics().slowClose("t3", down, 200);
        Timeout timeout = proxy.toxics().timeout("t4", down, 300);
        ResetPeer reset = proxy.toxics().resetPeer("t5", down, 400);
        Slicer slicer = proxy.toxics().slicer("t6", down, 10, 20);
        slicer.setSizeVariation(5);
        LimitData limit = proxy.toxics().limitData("t7", down, 500);

        assertThat(proxy.toxics().getAll()).extracting(Toxic::getName).containsExactly("t2", "t1", "t3", "t4", "t5",
                "t6", "t7");
        assertThat(proxy.toxics().get("t1", Latency.class).getLatency()).isEqualTo(100);
        assertThat(proxy.toxics().get("t1", Latency.class).getJitter()).isEqualTo(15);
        assertThat(bandwidth.getRate()).isEqualTo(1000);
        assertThat(slowClose.getDelay()).isEqualTo(200);
        assertThat(timeout.getTimeout()).isEqualTo(300);
        assertThat(reset.getTimeout()).isEqualTo(400);
        assertThat(proxy.toxics().get("t6", Slicer.class).getSizeVariation()).isEqualTo(5);
        assertThat(limit.getBytes()).isEqualTo(500);
    }

    @Test
    void changesToxicsAndTakesThemAway() throws IOException {
        Proxy proxy = client.createProxy("a", "127.0.0.1:0", "127.0.0.1:1");
        Bandwidth toxic = proxy.toxics().bandwidth("t", ToxicDirection.DOWNSTREAM, 1000);

        toxic.setToxicity(0.5f);
        toxic.setRate(100);
        assertThat(proxy.toxics().get("t", Bandwidth.class).getRate()).isEqualTo(100);
        assertThat(proxy.toxics().get("t").getToxicity()).isEqualTo(0.5f);
        assertThat(proxy.toxics().get("t").getStream()).isEqualTo(ToxicDirection.DOWNSTREAM);
        toxic.remove();
        assertThat(proxy.toxics().getAll()).isEmpty();
    }

    @Test
    void resetEnablesProxiesAndTakesToxicsAway() throws IOException {
        Proxy proxy = client.createProxy("a", "127.0.0.1:0", "127.0.0.1:1");
        proxy.toxics().latency("t", ToxicDirection.DOWNSTREAM, 100);
        proxy.disable();

        client.reset();

        assertThat(client.getProxy("a").isEnabled()).isTrue();
        assertThat(client.getProxy("a").toxics().getAll()).isEmpty();
    }

    @Test
    void understandsRefusals() throws IOException {
        Proxy proxy = client.createProxy("a", "127.0.0.1:0", "127.0.0.1:1");
        proxy.toxics().latency("t", ToxicDirection.DOWNSTREAM, 100);

        assertThatThrownBy(() -> client.createProxy("a", "127.0.0.1:0", "127.0.0.1:1")).isInstanceOf(IOException.class)
                .hasMessage("[409] proxy already exists");
        assertThatThrownBy(() -> client.getProxy("b")).hasMessage("[404] proxy not found");
        assertThatThrownBy(() -> client.createProxy("b", proxy.getListen(), "127.0.0.1:1"))
                .hasMessage("[500] listen tcp " + proxy.getListen() + ": bind: address already in use");
        assertThatThrownBy(() -> proxy.toxics().latency("t", ToxicDirection.UPSTREAM, 100))
                .hasMessage("[409] toxic already exists");
        assertThatThrownBy(() -> proxy.toxics().get("u")).hasMessage("[404] toxic not found");
        assertThatThrownBy(() -> proxy.toxics().latency("u", ToxicDirection.UPSTREAM, -1))
                .hasMessage("[400] bad request body: latency is -1 ms; allowed: 0 to 30000 ms");
        assertThatThrownBy(() -> client.createProxy("b", "127.0.0.1:0", "10.0.0.1:80"))
                .hasMessageStartingWith("[400] upstream is 10.0.0.1:80");
    }

    @Test
    void aProxyCarriesDataUntilItIsDisabled() throws IOException {
        try (ServerSocket upstream = new ServerSocket(0, 10, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}))) {
            Proxy proxy = client.createProxy("a", "127.0.0.1:0", "127.0.0.1:" + upstream.getLocalPort());
            int port = Integer.parseInt(proxy.getListen().substring("127.0.0.1:".length()));
            try (Socket in = new Socket("127.0.0.1", port); Socket out = upstream.accept()) {
                in.getOutputStream().write(7);
                assertThat(out.getInputStream().read()).isEqualTo(7);
                out.getOutputStream().write(8);
                assertThat(in.getInputStream().read()).isEqualTo(8);
                proxy.disable();
                assertThat(in.getInputStream().read()).isNegative();
            }
            assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).hasMessageContaining("refused");
        }
    }
}
